// The popup's wiring: which tab it shows. `popup.html?tab=7` shows tab 7 from a tab of its own (tests, `annotate`).
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Popup } from '../../components/popup/popup.tsx';
import { loadTypesetterBy } from '../../components/ui/typesetter.ts';
import { browser } from '../../lib/browser/browser.ts';
import '../../lib/i18n/english.ts';
import { direction, language } from '../../lib/i18n/i18n.ts';
import '../../components/card/all.css';
import '../../components/ui/page.css';
import '../../components/popup/popup.css';

interface Shown {
  tab: number | null;
  privateWindow: boolean;
  ownPage: boolean;
}

async function shownTab(asked: number): Promise<Shown> {
  try {
    const tab = Number.isInteger(asked)
      ? await browser.tabs.get(asked)
      : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
    return {
      tab: tab?.id ?? null,
      privateWindow: tab?.incognito ?? false,
      ownPage: tab?.url?.startsWith(browser.runtime.getURL('')) ?? false,
    };
  } catch {
    // The tab was closed meanwhile: search and list work without one.
    return { tab: null, privateWindow: false, ownPage: false };
  }
}

loadTypesetterBy(() => import('../../lib/text/maths.ts'));
const asked = new URLSearchParams(location.search).get('tab');
const inTab = asked !== null;
document.documentElement.lang = language();
document.documentElement.dir = direction();
document.documentElement.classList.toggle('in-tab', inTab);

const root = document.querySelector('#root');
if (root !== null) {
  const shown = await shownTab(asked === null ? Number.NaN : Number.parseInt(asked, 10));
  createRoot(root).render(
    <StrictMode>
      <Popup {...shown} onDone={() => inTab || window.close()} />
    </StrictMode>,
  );
}
