import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Welcome } from '../../components/welcome/welcome.tsx';
import { loadTypesetterBy } from '../../components/ui/typesetter.ts';
import '../../lib/i18n/english.ts';
import { direction, language, t } from '../../lib/i18n/i18n.ts';
import { startMarks } from './live.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/ui/page.css';
import '../../components/welcome/welcome.css';

loadTypesetterBy(() => import('../../lib/text/maths.ts'));
document.documentElement.lang = language();
document.documentElement.dir = direction();
document.title = t('welcomePage');
const root = document.querySelector('#root');
// Without an answer the page stays readable; its text says what Byline does.
const start = (): void => void startMarks().catch(() => undefined);
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Welcome onReady={start} />
    </StrictMode>,
  );
