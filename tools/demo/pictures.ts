// Pictures of the extension at work: page, card, author card, popup, and page and card in dark.
import { join } from 'node:path';
import { ask, eventually, openCard, commandPage, wait, type Report } from '../browser/byline.ts';
import type { Session, Tab } from '../browser/session.ts';

/** Opens the first marked paper's card, and answers its id. */
async function showFirst(session: Session, tab: Tab, report: Report): Promise<string | null> {
  const first = report.papers.find(({ mentions }) => mentions.some(({ visible }) => visible));
  if (first === undefined) return null;
  await tab.front();
  await commandPage(session, tab, 'page.show', { id: first.id });
  const card = await eventually(async () => ((await openCard(tab))?.title === '' ? undefined : openCard(tab)), 5000);
  // Until its parts are filled in and its rise is over.
  await wait(600);
  return card === undefined ? null : first.id;
}

/** Authors that a card shows before "more". */
const shownFirst = 5;

/** Clicks the author of the open card about whom the catalog has most: the one with most works. */
async function showAuthor(session: Session, tab: Tab, paper: string): Promise<boolean> {
  const { authors } = await ask(session, 'card.paper', { id: paper });
  const views = await Promise.all(
    authors.slice(0, shownFirst).map(({ person }) => ask(session, 'card.person', { id: person })),
  );
  const most = Math.max(...views.map(({ works }) => works.length));
  const name = authors[views.findIndex(({ works }) => works.length === most)]?.name ?? '';
  const place = await tab.closed((roots, wanted) => {
    const author = roots
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>('[role="dialog"] button')])
      .find(({ innerText }) => innerText.trim() === wanted);
    if (author === undefined) return null;
    const { x, y, width, height } = author.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, name);
  if (place === null) return false;
  await tab.click(place.x, place.y);
  await wait(600);
  return true;
}

/** Takes them all; answers the files. */
export async function takePictures(
  session: Session,
  tab: Tab,
  report: Report,
  address: string,
  folder: string,
): Promise<string[]> {
  const taken: string[] = [];
  const take = async (from: Tab, name: string): Promise<void> => {
    const file = join(folder, `${name}.png`);
    await from.screenshot(file);
    taken.push(file);
  };
  await take(tab, 'page');
  const paper = await showFirst(session, tab, report);
  if (paper !== null) {
    await take(tab, 'card');
    if (await showAuthor(session, tab, paper)) await take(tab, 'author-card');
    await tab.press('Escape');
  }
  const popup = await session.openOwn(`popup.html?tab=${tab.id}`);
  await popup.size(360, 600);
  await wait(800);
  await take(popup, 'popup');
  await popup.close();
  if (tab.scheme === undefined) return taken;
  await tab.scheme('dark');
  await tab.front();
  await tab.goto(address);
  await eventually(async () =>
    (await commandPage(session, tab, 'page.report', {}))?.settled === true ? true : undefined,
  );
  await take(tab, 'page-dark');
  if ((await showFirst(session, tab, report)) !== null) await take(tab, 'card-dark');
  return taken;
}
