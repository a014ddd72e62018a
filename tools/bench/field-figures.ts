// The reader's field: how long until it is of use, and until it is whole, what comes to it day by day, and what it takes.
import { join } from 'node:path';
import { paperOfRecord } from '../../lib/harvest/harvested.ts';
import { seriesFacts } from '../../lib/harvest/series.ts';
import type { Block } from '../../lib/messages/page-protocol.ts';
import { buildPack, type BuiltPack } from '../../lib/packs/build.ts';
import { writePackFile } from '../../lib/packs/file.ts';
import { openBrowser } from '../browser/open.ts';
import { standInForArxiv } from '../stand-in/arxiv.ts';
import type { MadeUpPaper } from '../stand-in/papers.ts';
import { bundle } from './bundle.ts';
import type { FieldRun } from './field-in-page.ts';
import { fieldPapers } from './field-papers.ts';
import { measured, type FigureName, type Measured } from './figures.ts';
import { bytes, html, script, serve } from './server.ts';
import { median } from './statistics.ts';

export const fieldFigureNames: readonly FigureName[] = ['field.first', 'field.year', 'delta', 'series', 'bytes'];

const TODAY = '2026-11-27';
/** Papers, where no fewer are asked for. */
const YEAR = 60_000;
const BASE = 300_000;
const DELTA = 3_000;
const WINDOWS = 12;

interface InPage {
  field: (oai: string, today: string, titles: readonly Block[]) => Promise<FieldRun>;
  delta: (base: string, oai: string, today: string, titles: readonly Block[]) => Promise<FieldRun>;
  series: (packs: readonly string[], blocks: readonly Block[], repeats: number) => Promise<number>;
}

/** Titles of the newest papers, each a heading of its own. */
const titlesOf = (papers: readonly MadeUpPaper[]): Block[] =>
  papers.slice(-20).map(({ title }) => ({ text: title, kind: 'title', spans: [] }));

const rowsOf = (papers: readonly MadeUpPaper[]) =>
  papers.flatMap(({ authors, comments, journalRef, ...rest }) => {
    const row = paperOfRecord(
      {
        ...rest,
        sets: [],
        deleted: false,
        doi: '',
        comments: comments ?? '',
        journalRef: journalRef ?? '',
        authors: authors.map(([forenames, keyname]) => ({ forenames, keyname, suffix: '' })),
      },
      () => [],
    );
    return row === null ? [] : [row];
  });

const packOf = (papers: readonly MadeUpPaper[], number: number): Promise<BuiltPack> =>
  buildPack(seriesFacts(number, number, TODAY), rowsOf(papers));

/** Bytes a paper of a pack: all but the abstracts, and those. */
export function bytesAPaper({ pieces, sizes }: BuiltPack): {
  rest: number;
  abstract: number;
  byKind: Map<string, number>;
} {
  const byKind = new Map<string, number>();
  for (const { kind, bytes: some } of pieces) byKind.set(kind, (byKind.get(kind) ?? 0) + some.length / sizes.papers);
  const abstract = byKind.get('abstracts') ?? 0;
  return { rest: [...byKind.values()].reduce((sum, one) => sum + one, 0) - abstract, abstract, byKind };
}

function bytesFigure(pack: BuiltPack): Measured {
  const { rest, abstract, byKind } = bytesAPaper(pack);
  return measured('bytes', rest, [
    `${pack.sizes.papers} papers; abstracts of made words take ${abstract.toFixed(0)} more (goal 320)`,
    [...byKind].map(([kind, each]) => `${kind} ${each.toFixed(1)}`).join(', '),
  ]);
}

interface Asked {
  repeats: number;
  titles: number;
  shared: string | null;
}

export async function fieldFigures(
  only: readonly FigureName[],
  { repeats, titles, shared }: Asked,
): Promise<Measured[]> {
  const wants = (name: FigureName): boolean => only.includes(name);
  const given: Measured[] = [];
  const [inYear, inBase] = [Math.min(YEAR, titles), Math.min(BASE, titles)];
  const year = fieldPapers(inYear, { today: TODAY, days: 360, shared });
  const files = new Map<string, Uint8Array>();
  if (wants('bytes') || wants('series')) {
    const one = await packOf(year, 1);
    if (wants('bytes')) given.push(bytesFigure(one));
    files.set('/one.byline', writePackFile(one));
  }
  const code = await bundle(join(import.meta.dirname, 'field-in-page.ts'));
  const server = await serve((path) => {
    const file = files.get(path);
    if (file !== undefined) return bytes(file);
    if (path === '/field.js') return script(code);
    return path === '/' ? html('<!doctype html><title>Field</title><script src="/field.js"></script>') : undefined;
  });
  const alone = await openBrowser('chromium', { extension: null, site: null });
  const arxiv = await standInForArxiv({ papers: year });
  const oai = `${arxiv.origin}/oai`;
  try {
    const tab = await alone.open(`${server.origin}/`);
    const inPage = <T>(name: keyof InPage, words: readonly unknown[]): Promise<T> =>
      tab.evaluate(
        ({ name: called, words: given }) =>
          (globalThis as unknown as Record<string, (...words: readonly unknown[]) => Promise<T>>)[called]?.(
            ...given,
          ) as Promise<T>,
        { name, words },
      );
    const rounds = Math.min(3, repeats);
    if (wants('field.first') || wants('field.year')) {
      const runs: FieldRun[] = [];
      for (let round = 0; round < rounds; round += 1)
        runs.push(await inPage<FieldRun>('field', [oai, TODAY, titlesOf(year)]));
      const [{ papers, packs } = { papers: 0, packs: 0 }] = runs;
      const note = `${papers} papers in ${packs} packs, ${arxiv.asked().length / rounds} requests each time; median of ${rounds}`;
      given.push(measured('field.first', median(runs.map(({ first }) => first)) / 1000, [note]));
      given.push(measured('field.year', median(runs.map(({ whole }) => whole)) / 1000, [note]));
    }
    if (wants('delta')) {
      console.error(`Building ${inBase} papers …`);
      // Older papers, none of them asked for.
      files.set(
        '/base.byline',
        writePackFile(await packOf(fieldPapers(inBase, { today: '2024-01-01', days: 3000, shared }), 0)),
      );
      const fresh = fieldPapers(DELTA, { today: TODAY, days: 2, shared, from: inBase });
      arxiv.serve(fresh);
      const runs: FieldRun[] = [];
      for (let round = 0; round < rounds; round += 1)
        runs.push(await inPage<FieldRun>('delta', [`${server.origin}/base.byline`, oai, TODAY, titlesOf(fresh)]));
      files.delete('/base.byline');
      given.push(
        measured('delta', median(runs.map(({ whole }) => whole)) / 1000, [
          `${DELTA} papers beside ${inBase}: seen after ${(median(runs.map(({ first }) => first)) / 1000).toFixed(2)} s; ${runs[0]?.packs ?? 0} packs; median of ${rounds}`,
        ]),
      );
    }
    if (wants('series')) {
      const each = Math.ceil(inYear / 60);
      const base = inYear - WINDOWS * each;
      files.set('/0.byline', writePackFile(await packOf(year.slice(0, base), 1)));
      const parts = ['/0.byline'];
      for (let at = 0; at < WINDOWS; at += 1) {
        const path = `/${at + 1}.byline`;
        files.set(path, writePackFile(await packOf(year.slice(base + at * each, base + (at + 1) * each), at + 2)));
        parts.push(path);
      }
      // A page of 20 titles that are there and 200 paragraphs.
      const blocks: Block[] = [
        ...titlesOf(year),
        ...year.slice(0, 200).map(({ abstract }): Block => ({ text: abstract, kind: 'text', spans: [] })),
      ];
      const [one, many] = [
        await inPage<number>('series', [[`${server.origin}/one.byline`], blocks, 40]),
        await inPage<number>('series', [parts.map((path) => server.origin + path), blocks, 40]),
      ];
      given.push(
        measured('series', many / one, [
          `20 titles and 32,000 words: base of ${base} and ${WINDOWS} windows of ${each} ${many.toFixed(2)} ms, one pack ${one.toFixed(2)} ms; warm, median of 40`,
        ]),
      );
    }
    return given;
  } finally {
    await alone.close();
    await server.close();
    await arxiv.close();
  }
}
