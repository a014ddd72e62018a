// What a browser test needs: the built extension in the browser under test, and pages served under any address.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { copyFor, everyOffered, missingHosts } from '../../tools/annotate/copy.ts';
import { needBuild } from '../../tools/build.ts';
import {
  ask,
  catalogReady,
  eventually,
  openCard,
  commandPage,
  settledReport,
  type OpenCard,
  type Report,
} from '../../tools/browser/byline.ts';
import { openBrowser } from '../../tools/browser/open.ts';
import { importPack, type Imported } from '../../tools/browser/packs.ts';
import type { Kind, Launch, Session, Tab } from '../../tools/browser/session.ts';
import {
  firstOf,
  served,
  servedFile,
  siteAssets,
  sitePages,
  type Served,
  type Site,
} from '../../tools/browser/site.ts';
import { root } from '../../tools/project.ts';

/** The browsers under test; `BYLINE_BROWSER=firefox` leaves one. */
export const kinds: readonly Kind[] = (['chromium', 'firefox'] as const).filter(
  (kind) => (process.env['BYLINE_BROWSER'] ?? kind) === kind,
);

/** For `it.each`: what only Chromium lets a driver do (stop the worker, restart the extension) is no test in Firefox. */
export const onlyChromium = (kind: Kind): readonly Kind[] => (kind === 'chromium' ? [kind] : []);

/** For `it.each`: what only Firefox keeps in a file of its own. */
export const onlyFirefox = (kind: Kind): readonly Kind[] => (kind === 'firefox' ? [kind] : []);

/** A browser that takes a policy for one profile alone; elsewhere one is for the whole machine. */
export const takesPolicy = (kind: Kind): readonly Kind[] =>
  kind === 'firefox' && process.platform === 'linux' ? [kind] : [];

/** Saved pages that are not part of the project; tests that need them are skipped where they are not there. */
export const savedPages = join(root, '../shared/pages');
export const hasSavedPages = existsSync(savedPages);
export const savedPage = (path: string): Served => servedFile(join(savedPages, path));
export const fixture = (path: string, headers: Record<string, string> = {}): Served =>
  servedFile(join(root, 'tests/fixtures', path), headers);

export interface Byline {
  session: Session;
  /** Papers in the catalog. */
  papers: number;
  /** Serves the page under its address and opens it in a new tab. */
  visit: (address: string, page: Served | string) => Promise<Tab>;
  /** What the page script found, once it is done; fails where it does not run. */
  report: (tab: Tab) => Promise<Report>;
  /** The open card, once there is one. */
  card: (tab: Tab) => Promise<OpenCard>;
  noCard: (tab: Tab) => Promise<void>;
  /** Imports a file through the options page, as a reader does; answers once its pack is in. */
  importPack: (path: string, options?: { name?: string; limitMs?: number }) => Promise<Imported>;
}

interface Options extends Pick<Launch, 'scheme' | 'welcome' | 'inPrivate' | 'policy' | 'allowSites' | 'standIn'> {
  /** Addresses off the paper sites where Byline shall run: a copy of the build has the permission. */
  grant?: readonly string[];
  /** Addresses where Byline may run but does not by itself, as on a tab whose reader clicked the toolbar icon. */
  click?: readonly string[];
  /** Optional permissions that the reader gave. */
  permissions?: readonly string[];
  /** Leave the offered paper sites to the reader, as an install does; else all of them are granted. */
  asInstalled?: boolean;
}

/** A browser with the extension, its catalog ready. */
interface Opened {
  session: Session;
  papers: number;
  end: () => Promise<void>;
}

/** Sites of tests, which run beside the paper sites in every browser that an install does not restrict. */
const testSites = [
  ...['journal', 'slow', 'other', 'blog'].map((name) => `https://${name}.example/`),
  'https://github.com/',
];

async function open(
  kind: Kind,
  { grant = [], click = [], permissions = [], asInstalled = false, ...options }: Options,
  site: Site,
): Promise<Opened> {
  const build = await needBuild(kind, 'test');
  const asTest = !asInstalled && click.length === 0;
  const hosts = [
    ...(asTest ? everyOffered() : []),
    ...missingHosts(build, [...grant, ...click, ...(asTest ? testSites : [])]),
  ];
  const { folder: extension, remove } = copyFor(build, [...new Set(hosts)], click.length === 0, permissions);
  const session = await openBrowser(kind, { extension, site, ...options });
  return {
    session,
    papers: await catalogReady(session),
    end: async () => {
      await session.close();
      remove();
    },
  };
}

/** Browsers that stay open for the next file: a start costs more than most files' tests. */
const kept = new Map<Kind, Opened>();
process.once('SIGTERM', () => {
  for (const { session } of kept.values()) void session.kill();
  process.exit();
});

/** The kept browser as after an install: no tab, nothing stored; or a new one where there is none, or it is broken. */
async function openKept(kind: Kind, site: Site): Promise<Opened> {
  const before = kept.get(kind);
  kept.delete(kind); // Nobody else's meanwhile.
  if (before !== undefined) {
    try {
      const { session } = before;
      await session.closeTabs();
      session.serve(site);
      await ask(session, 'data.erase', { confirmed: true });
      const papers = await catalogReady(session);
      await session.forget();
      return { session, papers, end: keep({ ...before, papers }) };
    } catch {
      await before.session.kill().catch(() => undefined);
    }
  }
  const opened = await open(kind, {}, site);
  return { ...opened, end: keep(opened) };

  function keep(browser: Opened): () => Promise<void> {
    return async () => {
      if (kept.has(kind)) await browser.end();
      else kept.set(kind, browser);
    };
  }
}

async function start(kind: Kind, options: Options): Promise<Byline & { end: () => Promise<void> }> {
  const assets: Site = hasSavedPages ? siteAssets(join(savedPages, 'assets')) : () => null;
  const pages = new Map<string, Served>();
  const site: Site = (address) => firstOf(sitePages(pages), assets)(address);
  const { session, papers, end } = await (Object.keys(options).length === 0
    ? openKept(kind, site)
    : open(kind, options, site));
  return {
    session,
    papers,
    visit: (address, page) => {
      pages.set(address, typeof page === 'string' ? served(page) : page);
      return session.open(address);
    },
    report: async (tab) => {
      const report = await settledReport(session, tab);
      if (report === null) throw new Error('The page script does not run on this page.');
      return report;
    },
    card: async (tab) => {
      const card = await eventually(() => openCard(tab));
      if (card === undefined) throw new Error('No card opened within 30 s.');
      return card;
    },
    noCard: async (tab) => {
      const gone = await eventually(async () => ((await openCard(tab)) === undefined ? true : undefined));
      if (gone === undefined) throw new Error('The card is still open after 30 s.');
    },
    importPack: (path, given) => importPack(session, path, given),
    end,
  };
}

/** One browser for all tests of a `describe`; it is there inside `it`, not before. Without options it is the one of the
 *  file before, with nothing stored and no tab. */
export function useByline(kind: Kind, options: Options = {}): () => Byline {
  let byline: Awaited<ReturnType<typeof start>> | undefined;
  beforeAll(async () => {
    byline = await start(kind, options);
  });
  afterAll(async () => {
    await byline?.end();
  });
  return () => {
    if (byline === undefined) throw new Error('The browser is there only inside of a test.');
    return byline;
  };
}

/** Opens a paper's card by the order that the popup gives. */
export async function showPaper(byline: Byline, tab: Tab, id: string): Promise<OpenCard> {
  await tab.front();
  const answer = await commandPage(byline.session, tab, 'page.show', { id });
  if (answer?.shown !== true) throw new Error(`The page has no mark for ${id}.`);
  return byline.card(tab);
}
