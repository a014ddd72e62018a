// Looks at pages with the built extension in Chromium; further papers come in as a pack, through the options page.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyFor, missingHosts } from '../annotate/copy.ts';
import { needBuild } from '../build.ts';
import { catalogReady, settledReport, type Report } from '../browser/byline.ts';
import { openBrowser } from '../browser/open.ts';
import { importPack } from '../browser/packs.ts';
import { firstOf, served, servedFile, siteAssets, sitePages } from '../browser/site.ts';
import type { Catalog } from './catalog.ts';
import type { Looker } from './engine.ts';
import { writeCatalogPack } from './pack.ts';
import type { Mark } from './score.ts';
import { htmlOf } from './sheet.ts';

/** The marks of a report. It lists them by paper, so a mark of several papers is in it several times. */
export function marksOf({ papers }: Pick<Report, 'papers'>): Mark[] {
  const marks = new Map<string, { text: string; papers: string[]; by: Mark['by'] }>();
  for (const { id, mentions } of papers)
    mentions.forEach(({ text, via, visible, rect }, nth) => {
      if (!visible) return;
      // The position of a mark tells it from others of the same text; without a place each is its own.
      const key = JSON.stringify([text, via, rect ?? [id, nth]]);
      const known = marks.get(key);
      if (known === undefined) marks.set(key, { text, papers: [id], by: via === 'title' ? 'title' : 'id' });
      else known.papers.push(id);
    });
  return [...marks.values()];
}

/** The same build for all catalogs, whatever is edited or built meanwhile. */
let built: Promise<string> | undefined;

async function buildAside(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'byline-accuracy-build-'));
  cpSync(await needBuild('chromium'), folder, { recursive: true });
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** `addresses`: of all pages to come; `assets`: what the pages load. */
export async function browserWith(catalog: Catalog, addresses: readonly string[], assets: string): Promise<Looker> {
  built ??= buildAside();
  const build = await built;
  const { folder, remove } = copyFor(build, missingHosts(build, addresses));
  const made = mkdtempSync(join(tmpdir(), 'byline-accuracy-'));
  const session = await openBrowser('chromium', { extension: folder, site: () => null });
  const end = async (): Promise<void> => {
    await session.close();
    remove();
    rmSync(made, { recursive: true, force: true });
  };
  try {
    await catalogReady(session);
    if (catalog.further.length > 0) {
      const file = join(made, 'titles.byline');
      await writeCatalogPack(catalog, file);
      const { papers, milliseconds } = await importPack(session, file);
      console.error(`Imported ${papers} papers in ${(milliseconds / 1000).toFixed(1)} s.`);
    }
  } catch (error) {
    await end();
    throw error;
  }
  return {
    look: async ({ name, page, url }) => {
      const body = 'blocks' in page ? served(htmlOf(name, page.blocks)) : servedFile(page.file);
      session.serve(firstOf(sitePages(new Map([[url, body]])), siteAssets(assets)));
      const tab = await session.open(url);
      try {
        const report = await settledReport(session, tab, 60_000);
        if (report === null) throw new Error(`The page script does not run on ${url}.`);
        return marksOf(report);
      } finally {
        await tab.close();
      }
    },
    end,
  };
}
