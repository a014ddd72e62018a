// The pointer comes to an element of the page and rests there.
import type { Tab } from '../../tools/browser/session.ts';
import { boxOf } from './two-papers.ts';

export async function restOn(tab: Tab, selector: string): Promise<void> {
  const { x, y, width, height } = await boxOf(tab, selector);
  await tab.hover(x + width / 2, y + height + 60);
  await tab.hover(x + width / 2, y + height / 2);
  await tab.hover(x + width / 2 + 1, y + height / 2);
}
