// A bad record stops the build with one error: the file, the entry, the field and the reason.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SeedError } from '../../../lib/seeds/error.ts';
import { readSeeds, type SeedFile } from '../../../lib/seeds/files.ts';
import { readSeedFiles } from '../../../tools/bundle-files.ts';

const root = join(import.meta.dirname, '../../..');

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** The object or list at a path inside a file. */
function inside(value: unknown, path: readonly (string | number)[]): Json {
  const found = path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), value);
  if (!isObject(found)) throw new Error(`nothing at ${path.join('.')}`);
  return found;
}

/** The seed files with one place changed; `undefined` removes the field. */
function damaged(path: string, place: readonly (string | number)[], field: string, value: unknown): SeedFile[] {
  const files = structuredClone(readSeedFiles(root));
  const record = inside(files.find((file) => file.path === path)?.content, place);
  if (value === undefined) Reflect.deleteProperty(record, field);
  else record[field] = value;
  return files;
}

function errorOf(files: readonly SeedFile[]): SeedError {
  try {
    readSeeds(files);
  } catch (error) {
    if (error instanceof SeedError) return error;
    throw error;
  }
  throw new Error('the damage was not noticed');
}

const listing = 'seeds/003-author-listing-rajput.json';
const papers = 'seeds/papers.json';
const people = 'seeds/people.json';

describe('a bad seed record', () => {
  it.each([
    [listing, ['entries', 3], 'date', 20230828, 'entry 4 (arxiv:2308.14929)', 'date', /expected string/],
    [listing, ['entries', 3], 'date', '2023-08-28', 'entry 4 (arxiv:2308.14929)', 'date', /form/],
    [listing, ['entries', 0], 'codeFlag', 'yes', 'entry 1 (arxiv:2206.06565)', 'codeFlag', /expected boolean/],
    [listing, ['entries', 0], 'titel', 'LIFT', 'entry 1 (arxiv:2206.06565)', 'titel', /no such field/],
    [listing, ['entries', 0], 'names', undefined, 'entry 1 (arxiv:2206.06565)', 'names', /missing/],
    [listing, ['entries', 0], 'names', ['Tuan Din'], 'entry 1 (arxiv:2206.06565)', 'names', /“Tuan Din” is no author/],
    [
      listing,
      ['entries', 0],
      'paper',
      'arxiv:9999.99999',
      'entry 1 (arxiv:9999.99999)',
      'paper',
      /not in papers\.json/,
    ],
    [listing, ['entries', 1], 'paper', 'arxiv:2206.06565', 'entry 2 (arxiv:2206.06565)', 'paper', /twice/],
    [
      listing,
      ['entries', 0],
      'code',
      ['https://github.com/some/other'],
      'entry 1 (arxiv:2206.06565)',
      'code',
      /not among/,
    ],
    [listing, [], 'source', 'nobody', '', 'source', /not in sources\.json/],
    [
      'seeds/002-google-research-reddi.json',
      [],
      'source',
      'google-research-bhojanapalli',
      '',
      'source',
      /is the source of seeds\/000/,
    ],
    [listing, ['subject'], 'person', 'nobody', '', 'subject.person', /not in people\.json/],
    [papers, [0], 'topics', ['federated learning', 'magic'], 'entry 1 (arxiv:2403.08100)', 'topics', /“magic”/],
    [papers, [0], 'topics', ['privacy'], 'entry 1 (arxiv:2403.08100)', 'topics', /at least 2/],
    [papers, [0], 'type', 'poster', 'entry 1 (arxiv:2403.08100)', 'type', /one of conference/],
    [papers, [0, 'years', 0], 'value', 3024, 'entry 1 (arxiv:2403.08100)', 'years.0.value', /at most 2200/],
    [papers, [0], 'summary', '', 'entry 1 (arxiv:2403.08100)', 'summary', /empty/],
    [papers, [0], 'arxivId', '2403.08101', 'entry 1 (arxiv:2403.08100)', 'id', /makes it arxiv:2403\.08101/],
    [papers, [0], 'links', ['http://research.google/pubs/'], 'entry 1 (arxiv:2403.08100)', 'links.0', /https/],
    [papers, [0], 'authors', ['Jae Hun Roe'], 'entry 1 (arxiv:2403.08100)', 'authors', /not a name/],
    [papers, [12, 'code', 0], 'url', 'data:text/html,code', 'entry 13 (arxiv:1904.00962)', 'code.0.url', /https/],
    [papers, [16, 'code', 0], 'saidBy', [], 'entry 17 (arxiv:2003.00295)', 'code.0.saidBy', /no document prints/],
    [papers, [16, 'code', 0], 'saidBy', ['hearsay'], 'entry 17 (arxiv:2003.00295)', 'code.0.saidBy', /“hearsay”/],
    [papers, [16, 'code', 0], 'note', undefined, 'entry 17 (arxiv:2003.00295)', 'code.0.note', /rests on/],
    [people, [1], 'id', 'aditya-krishna-menon', 'entry 2 (aditya-krishna-menon)', 'id', /twice/],
    [people, [0], 'name', 7, 'entry 1 (aditya-krishna-menon)', 'name', /expected string/],
    ['seeds/pack.json', [], 'madeOn', 'yesterday', '', 'madeOn', /form/],
  ] as const)('%s %j %s = %j', (path, place, field, value, entry, named, reason) => {
    const error = errorOf(damaged(path, place, field, value));
    expect({ file: error.file, entry: error.entry, field: error.field }).toEqual({ file: path, entry, field: named });
    expect(error.reason).toMatch(reason);
    expect(error.message.split('\n')).toHaveLength(1);
    for (const part of [path, entry, named]) expect(error.message).toContain(part);
  });

  it('is asked which of two people of one name it means, and takes the answer', () => {
    const files = structuredClone(readSeedFiles(root));
    const everyone = files.find((file) => file.path === people)?.content;
    const everything = files.find((file) => file.path === papers)?.content;
    if (!Array.isArray(everyone) || !Array.isArray(everything)) throw new Error('not lists');
    everyone.push({ id: 'tong-zhang-two', name: 'Tong Zhang' });
    expect(errorOf(files)).toMatchObject({
      field: 'authors',
      reason: expect.stringContaining('tong-zhang or tong-zhang-two') as unknown,
    });
    const guide = inside(everything, [17]);
    if (!Array.isArray(guide['authors'])) throw new Error('no authors');
    guide['authors'] = guide['authors'].map((name: unknown) =>
      name === 'Tong Zhang' ? { name, person: 'tong-zhang' } : name,
    );
    expect(errorOf(files)).toMatchObject({ entry: 'entry 163 (tong-zhang-two)', reason: 'is author of no paper' });
  });

  it('is named when a file is missing or has no place', () => {
    const files = readSeedFiles(root);
    expect(errorOf(files.filter(({ path }) => path !== people)).message).toBe('seeds/people.json: the file is missing');
    expect(errorOf([...files, { path: 'seeds/more.json', content: {} }]).file).toBe('seeds/more.json');
    expect(errorOf(files.filter(({ path }) => !path.startsWith('seeds/000-'))).reason).toBe(
      'no document has an entry for it',
    );
  });
});
