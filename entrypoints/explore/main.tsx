// One document for the pages of authors, topics and the graph: `explore.html?k=KEY`, KEY being random.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Explore } from '../../components/explore/explore.tsx';
import { loadTypesetterBy } from '../../components/ui/typesetter.ts';
import '../../lib/i18n/english.ts';
import { direction, language } from '../../lib/i18n/i18n.ts';
import '../../components/card/all.css';
import '../../components/ui/page.css';
import '../../components/explore/explore.css';

loadTypesetterBy(() => import('../../lib/text/maths.ts'));
document.documentElement.lang = language();
document.documentElement.dir = direction();

const root = document.querySelector('#root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Explore />
    </StrictMode>,
  );
