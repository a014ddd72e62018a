// An import does not parse records that readers made (`import/run.ts`): so whatever a file holds, what a reader makes of
// it must be within the limits of the schema.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats, openAs, tableKinds } from '../../../../lib/packs/readers/index.ts';
import { UnreadableFile } from '../../../../lib/packs/unreadable-file.ts';
import { PaperRecord } from '../../../../lib/paper/record.ts';
import {
  abstracts,
  arxivRow,
  bib,
  cslItems,
  csv,
  dblpXml,
  files,
  links,
  note,
  readAll,
  ris,
  sourceOf,
  paperMemoryEntry,
  paperpileItem,
  work,
  zoteroItem,
} from './fixtures.ts';

const check = (records: readonly unknown[]): void => {
  for (const record of records) expect(PaperRecord.safeParse(record).error).toBeUndefined();
};

/** The records of a file of that kind; none where it is refused. */
async function recordsOf(kind: string, content: string): Promise<unknown[]> {
  const records: unknown[] = [];
  try {
    for await (const { rows } of (await openAs(kind, sourceOf(content))).rows())
      for (const row of rows) if ('record' in row) records.push(row.record);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
  }
  return records;
}

const whole: Readonly<Record<string, object>> = {
  'papers-with-code-links': links[0] ?? {},
  'papers-with-code': abstracts[0] ?? {},
  arxiv: arxivRow(2),
  openalex: work,
  csl: cslItems[0] ?? {},
  zotero: zoteroItem,
  paperpile: paperpileItem,
  papermemory: paperMemoryEntry,
  openreview: note,
};
const texts: Readonly<Record<string, string>> = { dblp: dblpXml, ris, bibtex: bib, csv };

/** What stands in a field that somebody filled in wrongly, or meant badly. */
const filled = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.webUrl(),
  fc.constantFrom('x'.repeat(2001), 'A b '.repeat(700), '\u0000\ud800', '<i></i>', '10.1000/'.padEnd(400, 'y')),
  fc.array(fc.constantFrom('Ada Lovelace', '', 'https://example.org/a b', 'cs.LG'), { maxLength: 600 }),
  fc.integer(),
);

it('every kind of table and text is tried here', () => {
  expect(Object.keys(whole).toSorted()).toEqual(tableKinds.map(({ kind }) => kind).toSorted());
  const others = formats.map(({ kind }) => kind).filter((kind) => !(kind in whole));
  // A pack is copied; a Parquet file is one of the tables.
  expect(others.toSorted()).toEqual([...Object.keys(texts), 'byline', 'parquet'].toSorted());
});

describe('records are what a pack takes', () => {
  it.each(Object.entries(files))('%s', async (_, content) => {
    const { records } = await readAll(content());
    expect(records.length).toBeGreaterThan(0);
    check(records);
  });

  it.each(Object.entries(whole))('%s with other things in its fields', async (kind, row) => {
    let made = 0;
    const change = fc.dictionary(fc.constantFrom(...Object.keys(row)), filled, { minKeys: 1, maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        // The first row says what the file is.
        const lines = [row, ...changes.map((one) => ({ ...row, ...one }))].map((one) => JSON.stringify(one));
        const records = await recordsOf(kind, lines.join('\n'));
        made += records.length;
        check(records);
      }),
      { numRuns: 60 },
    );
    expect(made).toBeGreaterThan(60);
  });

  it.each(Object.entries(texts))('%s with other things in it', async (kind, text) => {
    let made = 0;
    const put = fc.tuple(
      fc.nat(text.length),
      fc.nat(6),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string(),
        fc.constantFrom('x'.repeat(2100), 'É, '.repeat(600), '&#0;', '{', '"'),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(put, { minLength: 1, maxLength: 4 }), async (puts) => {
        let content = text;
        for (const [at, without, put_] of puts) content = content.slice(0, at) + put_ + content.slice(at + without);
        const records = await recordsOf(kind, content);
        made += records.length;
        check(records);
      }),
      { numRuns: 60 },
    );
    expect(made).toBeGreaterThan(5);
  });
});
