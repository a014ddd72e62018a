// Files that are none, cut off, damaged or without end: each says what and where, and never another error.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch, ByteSource } from '../../../../lib/packs/readers/reader.ts';
import { UnreadableFile } from '../../../../lib/packs/unreadable-file.ts';
import { rowCodes } from '../../../../lib/failures/failure.ts';
import { openAs, recognise } from '../../../../lib/packs/readers/index.ts';
import {
  arxivRow,
  batchesOf,
  bib,
  dblpXml,
  files,
  gz,
  links,
  parquet,
  readAll,
  ris,
  sourceOf,
  utf8,
  work,
} from './fixtures.ts';

const outcome = async (content: string | Uint8Array): Promise<string> => {
  try {
    await readAll(content, 'papers.x');
  } catch (error) {
    if (error instanceof UnreadableFile) return error.message;
    throw error;
  }
  return 'read';
};

/** Bytes that come a few at a time. */
const bytewise = (content: Uint8Array, atOnce: number): ByteSource => ({
  ...sourceOf(content, 'papers.x'),
  stream: (from = 0) => {
    let at = from;
    return new ReadableStream({
      pull(controller) {
        if (at >= content.length) controller.close();
        else controller.enqueue(content.subarray(at, at + atOnce));
        at += atOnce;
      },
    });
  },
});
const rowsOf = async (source: ByteSource): Promise<Batch[]> => batchesOf(await openAs('openalex', source));

describe('says what and where', () => {
  const half = (content: Uint8Array): Uint8Array => content.subarray(0, Math.floor(content.length * 0.7));
  const lines = utf8([0, 1, 2].map((n) => JSON.stringify(arxivRow(n))).join('\n'));
  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'file-empty, papers.x'],
    ['empty gzip', gz(''), 'file-empty, papers.x'],
    ['some text', 'Hello, this is a letter.\nIt goes on.\n', 'file-unknown, papers.x'],
    ['a picture', new Uint8Array([0x89, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]), 'file-unknown, papers.x'],
    ['other JSON', '[{"name":"x"}]', 'file-unknown, papers.x'],
    ['HTML', '<!doctype html><title>Login</title>', 'file-unknown, papers.x'],
    ['a CSV without titles', 'a,b\n1,2\n', 'file-unknown, papers.x'],
    ['other Parquet', parquet([{ a: 'b' }]), 'file-unknown, papers.x'],
    ['JSON that ends in the middle', half(utf8(JSON.stringify(links))), 'file-cut, papers.x, entry '],
    ['JSON lines that end in a line', lines.subarray(0, -20), 'file-cut, papers.x, line 3'],
    ['gzip that ends too early', half(gz(JSON.stringify(links))), 'file-cut, papers.x, byte '],
    ['gzip without its end', gz(JSON.stringify([work])).subarray(0, -6), 'file-cut, papers.x, byte '],
    ['Parquet without its end', half(parquet(links)), 'file-cut, papers.x, footer'],
    ['dblp that ends too early', half(utf8(dblpXml)), 'file-cut, papers.x, entry '],
    ['BibTeX that ends in an entry', bib.slice(0, -15), 'file-cut, papers.x, entry '],
    ['RIS that ends in an entry', ris.slice(0, -8), 'file-cut, papers.x, entry 3'],
    ['CSV that ends in quotes', 'title,year\n"A title', 'file-cut, papers.x, row 2'],
  ])('%s', async (_, content, begins) => {
    const said = await outcome(content);
    expect(said.slice(0, begins.length)).toBe(begins);
  });

  it.each<[string, (member: Uint8Array) => void, RegExp]>([
    [
      'the sum',
      (member) => (member[member.length - 8] = (member[member.length - 8] ?? 0) ^ 1),
      /^file-damaged, papers\.x, byte \d+$/,
    ],
    [
      'the length',
      (member) => (member[member.length - 4] = (member[member.length - 4] ?? 0) ^ 1),
      /^file-(?:damaged|cut), papers\.x, byte \d+$/,
    ],
  ])('gzip of which %s is another, wherever its member stands and however it is cut', async (_, turn, begins) => {
    const member = (): Uint8Array => gz(`${JSON.stringify(work)}\n`);
    const bad = member();
    turn(bad);
    const whole = (members: Uint8Array[]): Uint8Array => Uint8Array.from(members.flatMap((one) => [...one]));
    expect(await outcome(whole([member(), member(), member()]))).toBe('read');
    for (const members of [[bad], [bad, member()], [member(), bad, member()], [member(), bad]])
      for (const atOnce of [3, 7, 9, 1000]) {
        const said = await rowsOf(bytewise(whole(members), atOnce)).then(
          () => 'read',
          (error: unknown) => (error instanceof UnreadableFile ? error.message : String(error)),
        );
        expect(said).toMatch(begins);
      }
  });

  it('a bomb is left as soon as it is seen', async () => {
    const spaces = new Uint8Array(80 * 2 ** 20).fill(32);
    spaces.set(utf8(`${JSON.stringify(work)}\n`));
    const bomb = gz(spaces);
    expect(await outcome(bomb)).toMatch(/^file-endless, papers\.x, entry 2$/);
  });

  it.each([
    ['JSON', `[${JSON.stringify(work)},"${'x'.repeat(9 * 2 ** 20)}"]`],
    ['lines', `${JSON.stringify(work)}\n{"title":"${'x'.repeat(9 * 2 ** 20)}"}\n`],
    ['BibTeX', `@misc{a, title={B c}}\n@misc{b, title={${'x'.repeat(9 * 2 ** 20)}}}\n`],
    ['CSV', `title\nA title\n"${'x'.repeat(9 * 2 ** 20)}"\n`],
  ])('a row of more than 8 MB in %s', async (_, content) => {
    expect(await outcome(content)).toMatch(/^file-long-row, papers\.x, (?:entry|row) [23]$/);
  });

  it('another kind than the one asked for', async () => {
    await expect(openAs('arxiv', sourceOf(bib, 'a.bib'))).rejects.toThrow('file-other-kind, a.bib, bibtex, arxiv');
  });
});

/** Reads what may be damaged; answers rows or a refusal, and throws for everything else. */
async function survives(content: Uint8Array): Promise<void> {
  try {
    const { format, opened } = await recognise(sourceOf(content));
    if (format.kind === 'byline') return;
    for (const { rows } of await batchesOf(opened))
      for (const row of rows) expect('record' in row || rowCodes.includes(row.refused.code)).toBe(true);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    expect(error.failure.args[0]).not.toBe('');
  }
}

describe('damage', () => {
  it.each(Object.entries(files))('%s: cut anywhere, or with bytes changed', async (_, make) => {
    const content = make();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(content.length),
        fc.array(fc.tuple(fc.nat(content.length - 1), fc.nat(255)), { maxLength: 4 }),
        async (length, changes) => {
          await survives(content.subarray(0, length));
          const changed = content.slice();
          for (const [at, byte] of changes) changed[at] = byte;
          await survives(changed);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('any bytes, also behind the first bytes of each format', async () => {
    const begins = ['', 'PAR1', 'BYLPACK1', '<dblp>', '@article{', 'TY  - ', 'title,', '[{', '{"id":1,"title":'].map(
      utf8,
    );
    const gzip = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...begins, gzip), fc.uint8Array({ maxLength: 300 }), (begin, bytes) =>
        survives(new Uint8Array([...begin, ...bytes])),
      ),
      { numRuns: 300 },
    );
  });
});

describe('going on', () => {
  const many = Array.from({ length: 2600 }, (_, n) => n);
  const large: Record<string, Uint8Array> = {
    lines: utf8(many.map((n) => JSON.stringify(arxivRow(n))).join('\n')),
    list: utf8(JSON.stringify(many.map(arxivRow), undefined, 1)),
    'lines, gzipped': gz(many.map((n) => JSON.stringify(arxivRow(n))).join('\n')),
    'joined rows': utf8(
      JSON.stringify(
        many.map((n) => ({ ...links[0], paper_url: `p${Math.floor(n / 7)}`, repo_url: `https://github.com/a/${n}` })),
      ),
    ),
    Parquet: parquet(many.map(arxivRow), { group: 700 }),
    'joined rows, Parquet': parquet(
      many.map((n) => ({ ...links[0], paper_url: `p${Math.floor(n / 7)}`, repo_url: `https://github.com/a/${n}` })),
      { group: 500 },
    ),
    dblp: utf8(
      `<dblp>\n${many.map((n) => `<article key="k/${n}"><author>A B</author><title>Paper number ${n} of many.</title></article>`).join('\n')}\n</dblp>`,
    ),
    bibtex: utf8(
      `@string{j = {Journal}}\n${many
        .slice(0, 1300)
        .map((n) => `@article{k${n}, title={Paper number ${n} of many}, journal = j}`)
        .join('\n')}\n`,
    ),
    ris: utf8(many.map((n) => `TY  - JOUR\nTI  - Paper number ${n} of many\nER  - \n`).join('')),
    csv: utf8(`title,year\n${many.map((n) => `"Paper number ${n}, of many ${'x'.repeat(100)}",2001`).join('\n')}\n`),
  };

  it.each(Object.entries(large))('%s: after any batch, the rest and nothing twice', async (_, content) => {
    const { opened } = await recognise(sourceOf(content));
    const all = await batchesOf(opened);
    expect(all.length).toBeGreaterThan(1);
    const rows = (batches: readonly Batch[]): unknown[] => batches.flatMap((batch) => batch.rows);
    expect(all.at(-1)?.read).toBeGreaterThan(0);
    for (const [at, { resume }] of all.entries()) {
      const stand: unknown = JSON.parse(JSON.stringify(resume));
      const again = await recognise(sourceOf(content));
      expect(rows(await batchesOf(again.opened, stand))).toEqual(rows(all.slice(at + 1)));
    }
  });
});
