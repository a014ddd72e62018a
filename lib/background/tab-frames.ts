// The page scripts in the frames of a tab. A page of frames is one page to its reader: popup and badge show the papers of
// all of them.
import { browser } from '../browser/browser.ts';
import { sendToPage } from '../messages/page-commands.ts';
import type { PageSummary } from '../messages/page-protocol.ts';

/** Tabs where a page script spoke from a frame since the page was opened, as far as this worker lives. */
const withFrames = new Set<number>();

export const noteFrame = (tab: number): void => void withFrames.add(tab);
export const forgetFrames = (tab: number): void => void withFrames.delete(tab);
export const hasFrames = (tab: number): boolean => withFrames.has(tab);

/** The numbers of a tab's frames that we may run in, the page itself (0) first; empty where we may in none. */
async function framesOf(tab: number): Promise<number[]> {
  try {
    const found = await browser.scripting.executeScript({ target: { tabId: tab, allFrames: true }, func: () => null });
    return found.map(({ frameId }) => frameId).toSorted((one, other) => one - other);
  } catch {
    return [];
  }
}

/** What the page and its frames found: papers of all of them, each once; rows and site as the page itself says them.
 *  Null where no page script runs in the page itself. */
export async function summaryOf(tab: number): Promise<PageSummary | null> {
  const [own, frames] = await Promise.all([sendToPage(tab, 'page.summary', {}), framesOf(tab)]);
  if (own === null) return null;
  const others = await Promise.all(
    frames.filter((frame) => frame !== 0).map((frame) => sendToPage(tab, 'page.summary', {}, frame)),
  );
  const papers = [own, ...others].flatMap((summary) => summary?.papers ?? []);
  return { ...own, papers: [...new Set(papers)] };
}

/** Shows a paper's card in the page or in the first of its frames that has it. */
export async function showInTab(tab: number, id: string): Promise<{ shown: boolean }> {
  if ((await sendToPage(tab, 'page.show', { id }))?.shown === true) return { shown: true };
  for (const frame of await framesOf(tab))
    if (frame !== 0 && (await sendToPage(tab, 'page.show', { id }, frame))?.shown === true) return { shown: true };
  return { shown: false };
}
