// The pack command on small files: what it builds it can check, and a bad file is one sentence and exit code 1.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPackFile } from '../../../lib/packs/file.ts';
import { readSeries, type PublishedSeries } from '../../../lib/packs/remote/series.ts';
import { readRecords } from '../../../lib/packs/tables/records.ts';
import { runPack } from '../../../tools/pack/command.ts';
import { bib, links, parquet } from '../packs/readers/fixtures.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'byline-pack-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

async function pack(...args: string[]): Promise<{ code: number; said: string; complained: string[] }> {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runPack(args, { print: (line) => said.push(line), complain: (line) => complained.push(line) });
  return { code, said: said.join('\n'), complained };
}

describe('npm run pack', () => {
  it('builds a pack of several files and says what is in it', async () => {
    const out = join(folder, 'code.byline');
    const one = write('one.parquet', parquet(links));
    const other = write('other.json', JSON.stringify(links.slice(3)));
    const made = await pack('build', '--from', 'papers-with-code-links', one, other, '--out', out, '--name', 'My code');
    expect(made).toMatchObject({ code: 0, complained: [] });
    expect(made.said).toContain('My code (p-my-code)');
    const checked = await pack('check', out);
    expect(checked.code).toBe(0);
    expect(checked.said).toMatch(/papers +3\n/);
    expect(checked.said).toMatch(/with arXiv +2 \(67 %\)/);
    expect(checked.said).toContain('licence      CC BY-SA 4.0');
    expect(checked.said).toMatch(/records +\d/);
  });

  it('says of a file that is no pack what is in it, and which rows it does not take', async () => {
    const { code, said } = await pack('check', write('a.bib', bib));
    expect(code).toBe(0);
    expect(said).toMatch(/^a\.bib: BibTeX, /);
    expect(said).toMatch(/years +1843 to 2019/);
    expect(said).toContain('1 × It has no title. First: entry none.');
  });

  it('writes each row as it was read, and each that is refused, of a file and of a pack', async () => {
    const out = join(folder, 'rows.json');
    const read = async (
      file: string,
    ): Promise<{ rows: { title: string; doi: string | null }[]; refused: unknown[] }> => {
      expect(await pack('check', file, '--json', out)).toMatchObject({ code: 0, complained: [] });
      return JSON.parse(readFileSync(out, 'utf8')) as Awaited<ReturnType<typeof read>>;
    };
    const file = write('rows.bib', bib);
    const { rows, refused } = await read(file);
    expect(rows).toContainEqual({
      title: 'Sorting in $O(n \\log n)$ Time',
      authors: ['Ada Lovelace'],
      year: 1843,
      venue: 'J. Eng.',
      doi: '10.1000/abc',
      arxivId: null,
      type: 'journal',
      code: [],
    });
    expect(refused).toContainEqual({ reason: 'It has no title.', at: 'entry none' });
    const made = join(folder, 'rows.byline');
    await pack('build', '--from', 'bibtex', file, '--out', made);
    const again = await read(made);
    const titles = (all: typeof rows): string[] => all.map(({ title }) => title).toSorted();
    expect(titles(again.rows)).toEqual(titles(rows));
    expect(again.refused).toEqual([]);
  });

  it('one sentence and exit code 1 for a bad file', async () => {
    const out = join(folder, 'whole.byline');
    await pack('build', '--from', 'bibtex', write('b.bib', bib), '--out', out);
    const bytes = readFileSync(out);
    const bad = [
      write('half.byline', bytes.subarray(0, bytes.length - 20)),
      write(
        'turned.byline',
        bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)),
      ),
      write('letter.txt', 'Dear reader,\n'),
      join(folder, 'nothing.json'),
    ];
    for (const path of bad) {
      const { code, said, complained } = await pack('check', path);
      expect([code, said, complained.length]).toEqual([1, '', 1]);
      expect(complained[0]).toMatch(/^[^\n]{10,300}\.$/);
    }
  });

  it('writes nothing when a file is of another kind', async () => {
    const out = join(folder, 'none.byline');
    const { code, complained } = await pack('build', '--from', 'arxiv', write('c.bib', bib), '--out', out);
    expect([code, complained]).toEqual([1, ['c.bib is bibtex and not arxiv. Choose another file or another kind.']]);
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    [[]],
    [['sing']],
    [['check']],
    [['build', '--from', 'nothing', 'a', '--out', 'b']],
    [['build', '--from', 'csv', 'a']],
    [['check', '--loud', 'a']],
  ])('wrong use says how: %j', async (args) => {
    const { code, complained } = await pack(...args);
    expect(code).toBe(2);
    expect(complained[0]).toContain('npm run pack -- build --from KIND');
  });
});

describe('npm run pack -- publish', () => {
  const row = (id: string, title: string, categories: string, abstract = `We look at ${title}.`) =>
    JSON.stringify({ id, title, categories, abstract, authors: 'Oda Quillfeather', doi: null, 'journal-ref': null });
  const first = [
    row('2601.00001', 'Sorting Patient Lanterns by Weight', 'cs.LG cs.CV'),
    row('2601.00002', 'Tracing Sparse Orchards under Slow Weather', 'stat.ML'),
    row('2601.00003', 'Naming Folded Kettles without a Second Look', 'cs.CV'),
    row('2601.00004', 'Balancing Lukewarm Rivers in Crowded Valleys', 'hep-th'),
  ];
  const publishIn = (out: string, lines: readonly string[], ...more: string[]) =>
    pack('publish', '--from', 'arxiv', write('snapshot.jsonl', lines.join('\n')), '--out', out, ...more);
  const seriesIn = (out: string): PublishedSeries => {
    const series = readSeries(readFileSync(join(out, 'series.json'), 'utf8'));
    if (series === null) throw new Error('series.json is none.');
    return series;
  };
  const titlesOf = async (path: string): Promise<string[]> => {
    const { pieces } = await loadPackFile(new Blob([readFileSync(path)]).stream());
    return pieces.flatMap(({ kind, bytes }) =>
      kind === 'records' ? readRecords(bytes).flatMap((record) => (record === null ? [] : [record.title])) : [],
    );
  };

  it('writes a pack for each field, and what is new or changed later as packs that add to them', async () => {
    const out = join(folder, 'published');
    expect(await publishIn(out, first, '--fields', 'machine-learning,vision')).toMatchObject({ code: 0 });
    const one = seriesIn(out);
    expect(one.fields.map(({ id, packs }) => [id, packs.map(({ papers, after }) => [papers, after])])).toEqual([
      ['machine-learning', [[2, null]]],
      ['vision', [[2, null]]],
    ]);
    const [made] = one.fields[0]?.packs ?? [];
    const bytes = readFileSync(join(out, made?.file ?? ''));
    expect(made).toMatchObject({
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      licence: 'CC0 1.0',
    });

    const later = [
      ...first.slice(0, 2),
      row('2601.00003', 'Naming Folded Kettles with a Second Look', 'cs.CV'),
      row('2602.00005', 'Mapping Borrowed Tensors from Half a Map', 'cs.LG'),
    ];
    expect(await publishIn(out, later, '--fields', 'machine-learning,vision')).toMatchObject({ code: 0 });
    const other = seriesIn(out);
    expect(other.number).toBe(2);
    expect(other.fields.map(({ packs }) => packs.map(({ number, after }) => [number, after]))).toEqual([
      [
        [1, null],
        [2, 1],
      ],
      [
        [1, null],
        [2, 1],
      ],
    ]);
    expect(await titlesOf(join(out, 'machine-learning-2.byline'))).toEqual([
      'Mapping Borrowed Tensors from Half a Map',
    ]);
    expect(await titlesOf(join(out, 'vision-2.byline'))).toEqual(['Naming Folded Kettles with a Second Look']);

    const same = await publishIn(out, later, '--fields', 'vision');
    expect(same.said).toContain('vision: nothing new');
    expect(seriesIn(out).fields.map(({ id }) => id)).toEqual(['vision', 'machine-learning']);
  });

  it('publishes nothing over packs that were changed, or for a field that does not exist', async () => {
    const out = join(folder, 'changed');
    await publishIn(out, first, '--fields', 'cs.CV');
    const before = readFileSync(join(out, 'series.json'), 'utf8');
    writeFileSync(join(out, 'cs-cv-1.byline'), 'other bytes');
    const changed = await publishIn(out, first, '--fields', 'cs.CV');
    expect(changed).toMatchObject({ code: 1, complained: [expect.stringContaining('is not what series.json says')] });
    expect((await publishIn(out, first, '--fields', 'alchemy')).complained).toEqual([
      expect.stringContaining('There is no field alchemy.'),
    ]);
    expect(readFileSync(join(out, 'series.json'), 'utf8')).toBe(before);
  });
});
