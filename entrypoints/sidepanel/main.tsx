// The side panel: what the popup shows, beside the page, for whichever tab is in front. `sidepanel.html?tab=7` stays
// with tab 7 (tests).
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SidePanel } from '../../components/popup/side-panel.tsx';
import { loadTypesetterBy } from '../../components/ui/typesetter.ts';
import '../../lib/i18n/english.ts';
import { direction, language } from '../../lib/i18n/i18n.ts';
import '../../components/card/all.css';
import '../../components/ui/page.css';
import '../../components/popup/popup.css';

loadTypesetterBy(() => import('../../lib/text/maths.ts'));
const asked = Number.parseInt(new URLSearchParams(location.search).get('tab') ?? '', 10);
document.documentElement.lang = language();
document.documentElement.dir = direction();
document.documentElement.classList.add('in-tab');

const root = document.querySelector('#root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <SidePanel only={Number.isInteger(asked) ? asked : null} />
    </StrictMode>,
  );
