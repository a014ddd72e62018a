// The catalog that ships: what the seed documents promise, checked on the real files.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { Pack, titleOf, venueOf, yearOf, type Paper, type Person } from '../../../lib/paper/schema.ts';
import { loadPackFile } from '../../../lib/packs/file.ts';
import { readRecords } from '../../../lib/packs/tables/records.ts';
import { bundleSeeds, buildBundledPack } from '../../../tools/bundle-files.ts';

const root = join(import.meta.dirname, '../../..');
const seedDocuments = join(root, '../shared/seeds');
const { pack, counts, conflicts } = bundleSeeds(root);

function paper(id: string): Paper {
  const found = pack.papers.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no paper ${id}`);
  return found;
}
function person(id: string): Person {
  const found = pack.people.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no person ${id}`);
  return found;
}

describe('the bundled pack', () => {
  it('holds what the five documents name, each thing once', () => {
    expect(counts).toEqual({
      documents: 5,
      entries: 53,
      papers: 48,
      people: 162,
      spellings: 166,
      withArxivId: 43,
      withRepository: 16,
      withSupplement: 1,
    });
  });

  it('is a pack like any other', async () => {
    expect(Pack.safeParse(pack).success).toBe(true);
    const { id, version, file } = await buildBundledPack(root);
    expect({ id, version }).toEqual({ id: pack.id, version: pack.version });
    const built = await loadPackFile(new Blob([file]).stream());
    const blocks = built.pieces.filter(({ kind }) => kind === 'records').flatMap(({ bytes }) => readRecords(bytes));
    expect(blocks.map((record) => record?.full)).toEqual(pack.papers);
  });

  it('names a listed source for every claim', () => {
    const listed = new Set(pack.sources.map(({ id }) => id));
    const named = new Set<string>();
    JSON.stringify(pack, (key, value: unknown) => {
      if (['sources', 'saidBy'].includes(key) && Array.isArray(value) && typeof value[0] === 'string')
        for (const source of value) named.add(String(source));
      if (key === 'source') named.add(String(value));
      return value;
    });
    expect([...named].filter((source) => !listed.has(source))).toEqual([]);
    expect([...listed].filter((source) => !named.has(source) && source !== 'byline')).toEqual([]);
  });

  it('points every author at a person, under a spelling that the person has', () => {
    const wrong = pack.papers.flatMap(({ authors }) =>
      authors.filter(({ name, person: id }) => ![person(id).name, ...person(id).variants].includes(name)),
    );
    expect(wrong).toEqual([]);
  });

  it('joins one paper of three documents, with three documents as its sources', () => {
    expect(paper('arxiv:2210.06313').sources).toEqual(
      expect.arrayContaining(['google-research-bhojanapalli', 'google-research-reddi', 'catalyzex-you']),
    );
  });

  it.each([
    ['sashank-reddi', 'Sashank J. Reddi'],
    ['felix-yu', 'Felix X. Yu'],
    ['aditya-krishna-menon', 'Aditya Menon'],
    ['samuel-horvath', 'Samuel Horvath'],
    ['salman-avestimehr', 'A. Salman Avestimehr'],
    ['raghunandan-h-keshavan', 'Raghunandan Keshavan'],
    ['dimitris-papailiopoulos', 'Dimitris S. Papailiopoulos'],
  ])('knows %s as %s too', (id, spelling) => {
    expect(person(id).variants).toContain(spelling);
  });

  it('keeps people of one surname apart', () => {
    expect(person('chong-you').id).not.toBe(person('yang-you').id);
    expect(paper('arxiv:1904.00962').authors[0]?.person).toBe('yang-you');
  });

  it.each([
    [
      'arxiv:2110.08996',
      'Finding Nearly Everything within Random Binary Networks',
      'Finding Everything within Random Binary Networks',
    ],
    [
      'arxiv:2005.10419',
      'A statistical perspective on distillation',
      'Why distillation helps: a statistical perspective',
    ],
    [
      'arxiv:2310.09250',
      'On Bias-Variance Alignment in Deep Models',
      "It's an Alignment, Not a Trade-off: Revisiting Bias and Variance in Deep Models",
    ],
  ])('prefers the published title of %s and keeps the one on arXiv', (id, published, preprint) => {
    expect(titleOf(paper(id))).toBe(published);
    expect(paper(id).titles.find(({ value }) => value === preprint)?.note).toMatch(/arXiv/);
  });

  it('keeps both years of one venue line, and says so', () => {
    const { years } = paper('arxiv:2012.00363');
    expect(years.map(({ value }) => value)).toEqual([2020, 2021]);
    expect(years[1]).toMatchObject({ sources: ['google-research-bhojanapalli'], certainty: 'stated' });
    expect(years[1]?.note).toContain('2021 and 2020');
  });

  it('keeps what a document left out of the authors beside the full list', () => {
    const guide = paper('arxiv:2107.06917');
    expect(guide.authors).toHaveLength(53);
    expect(guide.authorReadings[0]?.value).toHaveLength(39);
    expect(guide.authorReadings[0]?.note).toContain('39 of 53');
  });

  it('prefers the year of the venue to that of the listing, and the conference to the preprint', () => {
    expect(paper('arxiv:2308.14929').years.map(({ value }) => value)).toEqual([2024, 2023]);
    expect(paper('arxiv:2002.07028').venues.map(({ value }) => value)).toEqual([
      'ICML 2020, PMLR 119:864-873',
      'arXiv preprint (2020)',
    ]);
    expect(new Set(conflicts.map(({ field }) => field))).toEqual(
      new Set(['title', 'year', 'venue', 'authors', 'code']),
    );
  });

  it('has the profile of Google Research under its source, in lines and in their parts', () => {
    const { position, pastPositions, degree, areas, career = [] } = person('srinadh-bhojanapalli');
    for (const claim of [position, degree, ...pastPositions, ...areas, ...career])
      expect(claim).toMatchObject({ sources: ['google-research-bhojanapalli'], certainty: 'stated' });
    expect(areas).toHaveLength(5);
    const austin = 'The University of Texas at Austin';
    expect(degree?.value).toBe(`PhD, ${austin}, advised by Sujay Sanghavi`);
    expect(career.map(({ kind, value, institution, person: who }) => [kind, value, institution, who])).toEqual([
      ['position', 'Research scientist at Google Research, New York', 'Google Research', undefined],
      ['past', 'Research assistant professor at TTI Chicago', 'TTI Chicago', undefined],
      ['degree', `PhD, ${austin}`, austin, undefined],
      ['advisor', 'Sujay Sanghavi', austin, 'Sujay Sanghavi'],
    ]);
  });

  it.each([
    ['chong-you', 'PhD in electrical and computer engineering, Johns Hopkins University, 2018', { to: 2018 }],
    ['chong-you', 'René Vidal', { kind: 'advisor', person: 'René Vidal', to: 2018 }],
    ['chong-you', 'BS and MS, Peking University', { institution: 'Peking University' }],
    ['chong-you', 'Postdoctoral researcher at UC Berkeley, with Yi Ma', { kind: 'past', person: 'Yi Ma' }],
    ['shashank-rajput', 'University of Wisconsin–Madison, 2019–2023', { kind: 'past', from: 2019, to: 2023 }],
  ])('of %s it has “%s” in parts', (id, value, parts) => {
    expect(person(id).career?.find((one) => one.value === value)).toMatchObject(parts);
  });

  it('has a site’s figures of somebody as that site’s statement alone, each with all of its lines', () => {
    const stated = pack.people.flatMap(({ id, statements = [] }) => statements.map((one) => ({ id, ...one })));
    const from = { id: 'srinadh-bhojanapalli', source: 'bzpeer-bhojanapalli' };
    expect(stated).toEqual([
      { ...from, kind: 'collaboration', lines: ['Open to collaborate'] },
      {
        ...from,
        kind: 'snapshot',
        lines: [
          'Trust 21, “Emerging”',
          'Verification L1',
          'Not claimed by the author',
          '6 works',
          '0 followers',
          '3 topics',
          '4 close collaborators',
        ],
      },
    ]);
    const rest = JSON.stringify([pack.papers, pack.people], (key, value: unknown) =>
      key === 'statements' ? undefined : value,
    );
    expect(rest).not.toMatch(/trust (?:score|21)|followers/iu);
  });

  it.skipIf(!existsSync(seedDocuments))('says of people nothing that their documents do not print', () => {
    const raw = (at: string): string =>
      readFileSync(join(seedDocuments, 'raw', `${at}.txt`), 'utf8')
        .replace(/\s+/gu, ' ')
        .toLowerCase();
    const { career = [], statements = [] } = person('srinadh-bhojanapalli');
    const page = raw('000');
    for (const { institution, person: who } of career)
      for (const words of [institution, who]) expect(page).toContain((words ?? '').toLowerCase());
    for (const role of ['research scientist', 'earlier i was a research assistant professor', 'phd'])
      expect(page).toContain(role);
    const bzpeer = raw('001');
    expect(bzpeer).toContain('trust 21 - emergingverification l1unclaimed author');
    const lines = statements.flatMap((one) => one.lines);
    for (const line of lines.filter((one) => /^(?:open|[0-9])/iu.test(one)))
      expect(bzpeer).toContain(line.replace(/^([0-9]+) /u, '$1').toLowerCase());
  });

  it('has category, date and Code flag of the listing for its 17 papers', () => {
    const listed = pack.papers.flatMap(({ listings }) => listings);
    expect(listed).toHaveLength(17);
    expect(listed.filter(({ codeFlag }) => codeFlag)).toHaveLength(1);
    expect(paper('arxiv:2206.06565').listings).toEqual([
      { source: 'author-listing-rajput', category: 'LG', date: 'Jun 14, 2022', codeFlag: true },
    ]);
  });

  it.each([
    ['arxiv:1904.00962', 'bzpeer-bhojanapalli', 'tensorflow/addons'],
    ['arxiv:2206.06565', 'author-listing-rajput', 'UW-Madison-Lee-Lab/LanguageInterfacedFineTuning'],
    ['arxiv:2210.12945', 'catalyzex-you', 'Delay-Xili/SDNet'],
  ])('has the code address that a document prints for %s', (id, source, label) => {
    expect(paper(id).code).toMatchObject([{ saidBy: [source], label, official: true }]);
  });

  it('says where the listing has no Code flag although there is code', () => {
    const unmarked = conflicts.filter(({ field }) => field === 'code').map(({ title }) => title);
    expect(unmarked).toHaveLength(7);
    expect(unmarked).toContain('Looped Transformers as Programmable Computers');
  });

  it('never shows a name match as certain', () => {
    const guessed = pack.papers.flatMap(({ code }) => code.filter(({ saidBy }) => saidBy.includes('name-match')));
    expect(guessed).toHaveLength(3);
    for (const link of guessed) expect(link).toMatchObject({ certainty: 'not confirmed', official: null });
  });

  it('gives each paper 2 to 6 topics of the vocabulary, and each topic a paper', () => {
    const vocabulary = z
      .array(z.object({ topic: z.string() }))
      .parse(JSON.parse(readFileSync(join(root, 'seeds/topics.json'), 'utf8')));
    expect(new Set(pack.papers.flatMap(({ topics }) => topics))).toEqual(new Set(vocabulary.map(({ topic }) => topic)));
    for (const { topics } of pack.papers) expect(new Set(topics).size).toBe(topics.length);
  });
});

const sentences = (text: string): number => [...text.matchAll(/[.?!](?=\s|$)/g)].length;
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const texts = [
  ...pack.papers.map(({ id, summary }) => ({ id, text: summary ?? '' })),
  ...pack.people.flatMap(({ id, biography }) => (biography === null ? [] : [{ id, text: biography }])),
];

describe('our own words', () => {
  it.each(texts)('$id: one or two sentences, at most 45 words', ({ text }) => {
    expect(sentences(text)).toBeGreaterThanOrEqual(1);
    expect(sentences(text)).toBeLessThanOrEqual(2);
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(45);
    expect(text.split(/\s+/).length).toBeGreaterThanOrEqual(12);
  });

  // Skipped where the documents are not beside the project: there is nothing to compare with.
  describe.skipIf(!existsSync(join(seedDocuments, 'raw')))('beside the documents', () => {
    it('shares no run of eight words with them', () => {
      const run = 8;
      const runsOf = (text: string): string[] => {
        const all = words(text);
        return all.slice(run - 1).map((_, at) => all.slice(at, at + run).join(' '));
      };
      const raw = join(seedDocuments, 'raw');
      const theirs = new Set(readdirSync(raw).flatMap((name) => runsOf(readFileSync(join(raw, name), 'utf8'))));
      const copied = texts.flatMap(({ id, text }) =>
        runsOf(text)
          .filter((each) => theirs.has(each))
          .map((each) => `${id}: ${each}`),
      );
      expect(copied).toEqual([]);
    });
  });
});

const Fact = z.object({
  title: z.string(),
  altTitles: z.array(z.string()),
  authors: z.array(z.string()),
  year: z.int(),
  venue: z.string(),
  arxivId: z.nullable(z.string()),
  arxivDoi: z.nullable(z.string()),
  categories: z.array(z.string()),
  urls: z.array(z.string()),
  evidence: z.record(z.string(), z.string()),
  codeSources: z.array(z.object({ url: z.string(), kind: z.string(), saidBy: z.array(z.string()) })),
  seeds: z.array(
    z.object({
      doc: z.string(),
      index: z.int(),
      titleShown: z.nullable(z.string()),
      authorsShown: z.array(z.string()),
      venueShown: z.optional(z.string()),
      category: z.optional(z.string()),
      date: z.optional(z.string()),
      codeFlag: z.optional(z.boolean()),
    }),
  ),
});
const Shown = z.object({
  entries: z.array(
    z.object({
      paper: z.string(),
      title: z.nullable(z.string()),
      names: z.array(z.string()),
      venue: z.optional(z.object({ printed: z.string() })),
      category: z.optional(z.string()),
      date: z.optional(z.string()),
      codeFlag: z.optional(z.boolean()),
    }),
  ),
});

// Skipped where the resolved facts are not beside the project: there is nothing to compare with.
describe.skipIf(!existsSync(join(seedDocuments, 'facts.json')))('nothing of the resolved facts is lost', () => {
  const path = join(seedDocuments, 'facts.json');
  const facts = existsSync(path) ? z.array(Fact).parse(JSON.parse(readFileSync(path, 'utf8'))) : [];
  const documents = new Map(
    readdirSync(join(root, 'seeds'))
      .filter((name) => /^\d/.test(name))
      .map((name) => [name.slice(0, 3), Shown.parse(JSON.parse(readFileSync(join(root, 'seeds', name), 'utf8')))]),
  );
  const kept = (fact: z.infer<typeof Fact>): Paper | undefined =>
    pack.papers.find(({ titles }) => titles.some(({ value }) => value === fact.title));

  it('is compared for all 48 papers', () => {
    expect(facts.map((fact) => kept(fact)?.id).filter((id) => id !== undefined)).toHaveLength(48);
  });

  it.each(facts)('$title', (fact) => {
    const paperKept = kept(fact);
    if (paperKept === undefined) throw new Error('the paper is lost');
    expect(new Set(paperKept.titles.map(({ value }) => value))).toEqual(new Set([fact.title, ...fact.altTitles]));
    expect(paperKept.authors.map(({ name }) => name)).toEqual(fact.authors);
    expect([yearOf(paperKept), venueOf(paperKept)]).toEqual([fact.year, fact.venue]);
    expect([paperKept.arxivId, paperKept.doi, paperKept.categories]).toEqual([
      fact.arxivId,
      fact.arxivDoi,
      fact.categories,
    ]);
    expect(paperKept.links).toEqual(fact.urls.map((url) => url.replace(/^http:/, 'https:')));
    expect(paperKept.code.map(({ url, kind }) => ({ url, kind }))).toEqual(
      fact.codeSources.map(({ url, kind }) => ({ url, kind })),
    );
    expect(paperKept.categoriesCertainty).toBe(fact.evidence['categories']);
    expect(paperKept.grounds?.authors.certainty).toBe(fact.evidence['authors']);
    expect(paperKept.grounds?.doi?.certainty ?? 'none found').toBe(fact.evidence['doi']);
    expect(paperKept.venues[0]?.certainty).toBe(fact.evidence['venue']);
  });

  it.each(facts.flatMap((fact) => fact.seeds.map((seed) => ({ ...seed, fact }))))(
    'document $doc, entry $index shows what it showed',
    ({ fact, doc, index, titleShown, authorsShown, venueShown, category, date, codeFlag }) => {
      const entry = documents.get(doc)?.entries[index - 1];
      expect(entry).toMatchObject({
        paper: kept(fact)?.id,
        title: titleShown,
        names: authorsShown.filter((name) => !name.startsWith('(')),
      });
      expect(entry?.venue?.printed).toBe(venueShown);
      expect([entry?.category, entry?.date, entry?.codeFlag]).toEqual([category, date, codeFlag]);
    },
  );
});
