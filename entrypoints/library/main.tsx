// The reading list's own page.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LibraryPage } from '../../components/library/library-page.tsx';
import { loadTypesetterBy } from '../../components/ui/typesetter.ts';
import '../../lib/i18n/english.ts';
import { direction, language, t } from '../../lib/i18n/i18n.ts';
import '../../components/card/all.css';
import '../../components/ui/page.css';
import '../../components/library/library.css';
import '../../components/machines/machines.css';

loadTypesetterBy(() => import('../../lib/text/maths.ts'));
document.documentElement.lang = language();
document.documentElement.dir = direction();
document.title = t('libraryTitle');

const root = document.querySelector('#root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <LibraryPage />
    </StrictMode>,
  );
