// From the JSON of `seeds/` to checked records: every file against its schema, then every reference against the file
// it points into (`check.ts`). The first thing that is wrong stops the build.
import * as z from 'zod/mini';
import { checkSeeds } from './check.ts';
import { SeedError } from './error.ts';
import { SeedDocument, SeedPack, SeedPaper, SeedPerson, SeedSource, SeedTopic, type Seeds } from './schema.ts';

/** A seed file by its path from the project's root, with its parsed JSON. */
export interface SeedFile {
  readonly path: string;
  readonly content: unknown;
}

const tables = ['pack', 'sources', 'topics', 'papers', 'people'].map((name) => `seeds/${name}.json`);
const documentPath = /^seeds\/\d{3}-[a-z0-9-]+\.json$/;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What to call the record at a place of a list: its id, topic or paper where it has one, else its number. */
function entryName(list: unknown, at: PropertyKey | undefined): string {
  if (typeof at !== 'number') return '';
  const record: unknown = Array.isArray(list) ? list[at] : undefined;
  const name = isRecord(record) ? (record['id'] ?? record['paper'] ?? record['topic']) : undefined;
  return typeof name === 'string' ? `entry ${at + 1} (${name})` : `entry ${at + 1}`;
}

/** zod/mini has no messages of its own; these are for the person who edits the record. */
function plainReason(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? `missing; expected ${issue.expected}` : `expected ${issue.expected}`;
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'unrecognized_keys') return 'no such field is known';
  if (issue.code === 'invalid_format') return `does not have the form ${issue.pattern ?? issue.format}`;
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'is empty' : `needs at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `may have at most ${issue.maximum}`;
  return 'does not fit its schema';
}

/** Parses a file whose records are a list: the whole file, or its `entries`. */
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

/** Parses and checks all seed files. Throws the first `SeedError`. */
export function readSeeds(files: readonly SeedFile[]): Seeds {
  const seeds = {
    pack: parse(SeedPack, fileAt(files, 'seeds/pack.json')),
    sources: parse(z.array(SeedSource), fileAt(files, 'seeds/sources.json')),
    topics: parse(z.array(SeedTopic), fileAt(files, 'seeds/topics.json')),
    papers: parse(z.array(SeedPaper), fileAt(files, 'seeds/papers.json')),
    people: parse(z.array(SeedPerson), fileAt(files, 'seeds/people.json')),
  };
  const documentFiles = files.filter(({ path }) => !tables.includes(path));
  for (const { path } of documentFiles)
    if (!documentPath.test(path))
      throw new SeedError(path, '', '', 'a document is named by three digits and a word, as 005-some-page.json');
  const documents = documentFiles.map((file) => ({ path: file.path, document: parse(SeedDocument, file) }));
  checkSeeds({ ...seeds, documents });
  return { ...seeds, documents: documents.map(({ document }) => document) };
}
