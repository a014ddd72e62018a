// npm run pictures: a picture of each surface, light and dark, from the built extension.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ExploreSubject } from '../lib/views/explore/schema.ts';
import { listedPapers, listingOf } from '../tests/fixtures/listing.ts';
import { ask, catalogReady, eventually, openCard, settledReport } from './browser/byline.ts';
import { openBrowser } from './browser/open.ts';
import type { Kind, Scheme, Session, Tab } from './browser/session.ts';
import { served, sitePages } from './browser/site.ts';
import { build } from './build.ts';
import { parseOptions, runCommand, WrongOption } from './options.ts';
import { builds, fromRoot, root } from './project.ts';

const listing = 'https://arxiv.org/list/cs.LG/recent';
/** Rows of the listing. */
const ROWS = 24;
/** The row whose card is opened, one that is saved, and the author who is followed and whose profile is opened. */
const OPENED = 2;
const SAVED = 3;
const AUTHOR = 'Srinadh Bhojanapalli';
/** One that several of the listing's papers have. */
const TOPIC = 'transformers';

const usage = `npm run pictures [-- --folder FOLDER] [--size 640x450] [--browser firefox]

A picture of each surface, light and dark, from the built extension, into docs/pictures/ or FOLDER. 640x450 is what a
window of 1280x900 has at 200 %.`;

interface Size {
  width: number;
  height: number;
}

/** arXiv's colours in the dark, as its readers' extensions set them. */
const pageIn = (scheme: Scheme): string =>
  scheme === 'light'
    ? listingOf(ROWS)
    : listingOf(ROWS).replace('</style>', 'body { background: #16181c; color: #ddd } a { color: #8ab4f8 }</style>');

async function boxOf(tab: Tab, text: string): Promise<{ x: number; y: number } | null> {
  return tab.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node.nodeValue ?? '').includes(wanted)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { x = 0, y = 0, height = 0 } = range.getClientRects()[0] ?? {};
      return { x: x + 60, y: y + height / 2 };
    }
    return null;
  }, text);
}

/** The middle of a button in the open card. */
const buttonIn = (tab: Tab, words: string): Promise<{ x: number; y: number } | undefined> =>
  eventually(async () => {
    const found = await tab.closed((roots, wanted) => {
      const buttons = roots.flatMap((one) => [...one.querySelectorAll<HTMLElement>('[role="dialog"] button')]);
      const button = buttons.find(({ innerText }) => innerText.trim().startsWith(wanted));
      if (button === undefined) return null;
      const { x, y, width, height } = button.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, words);
    return found ?? undefined;
  });

/** Nothing of the tab's picture changes any more: texts, fades, formulas. */
const still = (tab: Tab): Promise<unknown> =>
  tab.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
  });

async function takeAll(session: Session, scheme: Scheme, size: Size, folder: string): Promise<string[]> {
  const taken: string[] = [];
  const take = async (tab: Tab, name: string): Promise<void> => {
    await still(tab);
    const file = join(folder, `${name}-${scheme}.png`);
    await tab.screenshot(file);
    taken.push(file);
  };
  const tab = await session.open(listing);
  await tab.size(size.width, size.height);
  await tab.front();
  const report = await settledReport(session, tab);
  const paper = report?.papers.find(({ title }) => title === listedPapers[SAVED]?.title)?.id ?? '';
  const person = report?.people.find(({ name }) => name === AUTHOR)?.id ?? '';
  await ask(session, 'library.set', { id: paper, status: 'to-read' });
  await ask(session, 'library.follow', { id: person, follow: true });
  await take(tab, 'listing');

  const title = await boxOf(tab, listedPapers[OPENED]?.title.slice(0, 24) ?? '');
  if (title === null) throw new Error('The listing lacks the title whose card is to be opened.');
  await tab.hover(title.x, title.y);
  await eventually(() => openCard(tab));
  await take(tab, 'card');
  const author = await buttonIn(tab, AUTHOR);
  if (author === undefined) throw new Error(`The card lacks ${AUTHOR}.`);
  await tab.hover(author.x, author.y);
  await tab.click(author.x, author.y);
  await take(tab, 'author');
  await tab.press('Escape');

  /** `words`: printed once it is all there. */
  const own = async (path: string, name: string, width: number, height: number, words = ''): Promise<void> => {
    const page = await session.openOwn(path);
    await page.size(width, height);
    await eventually(() => page.evaluate((wanted) => document.body.innerText.includes(wanted) || undefined, words));
    await take(page, name);
    await page.close();
  };
  await own(`popup.html?tab=${tab.id}`, 'popup', 360, 600, 'On this page');
  await own(`sidepanel.html?tab=${tab.id}`, 'side-panel', 400, 900, 'On this page');
  const opened = async (subject: ExploreSubject): Promise<string> =>
    `explore.html?k=${(await ask(session, 'explore.open', { subject, tab: false })).key}`;
  await own(await opened({ kind: 'person', id: person }), 'author-page', size.width, size.height);
  await own(await opened({ kind: 'topic', topic: TOPIC }), 'topic-page', size.width, size.height, TOPIC);
  const centre = { kind: 'person', id: person } as const;
  await own(await opened({ kind: 'graph', centre }), 'graph', size.width, size.height, AUTHOR);
  // A list of a dozen, not all of one kind.
  const papers = (report?.papers ?? []).map(({ id }) => id).slice(0, 12);
  for (const [at, id] of papers.entries())
    await ask(session, 'library.set', { id, status: at % 5 === 1 ? 'reading' : at % 4 === 3 ? 'read' : 'to-read' });
  await ask(session, 'list.edit', { ids: papers.slice(1, 4), edit: { addTags: ['thesis'], starred: true } });
  await own('library.html', 'reading-list', size.width, size.height);
  await own('options.html', 'options', size.width, size.height);
  await own('welcome.html', 'welcome', size.width, size.height);
  await tab.close();
  return taken;
}

function sizeOf(text: string): Size {
  const [, width, height] = /^(\d{2,4})x(\d{2,4})$/u.exec(text) ?? [];
  if (width === undefined || height === undefined) throw new WrongOption(`--size takes WIDTHxHEIGHT, not ${text}.`);
  return { width: Number(width), height: Number(height) };
}

async function pictures(args: string[]): Promise<number> {
  const { values } = parseOptions({
    args,
    options: { folder: { type: 'string' }, size: { type: 'string' }, browser: { type: 'string' } },
  });
  const kind = (values.browser ?? 'chromium') as Kind;
  if (!Object.hasOwn(builds, kind)) throw new WrongOption(`--browser takes ${Object.keys(builds).join(' or ')}.`);
  const size = sizeOf(values.size ?? '1280x900');
  const folder = resolve(values.folder ?? join(root, 'docs/pictures'));
  mkdirSync(folder, { recursive: true });
  await build(kind);
  for (const scheme of ['light', 'dark'] as const) {
    const site = sitePages(new Map([[listing, served(pageIn(scheme))]]));
    const session = await openBrowser(kind, { extension: builds[kind], site, scheme, size });
    try {
      await catalogReady(session);
      for (const file of await takeAll(session, scheme, size, folder)) console.log(fromRoot(file));
    } finally {
      await session.close();
    }
  }
  return 0;
}

await runCommand(usage, pictures);
