// Pictures of the extension at work: page, card, author card, popup, and page and card in dark.
import { join } from 'node:path';
import { eventually, openCard, order, wait, type Report } from '../browser/byline.ts';
import type { Session, Tab } from '../browser/session.ts';

/** Opens the first marked paper's card, or answers false. */
async function showFirst(session: Session, tab: Tab, report: Report): Promise<boolean> {
  const first = report.papers.find(({ mentions }) => mentions.some(({ visible }) => visible));
  if (first === undefined) return false;
  await tab.front();
  await order(session, tab, 'page.show', { id: first.id });
  const card = await eventually(async () => ((await openCard(tab))?.title === '' ? undefined : openCard(tab)), 5000);
  // Until its parts are filled in and its rise is over.
  await wait(600);
  return card !== undefined;
}

/** Clicks the card's first author that the catalog knows. */
async function showAuthor(tab: Tab): Promise<boolean> {
  const place = await tab.closed((roots) => {
    const author = roots.map((root) => root.querySelector('.b-known') ?? root.querySelector('.b-person')).find(Boolean);
    if (author === null || author === undefined) return null;
    const { x, y, width, height } = author.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
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
  if (await showFirst(session, tab, report)) {
    await take(tab, 'card');
    if (await showAuthor(tab)) await take(tab, 'author-card');
    await tab.press('Escape');
  }
  const popup = await session.openOwn(`popup.html?tab=${tab.id}`);
  await popup.size(360, 600);
  await wait(800);
  await take(popup, 'popup');
  await popup.close();
  await tab.scheme?.('dark');
  await tab.front();
  await tab.goto(address);
  await eventually(async () => ((await order(session, tab, 'page.report', {}))?.settled === true ? true : undefined));
  await take(tab, 'page-dark');
  if (await showFirst(session, tab, report)) await take(tab, 'card-dark');
  return taken;
}
