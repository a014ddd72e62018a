// A reading list that an early version left behind in the real browser comes to this one whole, also where the worker is
// stopped while it does so; and what only a page said of a saved paper is still there after a restart.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ask, catalogReady, eventually, wait } from '../../tools/browser/byline.ts';
import { openBrowser } from '../../tools/browser/open.ts';
import { served, sitePages, type Served } from '../../tools/browser/site.ts';
import { leaveOldLibrary, type OldLibrary } from '../../tools/browser/library.ts';
import type { Session } from '../../tools/browser/session.ts';
import { needBuild } from '../../tools/build.ts';
import { kinds, onlyChromium, useByline } from './harness.ts';

const entry = (id: string, status: string, at: number) => ({
  id,
  title: `On the Old Rivers of ${id}`,
  authors: ['Ada Example', 'Ben Example'],
  year: 1999,
  venue: 'Journal of Rivers',
  arxivId: null,
  doi: null,
  status,
  addedAt: at,
  changedAt: at + 1,
  readAt: status === 'read' ? at + 1 : null,
});
const statuses = ['to-read', 'reading', 'read'] as const;
const entries = Array.from({ length: 120 }, (_, at) => entry(`old:${at}`, statuses[at % 3] ?? 'read', at));
const removed = [{ id: 'old:gone', entry: entry('old:gone', 'reading', 7), removedAt: 9 }];
const wei = { id: 'wei-wang', name: 'Wei Wang', variants: [], certain: false, colleagues: [], paper: null, since: 5 };
const libraries: readonly [1 | 2, OldLibrary][] = [
  [1, { entries, removed, follows: [] }],
  [2, { entries, removed, follows: [wei] }],
];

async function isWhole(session: Session, { follows }: OldLibrary): Promise<void> {
  const { text } = await ask(session, 'data.copy', {});
  const copy = JSON.parse(text) as { works: ReturnType<typeof entry>[]; follows: object[] };
  const dates = (rows: readonly ReturnType<typeof entry>[]) =>
    rows
      .map(({ id, status, addedAt, changedAt, readAt }) => [id, status, addedAt, changedAt, readAt].join(' '))
      .toSorted();
  expect(dates(copy.works)).toEqual(dates(entries));
  expect(copy.follows).toEqual(follows);
  expect((await ask(session, 'library.notice', {})).notice).toBeNull();
  // What was taken off comes back as it was.
  expect(await ask(session, 'library.set', { id: 'old:gone', status: 'reading' })).toMatchObject({ since: 8 });
}

describe.each(kinds)('a reading list in %s', (kind) => {
  const byline = useByline(kind);

  it.each(libraries)('of version %i is whole', async (version, library) => {
    const { session } = byline();
    await leaveOldLibrary(session, version, library);
    await isWhole(session, library);
  });

  it.each(onlyChromium(kind).flatMap(() => libraries))(
    'of version %i is whole after the worker was stopped while it was read',
    async (version, library) => {
      const { session } = byline();
      await leaveOldLibrary(session, version, library);
      for (const pause of [0, 2, 5, 10, 20, 40]) {
        const under = ask(session, 'library.recent', { limit: 1 }).catch(() => null);
        await wait(pause);
        await session.stopWorker?.();
        await under;
      }
      await isWhole(session, library);
    },
  );
});

const page = served(`<!doctype html><html lang="en"><title>On the Warm-Up of Quiet Rivers</title>
  <meta name="citation_title" content="On the Warm-Up of Quiet Rivers">
  <meta name="citation_author" content="Example, Ada"><meta name="citation_author" content="Example, Ben">
  <meta name="citation_date" content="2026/05/01"><meta name="citation_journal_title" content="Journal of Rivers">
  <meta name="citation_volume" content="12"><meta name="citation_firstpage" content="864">
  <meta name="citation_lastpage" content="873"><meta name="citation_doi" content="10.55555/rivers.1">
  <meta name="citation_pdf_url" content="https://press.example/rivers.pdf">
  <meta name="citation_abstract" content="Rivers are measured while they warm up, and the quiet ones take longer.">
  <h1>On the Warm-Up of Quiet Rivers</h1>
  <p>Our code is available at <a href="https://github.com/rivers/warm-up">https://github.com/rivers/warm-up</a>.</p>`);

describe.each(kinds)('a saved paper that only its page knew, in %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'byline-page-only-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  it('has its abstract, PDF, code and pages after the browser was closed and opened again', async () => {
    const address = 'https://www.semanticscholar.org/paper/On-the-Warm-Up/0123456789abcdef';
    const extension = await needBuild(kind, 'test');
    const open = (first: boolean) =>
      openBrowser(kind, {
        extension,
        site: sitePages(new Map<string, Served>([[address, page]])),
        profile: join(folder, 'profile'),
        welcome: !first,
      });
    const id = 'doi:10.55555/rivers.1';
    let session = await open(true);
    try {
      await catalogReady(session);
      await session.open(address);
      const before = await eventually(() => ask(session, 'card.paper', { id }).catch(() => undefined));
      expect(before?.abstract?.text).toContain('the quiet ones take longer');
      await ask(session, 'library.set', { id, status: 'reading' });
      await session.close();
      session = await open(false);
      await catalogReady(session);
      const after = await ask(session, 'card.paper', { id });
      expect(after).toMatchObject({ status: 'reading', abstract: before?.abstract });
      expect(after.code.map(({ url }) => url)).toEqual(['https://github.com/rivers/warm-up']);
      expect(after.elsewhere.map(({ url }) => url)).toContain('https://press.example/rivers.pdf');
      expect(after.bibtex).toBe(before?.bibtex);
      expect(after.bibtex).toContain('pages = {864--873}');
    } finally {
      await session.close();
    }
  });
});
