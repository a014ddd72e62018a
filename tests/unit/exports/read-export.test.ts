import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { frequentPeople } from '../../../lib/exports/frequent-people.ts';
import { keptOfRecord } from '../../../lib/exports/kept.ts';
import { readExport } from '../../../lib/exports/read-export.ts';
import { KeptPaper } from '../../../lib/library/schema.ts';
import { root } from '../../../tools/project.ts';
import { inShort } from '../short-form.ts';

const entry = (key: string, fields: Record<string, string>): string =>
  `@article{${key},\n${Object.entries(fields)
    .map(([name, value]) => `  ${name} = {${value}},\n`)
    .join('')}}\n`;
const file = (text: string): Blob => new Blob([text]);

describe('a file of a reference manager', () => {
  it('gives each paper once, with what all its entries say, and lists what is none', async () => {
    const read = await readExport(
      file(
        entry('a', { title: 'On Engines', author: 'Lovelace, Ada', year: '1843', doi: '10.1000/a' }) +
          entry('b', { author: 'Babbage, Charles' }) +
          entry('c', { title: 'On Engines', doi: '10.1000/A', journal: 'Memoirs' }) +
          entry('d', { title: 'Of Cats', author: 'Doe, Jane' }),
      ),
      'mine.bib',
    );
    expect(read.what).toBe('BibTeX');
    expect(read.papers.map(({ title, venue }) => [title, venue])).toEqual([
      ['On Engines', 'Memoirs'],
      ['Of Cats', undefined],
    ]);
    expect(read.skipped.total).toBe(1);
    expect(read.skipped.rows).toEqual([{ at: { code: 'entry', args: ['b'] }, reason: { code: 'no-title', args: [] } }]);
  });

  it('one broken entry in the middle costs no other', async () => {
    const read = await readExport(
      file(
        `${entry('a', { title: 'Before it' })}@article{broken, title = {Never closed\n\n${entry('z', { title: 'After it' })}`,
      ),
      'mine.bib',
    );
    expect(read.papers.map(({ title }) => title)).toEqual(expect.arrayContaining(['Before it', 'After it']));
  });

  it.each([
    ['a text', 'Dear Sir', 'file-unknown'],
    ['nothing', '', 'file-empty'],
    ['entries without titles', entry('b', { author: 'Babbage, Charles' }), 'file-no-papers'],
  ])('%s is refused in a sentence', async (_, text, code) => {
    await expect(readExport(file(text), 'mine.bib')).rejects.toMatchObject({ failure: { code } });
  });

  it('too many papers for a list are refused', async () => {
    const rows = Array.from({ length: 50_001 }, (_, at) =>
      JSON.stringify({ title: `Paper ${at}`, type: 'a', DOI: `10.1/${at}` }),
    );
    await expect(readExport(file(`[${rows.join(',')}]`), 'all.json')).rejects.toMatchObject({
      failure: { code: 'export-large' },
    });
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    await expect(readExport(file(entry('a', { title: 'A' })), 'a.bib', { signal: stop.signal })).rejects.toThrow(
      'stopped',
    );
  });
});

describe('the people of a list', () => {
  it('are those with three papers and more, by any spelling of one name, most papers first', async () => {
    const by = (authors: string, at: number): string => entry(`k${at}`, { title: `Paper ${at}`, author: authors });
    const { papers } = await readExport(
      file(
        [
          'Lovelace, Ada and Babbage, Charles',
          'Ada Lovelace',
          'Lovelace, Ada and Doe, Jane',
          'Doe, Jane and Plato',
          'Jane Doe',
          'Plato',
          'Doe, Jane',
          'Plato',
          Array.from({ length: 60 }, (_, n) => `Member${n}, Ada`).join(' and '),
        ]
          .map(by)
          .join(''),
      ),
      'mine.bib',
    );
    const people = frequentPeople(papers, 7);
    expect(people.map(({ person, papers: count }) => [person.name, count])).toEqual([
      ['Jane Doe', 4],
      ['Ada Lovelace', 3],
    ]);
    expect(people[1]?.person).toMatchObject({ certain: false, since: 7 });
    expect(people[1]?.person.colleagues).toHaveLength(2);
  });
});

const exported = join(root, '../shared/services/exports');

describe.skipIf(!existsSync(exported))('real exports', () => {
  it.each(['mendeley-desktop.bib', 'paperpile.json', 'papermemory-3-papers-memory.json', 'jabref-5.1-groups-1641.bib'])(
    '%s: each paper is one that the list takes',
    async (name) => {
      // The largest one has 465 entries, which take seconds.
      const entries = readFileSync(join(exported, name), 'utf8').split(/^(?=@)/mu);
      const { papers } = await readExport(file(entries.slice(0, inShort(80, Infinity)).join('')), name);
      expect(papers.length).toBeGreaterThan(2);
      for (const record of papers) expect(KeptPaper.safeParse(keptOfRecord(record, name)).error).toBeUndefined();
      expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
    },
  );
});
