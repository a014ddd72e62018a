import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Sent } from '../../components/sent/sent.tsx';
import '../../lib/i18n/english.ts';
import { direction, language, t } from '../../lib/i18n/i18n.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/ui/page.css';
import '../../components/sent/sent.css';

document.documentElement.lang = language();
document.documentElement.dir = direction();
document.title = t('sentTitle');
const root = document.querySelector('#root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Sent />
    </StrictMode>,
  );
