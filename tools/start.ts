// npm start: builds, and opens a browser with the extension on a page that mentions papers in every way we handle,
// or on the address or saved page that was named. Without a display it runs headless and says what it found.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { copyFor, missingHosts } from './annotate/copy.ts';
import { catalogReady, openCard, settledReport, type Report } from './browser/byline.ts';
import { findBrowser, NoBrowser } from './browser/find.ts';
import { openBrowser } from './browser/open.ts';
import type { Kind, Session, Tab } from './browser/session.ts';
import { build } from './build.ts';
import { demoCases } from './demo/cases.ts';
import { servePage } from './demo/server.ts';
import { takePictures } from './demo/pictures.ts';
import { builds, fromRoot, root } from './project.ts';

const hasDisplay = (): boolean =>
  process.platform !== 'linux' ||
  (process.env['DISPLAY'] ?? '') !== '' ||
  (process.env['WAYLAND_DISPLAY'] ?? '') !== '';

/** What to open: an address as it is, a file from a small server of ours, the demo page by default. */
async function target(word: string | undefined): Promise<{ address: string; close: () => void }> {
  if (word !== undefined && /^https?:/u.test(word) && URL.canParse(word))
    return { address: word, close: () => undefined };
  const file = word === undefined ? join(root, 'tools/demo/page.html') : resolve(word);
  if (!existsSync(file)) throw new Error(`${word ?? ''} is neither an http or https address nor a file.`);
  return servePage(file);
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd())
    .join('\n');
}

async function printFindings(tab: Tab, report: Report): Promise<void> {
  const cases = await demoCases(tab, report);
  if (cases.length > 0) {
    const rows = cases.map(({ name, expected, found }) => [
      name,
      String(found),
      found === expected ? '' : `expected ${expected}`,
    ]);
    console.log(`\nMarks on the demo page\n${table([['where', 'marks', ''], ...rows])}`);
  }
  const papers = report.papers.map(({ title, arxivId, code, mentions }) => [
    String(mentions.filter(({ visible }) => visible).length),
    [...new Set(mentions.map(({ via }) => via))].join(', '),
    arxivId ?? '',
    code ? 'code' : '',
    title.length > 80 ? `${title.slice(0, 79)}…` : title,
  ]);
  console.log(
    papers.length === 0
      ? '\nNo paper of the catalog is on this page.'
      : `\nPapers found\n${table([['marks', 'by', 'arXiv', '', 'title'], ...papers])}`,
  );
}

/** Without a display: looks, prints, takes pictures, and ends. */
async function look(session: Session, address: string): Promise<number> {
  const tab = await session.open(address);
  await tab.front();
  const report = await settledReport(session, tab);
  if (report === null) {
    console.error(`Byline does not run on ${address}.`);
    return 1;
  }
  await printFindings(tab, report);
  const pictures = join(root, 'artifacts/start');
  mkdirSync(pictures, { recursive: true });
  const taken = await takePictures(session, tab, report, address, pictures);
  console.log(
    `\nNo display here, so this ran headless. Pictures:\n${taken.map((file) => `  ${fromRoot(file)}`).join('\n')}`,
  );
  const errors = await session.errors();
  if (errors.length > 0) console.error(`\nErrors on the consoles:\n${errors.join('\n')}`);
  return errors.length > 0 || ((await openCard(tab)) === undefined && report.papers.length > 0) ? 1 : 0;
}

async function main(word: string | undefined): Promise<number> {
  const page = await target(word);
  // Firefox where it is the only one; where there is none, a Chromium is installed.
  const kind: Kind = findBrowser('chromium') === null && findBrowser('firefox') !== null ? 'firefox' : 'chromium';
  console.log('Building Byline …');
  await build(kind);
  const visible = hasDisplay();
  const { folder, remove } = copyFor(builds[kind], missingHosts(builds[kind], [page.address]));
  const session = await openBrowser(kind, { extension: folder, site: null, visible });
  try {
    console.log(`${session.name}, ${await catalogReady(session)} papers in the catalog, ${page.address}`);
    if (!visible) return await look(session, page.address);
    await session.open(page.address);
    console.log('Rest the pointer on an underlined title. Close the browser to end.');
    await session.closed;
    return 0;
  } finally {
    await session.close();
    remove();
    page.close();
  }
}

try {
  process.exitCode = await main(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  if (error instanceof Error && !(error instanceof NoBrowser)) process.exitCode = 2;
  else process.exitCode = 1;
}
