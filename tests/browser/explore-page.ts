// Pages of authors, topics and the graph in a browser test: opened by what they are of, known by their heading.
import { ask, eventually } from '../../tools/browser/byline.ts';
import type { Session, Tab } from '../../tools/browser/session.ts';
import type { ExploreSubject } from '../../lib/views/explore/schema.ts';

export async function openPage(session: Session, subject: ExploreSubject): Promise<Tab> {
  const { key } = await ask(session, 'explore.open', { subject, tab: false });
  const tab = await session.openOwn(`explore.html?k=${key}`);
  await tab.front();
  return tab;
}

export const heading = (tab: Tab): Promise<string> =>
  tab.evaluate(() => document.querySelector('h1')?.textContent ?? '');
export const headed = async (tab: Tab, words: string): Promise<void> => {
  const there = await eventually(async () => ((await heading(tab)) === words ? true : undefined));
  if (there === undefined) throw new Error(`The page is headed “${await heading(tab)}”, not “${words}”.`);
};

/** Addresses of those that are open. */
export const explorePages = (session: Session): Promise<string[]> =>
  session.inExtension(async (api) => {
    const tabs = await api.tabs.query({});
    return tabs.map(({ url = '' }) => url).filter((url) => url.includes('/explore.html'));
  });

/** The address of the tab that came besides those known. */
export async function newTab(session: Session, known: readonly string[]): Promise<string> {
  const address = await eventually(async () => (await explorePages(session)).find((url) => !known.includes(url)));
  if (address === undefined) throw new Error('No page was opened.');
  return address;
}
