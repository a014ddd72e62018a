// What a schema cannot see: that every reference in the seed files points at a record, that ids are unique, that names
// are names of the right people, and that nothing is there that no document led to.
import { arxivKey } from '../paper/keys.ts';
import { authorshipsOf, peopleBySpelling, personShown, type Spellings } from './authorship.ts';
import { SeedError } from './error.ts';
import type { SeedDocument, SeedPaper, SeedPerson, Seeds } from './schema.ts';

/** The parsed files, each document with the path of its file. */
export type ParsedSeeds = Omit<Seeds, 'documents'> & { documents: readonly { path: string; document: SeedDocument }[] };

interface Known {
  sources: ReadonlySet<string>;
  topics: ReadonlySet<string>;
  spellings: Spellings;
  papers: ReadonlyMap<string, SeedPaper>;
  people: ReadonlySet<string>;
}

const entryOf = (at: number, key: string): string => `entry ${at + 1} (${key})`;

/** Fails at the first record whose key was there before. */
function checkUnique<T>(file: string, records: readonly T[], field: string, keyOf: (record: T) => string): void {
  const seen = new Set<string>();
  for (const [at, record] of records.entries()) {
    const key = keyOf(record);
    if (seen.has(key)) throw new SeedError(file, entryOf(at, key), field, 'is there twice');
    seen.add(key);
  }
}

function checkPaper(paper: SeedPaper, entry: string, known: Known): void {
  const fail = (field: string, reason: string): never => {
    throw new SeedError('seeds/papers.json', entry, field, reason);
  };
  const { arxivId, id } = paper;
  if (arxivId !== null && id !== arxivKey(arxivId)) fail('id', `the arXiv id makes it ${arxivKey(arxivId)}`);
  if (arxivId === null && !id.startsWith('title:')) fail('id', 'begins with title: where there is no arXiv id');
  for (const topic of paper.topics) if (!known.topics.has(topic)) fail('topics', `“${topic}” is not in topics.json`);
  for (const { name, person } of authorshipsOf(paper, known.spellings)) {
    const people = known.spellings.get(name) ?? [];
    if (people.length === 0) fail('authors', `“${name}” is not a name or variant in people.json`);
    if (person === '') fail('authors', `“${name}” may be ${people.join(' or ')}: say which, as {name, person}`);
    if (!people.includes(person)) fail('authors', `“${name}” is no name of ${person} in people.json`);
  }
  for (const [at, link] of paper.code.entries()) {
    const unknown = link.saidBy.find((source) => !known.sources.has(source));
    if (unknown !== undefined) fail(`code.${at}.saidBy`, `“${unknown}” is not in sources.json`);
    if (link.official !== null && link.note === undefined) fail(`code.${at}.note`, 'missing: what “official” rests on');
  }
}

function checkPerson(person: SeedPerson, entry: string, known: Known): void {
  const { position, degrees = [], pastPositions = [], areas = [] } = person;
  const claims = [position, ...degrees, ...pastPositions, ...areas];
  const unknown = claims.flatMap((claim) => claim?.sources ?? []).find((source) => !known.sources.has(source));
  if (unknown !== undefined)
    throw new SeedError('seeds/people.json', entry, 'sources', `“${unknown}” is not in sources.json`);
}

function checkDocument(path: string, document: SeedDocument, known: Known): void {
  const { source, subject } = document;
  if (!known.sources.has(source)) throw new SeedError(path, '', 'source', `“${source}” is not in sources.json`);
  if (!known.people.has(subject.person))
    throw new SeedError(path, '', 'subject.person', `“${subject.person}” is not in people.json`);
  checkUnique(path, document.entries, 'paper', ({ paper }) => paper);
  for (const [at, entry] of document.entries.entries()) {
    const fail = (field: string, reason: string): never => {
      throw new SeedError(path, entryOf(at, entry.paper), field, reason);
    };
    const paper = known.papers.get(entry.paper);
    if (paper === undefined) return fail('paper', 'is not in papers.json');
    const authors = authorshipsOf(paper, known.spellings);
    for (const name of entry.names)
      if (personShown(name, authors, known.spellings) === null)
        fail('names', `“${name}” is no author of this paper, nor a variant of one in people.json`);
    for (const url of entry.code ?? [])
      if (!paper.code.some((link) => link.url === url))
        fail('code', `${url} is not among this paper's code in papers.json`);
  }
}

/** Every code link needs somebody who says that it is this paper's. */
function checkSaid(paper: SeedPaper, entry: string, documents: ParsedSeeds['documents']): void {
  for (const [at, { url, saidBy }] of paper.code.entries()) {
    const printed = documents.some(({ document }) =>
      document.entries.some((shown) => shown.paper === paper.id && shown.code?.includes(url) === true),
    );
    if (saidBy.length === 0 && !printed)
      throw new SeedError('seeds/papers.json', entry, `code.${at}.saidBy`, 'empty, and no document prints the address');
  }
}

function checkUsed({ papers, people, documents }: ParsedSeeds, spellings: Spellings): void {
  const files = new Map<string, string>();
  for (const { path, document } of documents) {
    const other = files.get(document.source);
    if (other !== undefined)
      throw new SeedError(path, '', 'source', `“${document.source}” is the source of ${other} too`);
    files.set(document.source, path);
  }
  const shown = new Set(documents.flatMap(({ document }) => document.entries.map(({ paper }) => paper)));
  for (const [at, { id }] of papers.entries())
    if (!shown.has(id))
      throw new SeedError('seeds/papers.json', entryOf(at, id), 'id', 'no document has an entry for it');
  const authors = new Set(papers.flatMap((paper) => authorshipsOf(paper, spellings).map(({ person }) => person)));
  for (const [at, { id }] of people.entries())
    if (!authors.has(id)) throw new SeedError('seeds/people.json', entryOf(at, id), 'id', 'is author of no paper');
}

/** Throws the first `SeedError`. */
export function checkSeeds(seeds: ParsedSeeds): void {
  checkUnique('seeds/sources.json', seeds.sources, 'id', ({ id }) => id);
  checkUnique('seeds/topics.json', seeds.topics, 'topic', ({ topic }) => topic);
  checkUnique('seeds/papers.json', seeds.papers, 'id', ({ id }) => id);
  checkUnique('seeds/people.json', seeds.people, 'id', ({ id }) => id);
  const known: Known = {
    sources: new Set(seeds.sources.map(({ id }) => id)),
    topics: new Set(seeds.topics.map(({ topic }) => topic)),
    spellings: peopleBySpelling(seeds.people),
    papers: new Map(seeds.papers.map((paper) => [paper.id, paper])),
    people: new Set(seeds.people.map(({ id }) => id)),
  };
  for (const [at, paper] of seeds.papers.entries()) checkPaper(paper, entryOf(at, paper.id), known);
  for (const [at, person] of seeds.people.entries()) checkPerson(person, entryOf(at, person.id), known);
  for (const { path, document } of seeds.documents) checkDocument(path, document, known);
  for (const [at, paper] of seeds.papers.entries()) checkSaid(paper, entryOf(at, paper.id), seeds.documents);
  checkUsed(seeds, known.spellings);
}
