// npm run annotate: the built extension in a real browser on a saved page, and a report of what it found there.
import { join, relative } from 'node:path';
import { catalogReady } from './browser/byline.ts';
import { openBrowser } from './browser/open.ts';
import { importPack } from './browser/packs.ts';
import { firstOf, servedFile, siteAssets, sitePages } from './browser/site.ts';
import { copyFor, missingHosts } from './annotate/copy.ts';
import { readOptions, usage, type Asked } from './annotate/options.ts';
import { addTrace, annotatePage, type PageResult } from './annotate/page.ts';
import { needBuild } from './build.ts';
import { runCommand } from './options.ts';
import { root } from './project.ts';

const plural = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

function line({ papers, authors, ran, errors }: PageResult, folder: string): string {
  const mentions = papers.reduce((sum, paper) => sum + paper.mentions.length, 0);
  const found = ran
    ? `${plural(papers.length, 'paper')} in ${plural(mentions, 'mention')}, ${plural(authors.length, 'author')}`
    : 'the page script did not run';
  const faults = errors.length === 0 ? '' : `, ${plural(errors.length, 'error')}`;
  return `${relative(process.cwd(), join(folder, 'report.json'))}: ${found}${faults}`;
}

/** Answers the addresses of pages that could not be read. */
async function annotate(asked: Asked): Promise<string[]> {
  const build = await needBuild(asked.browser);
  const { folder, remove } = copyFor(
    build,
    missingHosts(
      build,
      asked.pages.map(({ url }) => url),
    ),
  );
  const assets = asked.assets.map(siteAssets);
  const failed: string[] = [];
  const launch = { scheme: asked.scheme, site: () => null };
  try {
    const [session, alone] = await Promise.all([
      openBrowser(asked.browser, { ...launch, extension: folder }),
      openBrowser(asked.browser, { ...launch, extension: null }),
    ]);
    try {
      await catalogReady(session);
      for (const file of asked.packs) {
        const { name, papers, refused } = await importPack(session, file);
        console.error(
          `${name}: ${plural(papers, 'paper')}${refused === 0 ? '' : `, ${plural(refused, 'row')} not taken`}`,
        );
      }
      const catalog = { papers: await catalogReady(session) };
      const endTrace = await session.trace?.();
      const done: { folder: string; result: PageResult }[] = [];
      for (const page of asked.pages) {
        // Only this page is served under its address: a list may hold one address twice.
        const site = firstOf(sitePages(new Map([[page.url, servedFile(page.file)]])), ...assets);
        session.serve(site);
        alone.serve(site);
        try {
          const result = await annotatePage(session, alone, catalog, page);
          done.push({ folder: page.folder, result });
          console.log(line(result, page.folder));
        } catch (error) {
          // One page that can't be read is no reason not to read the rest.
          failed.push(page.url);
          console.error(`${page.url}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      const events = (await endTrace?.()) ?? [];
      for (const { folder: written, result } of done) addTrace(result, written, events, session.origin);
    } finally {
      await Promise.all([session.close(), alone.close()]);
    }
  } finally {
    remove();
  }
  return failed;
}

await runCommand(usage, async (words) => {
  const failed = await annotate(readOptions(words, join(root, 'artifacts/annotate')));
  return failed.length === 0 ? 0 : 1;
});
