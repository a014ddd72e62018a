import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../../../lib/catalog/sources/memory-source.ts';
import { packFacts, packOfRecords, record } from '../../../fixtures/packs.ts';
import { answersOf, records } from '../../../fixtures/sources.ts';

describe('a few papers in memory', () => {
  it('answer as a pack of them does', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (all) => {
        const pack = await packOfRecords('some', all);
        const memory = new MemorySource(packFacts('some'), all);
        expect(memory.info).toMatchObject({ id: 'some', sizes: { papers: all.length } });
        expect(await answersOf(memory, all)).toEqual(await answersOf(pack, all));
      }),
      { numRuns: 40 },
    );
  });

  it('two records with an identifier in common are one paper', async () => {
    const [title, doi] = ['One Paper Told of Twice', '10.1000/twice'];
    const both = [
      record({ title, arxivId: '2001.00001', doi, authors: ['Ada Example'] }),
      record({ title, doi, year: 2020, venue: 'ICML' }),
    ];
    const memory = new MemorySource(packFacts('some'), both);
    expect([...(await memory.records([0, 1])).values()]).toEqual([
      {
        id: 'arxiv:2001.00001',
        title,
        arxivId: '2001.00001',
        doi,
        authors: ['Ada Example'],
        year: 2020,
        venue: 'ICML',
      },
    ]);
    expect(await memory.byKeys(['arxiv:2001.00001', `doi:${doi}`])).toEqual(
      new Map([
        ['arxiv:2001.00001', [0]],
        [`doi:${doi}`, [0]],
      ]),
    );
  });
});
