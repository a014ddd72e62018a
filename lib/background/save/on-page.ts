// What the worker asks of, and says on, a page about saving: through a script of ours that is injected for it.
import { browser } from '../../browser/browser.ts';
import type { PageNotice, SavingPort } from '../../messages/saving-port.ts';
import { injectScript } from '../page-script.ts';

/** Milliseconds that the icon shows a sign, where nothing can be said on the page. */
const SIGN_MS = 4000;

/** Where our scripts meet on a page, for functions that run there and can import nothing (`meeting-point.ts`). */
type There = Record<symbol, { saving?: SavingPort } | undefined>;

/** The paper that the reader is at: of an open card, a step by key, the row under the pointer; else the page's own. */
export async function currentOn(tab: number): Promise<string | null> {
  try {
    await injectScript('content-scripts/saving.js', tab, 0);
    const [found] = await browser.scripting.executeScript({
      target: { tabId: tab, frameIds: [0] },
      func: () => (globalThis as unknown as There)[Symbol.for('byline')]?.saving?.current() ?? null,
    });
    return typeof found?.result === 'string' ? found.result : null;
  } catch {
    return null;
  }
}

/** Says it on the page; where that is not possible, the icon shows a sign and its tooltip says it. */
export async function sayOn(tab: number, notice: PageNotice): Promise<void> {
  try {
    await injectScript('content-scripts/saving.js', tab, 0);
    const [said] = await browser.scripting.executeScript({
      target: { tabId: tab, frameIds: [0] },
      func: (what: PageNotice) => (globalThis as unknown as There)[Symbol.for('byline')]?.saving?.say(what) ?? false,
      args: [notice],
    });
    if (said?.result === true) return;
  } catch {
    // PDF viewers, and pages where extensions may not run.
  }
  const before = await browser.action.getBadgeText({ tabId: tab });
  await browser.action.setTitle({ tabId: tab, title: notice.text });
  await browser.action.setBadgeText({ tabId: tab, text: notice.paper === null ? '!' : '✓' });
  setTimeout(() => void browser.action.setBadgeText({ tabId: tab, text: before }).catch(() => null), SIGN_MS);
}
