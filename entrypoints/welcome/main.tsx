import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Welcome } from '../../components/welcome/welcome.tsx';
import { direction, language, t } from '../../lib/words.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/ui/page.css';
import '../../components/welcome/welcome.css';

document.documentElement.lang = language();
document.documentElement.dir = direction();
document.title = t('welcomePage');
const root = document.querySelector('#root');
const start = (): void => undefined;
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Welcome onReady={start} />
    </StrictMode>,
  );
