// Merging is a function of what the documents say, not of the order or number of times in which they say it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileSeeds } from '../../../lib/seeds/compile.ts';
import { readerTitleKey } from '../../../lib/paper/title-key.ts';
import { Paper, Person } from '../../../lib/paper/schema.ts';
import type { SeedDocument, SeedEntry, SeedPaper, SeedPerson, Seeds } from '../../../lib/seeds/schema.ts';

const people: SeedPerson[] = [
  { id: 'ada-lund', name: 'Ada Lund', variants: ['A. Lund'] },
  { id: 'bo-reyes', name: 'Bo Reyes' },
  { id: 'chi-okafor', name: 'Chi Okafor' },
];
const paperOf = (id: string, title: string, more: Partial<SeedPaper> = {}): SeedPaper => ({
  id,
  titles: [{ value: title, version: 'published', certainty: 'confirmed' }],
  authors: ['Ada Lund', 'Bo Reyes', 'Chi Okafor'],
  years: [{ value: 2020, certainty: 'confirmed' }],
  venues: [{ value: 'ICML 2020, PMLR 1:2-3', certainty: 'confirmed' }],
  type: 'conference',
  arxivId: null,
  doi: null,
  categories: [],
  evidence: {
    authors: 'confirmed',
    arxivId: 'none found',
    categories: 'not confirmed',
    doi: 'none found',
    code: 'none found',
  },
  code: [],
  links: [],
  summary: 'A summary.',
  topics: ['one', 'two'],
  notes: [],
  ...more,
});
const papers = [paperOf('title:on-graphs', 'On Graphs'), paperOf('title:on-trees', 'On Trees: A View')];
const names = ['one-page', 'two-page', 'three-page', 'four-page'];
const seedsOf = (documents: SeedDocument[], some: SeedPaper[] = papers): Seeds => ({
  pack: { id: 'seeds', name: 'Seeds', licence: 'MIT', attribution: 'ours', madeFrom: 'nothing', madeOn: '2026-11-20' },
  sources: [
    ...names.map((id) => ({ id, name: id, what: 'a page', kind: 'document' as const })),
    { id: 'public-record', name: 'Public record', what: 'proceedings', kind: 'public-record' },
    { id: 'byline', name: 'Byline', what: 'ours', kind: 'derived' },
  ],
  topics: [],
  papers: some,
  people,
  documents,
});

const entry: fc.Arbitrary<SeedEntry> = fc.record({
  paper: fc.constantFrom(...papers.map(({ id }) => id)),
  matched: fc.constant({ by: 'title' as const, certainty: 'stated' as const }),
  title: fc.constantFrom(null, 'On Graphs', 'ON GRAPHS', 'On  trees — a view', 'Another Title', 'A Third'),
  names: fc.subarray(['Ada Lund', 'A. Lund', 'Bo Reyes', 'Chi Okafor']),
  venue: fc.constantFrom(
    { printed: 'ICML 2020', reads: 'ICML 2020' },
    { printed: 'preprint2020arXiv', reads: 'arXiv preprint (2020)' },
    { printed: 'NeurIPS (2021)', reads: 'NeurIPS 2021' },
  ),
  years: fc.subarray([2019, 2020, 2021]),
});
const documents: fc.Arbitrary<SeedDocument[]> = fc
  .tuple(
    fc.subarray(names),
    fc.array(fc.uniqueArray(entry, { selector: ({ paper }) => paper, maxLength: 2 }), { minLength: 4, maxLength: 4 }),
  )
  .map(([sources, entries]) =>
    sources.map((source, at) => ({
      source,
      subject: { person: 'ada-lund', certainty: 'stated' as const },
      profile: { position: { institution: `Place of ${source}` }, areas: ['graphs'] },
      notes: [],
      entries: entries[at] ?? [],
    })),
  );

describe('merging documents', () => {
  it('does not depend on their order', () => {
    fc.assert(
      fc.property(
        documents.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(compileSeeds(seedsOf(shuffled))).toEqual(compileSeeds(seedsOf(all)));
        },
      ),
    );
  });

  it('gives the same twice as once', () => {
    fc.assert(
      fc.property(documents, (all) => {
        expect(compileSeeds(seedsOf([...all, ...all]))).toEqual(compileSeeds(seedsOf(all)));
      }),
    );
  });

  it('keeps every reading once, with everyone who prints it, behind the public record', () => {
    fc.assert(
      fc.property(documents, (all) => {
        const merged = compileSeeds(seedsOf(all));
        for (const paper of merged.papers) {
          expect(Paper.safeParse(paper).success).toBe(true);
          expect(paper.titles[0]?.sources).toContain('public-record');
          expect([paper.years[0]?.value, paper.venues[0]?.value]).toEqual([2020, 'ICML 2020, PMLR 1:2-3']);
          expect(new Set(paper.titles.map(({ value }) => readerTitleKey(value))).size).toBe(paper.titles.length);
          for (const { source, entries } of all)
            for (const shown of entries.filter((each) => each.paper === paper.id)) {
              const title = paper.titles.find(({ value }) => readerTitleKey(value) === readerTitleKey(shown.title ?? ''));
              if (shown.title !== null) expect(title?.sources).toContain(source);
              for (const year of shown.years ?? [])
                expect(paper.years.find(({ value }) => value === year)?.sources).toContain(source);
              expect(paper.sources).toContain(source);
            }
        }
        for (const person of merged.people) expect(Person.safeParse(person).success).toBe(true);
      }),
    );
  });

  it('ranks the published title before the preprint’s, a document’s, other ones and spellings', () => {
    const [paper] = compileSeeds(
      seedsOf(
        [
          {
            source: 'one-page',
            subject: { person: 'ada-lund', certainty: 'stated' },
            notes: [],
            entries: [
              {
                paper: 'title:on-graphs',
                matched: { by: 'abstract', certainty: 'derived' },
                title: 'Printed',
                names: [],
              },
            ],
          },
        ],
        [
          paperOf('title:on-graphs', 'Published', {
            titles: [
              { value: 'PUBLISHED', version: 'spelling', certainty: 'not confirmed' },
              { value: 'Other', version: 'other', certainty: 'confirmed' },
              { value: 'Preprint', version: 'preprint', certainty: 'confirmed' },
              { value: 'Published', version: 'published', certainty: 'confirmed' },
            ],
          }),
        ],
      ),
    ).papers;
    expect(paper?.titles.map(({ value }) => value)).toEqual(['Published', 'Preprint', 'Printed', 'Other', 'PUBLISHED']);
  });
});
