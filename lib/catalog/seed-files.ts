// From the JSON of `seeds/` to checked records: every file against its schema, then every reference against the file
// it points into. The first thing that is wrong stops the build, said by file, entry, field and reason.
import * as z from 'zod/mini';
import { SeedDocument, SeedPack, SeedPaper, SeedPerson, SeedSource, SeedTopic, type Seeds } from './seed-schema.ts';

/** A seed file by its path from the project's root, with its parsed JSON. */
export interface SeedFile {
  readonly path: string;
  readonly content: unknown;
}

export class SeedError extends Error {
  readonly file: string;
  /** "entry 4", "paper arxiv:2403.08100"; empty where the whole file is meant. */
  readonly entry: string;
  readonly field: string;
  readonly reason: string;

  constructor(file: string, entry: string, field: string, reason: string) {
    const place = [file, entry, field === '' ? '' : `field ${field}`].filter((part) => part !== '').join(', ');
    super(`${place}: ${reason}`);
    this.name = 'SeedError';
    this.file = file;
    this.entry = entry;
    this.field = field;
    this.reason = reason;
  }
}

const documentPath = /^seeds\/\d{3}-[a-z0-9-]+\.json$/;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What to call the record at a place of a list: its id, topic or paper where it has one, else its number. */
function entryName(list: unknown, at: PropertyKey | undefined): string {
  if (typeof at !== 'number') return '';
  const record: unknown = Array.isArray(list) ? list[at] : undefined;
  const name = isRecord(record) ? (record['id'] ?? record['paper'] ?? record['topic']) : undefined;
  return typeof name === 'string' ? `entry ${at + 1} (${name})` : `entry ${at + 1}`;
}

function plainReason(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.includes('undefined') || issue.input === undefined ? `missing; expected ${issue.expected}` : `expected ${issue.expected}`;
    case 'invalid_value':
      return `expected one of ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `unknown: ${issue.keys.join(', ')}`;
    case 'invalid_format':
      return `does not have the form ${issue.pattern ?? issue.format}`;
    case 'too_small':
      return `needs at least ${issue.minimum}`;
    case 'too_big':
      return `may have at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

/** Parses a file whose records stand in a list: the whole file, or its `entries`. */
function parse<T extends z.core.$ZodType>(schema: T, file: SeedFile): z.output<T> {
  const result = z.safeParse(schema, file.content, { reportInput: true });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  if (issue === undefined) throw new SeedError(file.path, '', '', 'does not fit its schema');
  const { content } = file;
  const inEntries = issue.path[0] === 'entries';
  const path = inEntries ? issue.path.slice(1) : issue.path;
  const list = inEntries && isRecord(content) ? content['entries'] : content;
  const entry = entryName(list, path[0]);
  const field = (entry === '' ? issue.path : path.slice(1)).map(String).join('.');
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  throw new SeedError(file.path, entry, field === '' ? (unknownKey ?? '') : field, plainReason(issue));
}

function fileAt(files: readonly SeedFile[], path: string): SeedFile {
  const file = files.find((candidate) => candidate.path === path);
  if (file === undefined) throw new SeedError(path, '', '', 'the file is missing');
  return file;
}

/** Fails at the first record whose key was there before. */
function checkUnique<T>(file: string, records: readonly T[], field: string, keyOf: (record: T) => string): void {
  const seen = new Set<string>();
  for (const [at, record] of records.entries()) {
    const key = keyOf(record);
    if (seen.has(key)) throw new SeedError(file, `entry ${at + 1} (${key})`, field, 'is there twice');
    seen.add(key);
  }
}

/** Each spelling to the people who have it: names and variants alike. */
export function peopleBySpelling(people: readonly SeedPerson[]): Map<string, SeedPerson[]> {
  const spellings = new Map<string, SeedPerson[]>();
  for (const person of people)
    for (const spelling of new Set([person.name, ...(person.variants ?? [])]))
      spellings.set(spelling, [...(spellings.get(spelling) ?? []), person]);
  return spellings;
}

interface Known {
  sources: ReadonlySet<string>;
  topics: ReadonlySet<string>;
  spellings: ReadonlyMap<string, readonly SeedPerson[]>;
  papers: ReadonlyMap<string, SeedPaper>;
  people: ReadonlyMap<string, SeedPerson>;
}

function checkPaper(paper: SeedPaper, entry: string, known: Known): void {
  const fail = (field: string, reason: string): never => {
    throw new SeedError('seeds/papers.json', entry, field, reason);
  };
  const expected = paper.arxivId === null ? null : `arxiv:${paper.arxivId}`;
  if (expected !== null && paper.id !== expected) fail('id', `is ${paper.id}, but the arXiv id makes it ${expected}`);
  if (expected === null && !paper.id.startsWith('title:')) fail('id', 'a paper without an arXiv id has an id that starts with title:');
  for (const topic of paper.topics) if (!known.topics.has(topic)) fail('topics', `“${topic}” is not in topics.json`);
  for (const name of paper.authors) {
    const people = known.spellings.get(name) ?? [];
    if (people.length === 0) fail('authors', `“${name}” is nobody's name or variant in people.json`);
    if (people.length > 1) fail('authors', `“${name}” may be ${people.map((person) => person.id).join(' or ')}`);
  }
  for (const [at, link] of paper.code.entries()) {
    const unknown = link.saidBy.find((source) => !known.sources.has(source));
    if (unknown !== undefined) fail(`code.${at}.saidBy`, `“${unknown}” is not in sources.json`);
    if (link.official !== null && link.note === undefined) fail(`code.${at}.note`, 'missing: what `official` rests on');
  }
}

function checkDocument(path: string, document: SeedDocument, known: Known): void {
  if (!known.sources.has(document.source)) throw new SeedError(path, '', 'source', `“${document.source}” is not in sources.json`);
  if (!known.people.has(document.subject.person))
    throw new SeedError(path, '', 'subject.person', `“${document.subject.person}” is not in people.json`);
  for (const [at, entry] of document.entries.entries()) {
    const fail = (field: string, reason: string): never => {
      throw new SeedError(path, `entry ${at + 1} (${entry.paper})`, field, reason);
    };
    const paper = known.papers.get(entry.paper);
    if (paper === undefined) return fail('paper', 'is not in papers.json');
    const authors = new Set(paper.authors.map((name) => known.spellings.get(name)?.[0]?.id));
    for (const name of entry.names)
      if (!(known.spellings.get(name) ?? []).some(({ id }) => authors.has(id)))
        fail('names', `“${name}” is no author of this paper, nor a variant of one in people.json`);
    for (const url of entry.code ?? [])
      if (!paper.code.some((link) => link.url === url)) fail('code', `${url} is not in the code of this paper in papers.json`);
  }
}

/** Parses and checks all seed files. Throws the first `SeedError`. */
export function readSeeds(files: readonly SeedFile[]): Seeds {
  const seeds = {
    pack: parse(SeedPack, fileAt(files, 'seeds/pack.json')),
    sources: parse(z.array(SeedSource), fileAt(files, 'seeds/sources.json')),
    topics: parse(z.array(SeedTopic), fileAt(files, 'seeds/topics.json')),
    papers: parse(z.array(SeedPaper), fileAt(files, 'seeds/papers.json')),
    people: parse(z.array(SeedPerson), fileAt(files, 'seeds/people.json')),
  };
  const documentFiles = files.filter((file) => documentPath.test(file.path));
  const documents = documentFiles.map((file) => ({ path: file.path, document: parse(SeedDocument, file) }));
  checkUnique('seeds/sources.json', seeds.sources, 'id', (source) => source.id);
  checkUnique('seeds/topics.json', seeds.topics, 'topic', ({ topic }) => topic);
  checkUnique('seeds/papers.json', seeds.papers, 'id', (paper) => paper.id);
  checkUnique('seeds/people.json', seeds.people, 'id', (person) => person.id);
  const known: Known = {
    sources: new Set(seeds.sources.map((source) => source.id)),
    topics: new Set(seeds.topics.map(({ topic }) => topic)),
    spellings: peopleBySpelling(seeds.people),
    papers: new Map(seeds.papers.map((paper) => [paper.id, paper])),
    people: new Map(seeds.people.map((person) => [person.id, person])),
  };
  for (const [at, paper] of seeds.papers.entries()) checkPaper(paper, `entry ${at + 1} (${paper.id})`, known);
  for (const [at, person] of seeds.people.entries()) {
    const claims = [person.position, person.degree, ...(person.pastPositions ?? []), ...(person.areas ?? [])];
    const unknown = claims.flatMap((claim) => claim?.sources ?? []).find((source) => !known.sources.has(source));
    if (unknown !== undefined)
      throw new SeedError('seeds/people.json', `entry ${at + 1} (${person.id})`, 'sources', `“${unknown}” is not in sources.json`);
  }
  for (const { path, document } of documents) checkDocument(path, document, known);
  return { ...seeds, documents: documents.map(({ document }) => document) };
}
