import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Options } from '../../components/options/options.tsx';
import '../../lib/i18n/english.ts';
import { direction, language, t } from '../../lib/i18n/i18n.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/ui/page.css';
import '../../components/options/options.css';
import '../../components/machines/machines.css';
import '../../components/options/packs/packs.css';

document.documentElement.lang = language();
document.documentElement.dir = direction();
document.title = t('optionsTitle');
const root = document.querySelector('#root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Options />
    </StrictMode>,
  );
