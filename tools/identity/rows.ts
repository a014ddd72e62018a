// The real title lists and the truth about who wrote them, as signatures of one family name and first initial each.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { bySignature, type Signature } from '../../lib/identity/signature.ts';
import { nameKey } from '../../lib/paper/names/name-key.ts';
import { contentWords } from '../../lib/text/content-words.ts';
import { WrongOption } from '../options.ts';

const Title = z.object({
  title: z.string(),
  authors: z.array(z.string()),
  venue: z.optional(z.string()),
  year: z.optional(z.number()),
});
export type Title = z.infer<typeof Title>;
const Known = z.object({
  row: z.int(),
  authors: z.array(z.string()),
  ids: z.array(z.nullable(z.string())),
  of: z.string(),
});

/** A signature and who it truly is, where that is known. */
export interface Labelled {
  signature: Signature;
  id: string | null;
  /** Who says so. */
  of: string;
}

/** The signatures of one family name and first initial, sorted. */
export interface NameBlock {
  key: string;
  works: Labelled[];
}

function linesOf(path: string): unknown[] {
  if (!existsSync(path)) throw new WrongOption(`${path} is missing; --shared FOLDER says where the lists are.`);
  return gunzipSync(readFileSync(path))
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

export const readTitles = (shared: string): Title[] =>
  linesOf(join(shared, 'titles/paperlists.jsonl.gz')).map((line) => {
    const title = z.parse(Title, line);
    return { ...title, authors: once(title.authors) };
  });

/** Some lists print all authors twice. */
function once(authors: string[]): string[] {
  const half = authors.length / 2;
  const [first, second] = [authors.slice(0, half), authors.slice(half)];
  return Number.isInteger(half) && half > 0 && first.every((name, at) => name === second[at]) ? first : authors;
}

/** All signatures of the titles, by name; those with an id say whose they are. No id is among what is compared. */
export function readBlocks(titles: readonly Title[], truth: string): NameBlock[] {
  const known = new Map(
    linesOf(join(truth, 'author-ids.jsonl.gz')).map((line) => {
      const one = z.parse(Known, line);
      return [one.row, one] as const;
    }),
  );
  const keys = new Map<string, string>();
  const blocks = new Map<string, Labelled[]>();
  for (const [row, { title, authors: printed, venue = null, year = null }] of titles.entries()) {
    const truly = known.get(row);
    const authors = truly?.authors ?? printed;
    const words = [...contentWords(title).keys()];
    for (const [place, name] of authors.entries()) {
      let key = keys.get(name);
      if (key === undefined) keys.set(name, (key = nameKey(name)));
      if (key === '') continue;
      const coauthors = authors.filter((_, at) => at !== place);
      const signature = { paper: `row:${row}`, place, name, person: 'n-x', ids: [], coauthors, words, venue, year };
      const id = truly?.ids[place] ?? '';
      const labelled = { signature, id: id === '' ? null : id, of: truly?.of ?? '' };
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [labelled]);
      else block.push(labelled);
    }
  }
  return [...blocks].map(([key, works]) => ({
    key,
    works: works.toSorted((a, b) => bySignature(a.signature, b.signature)),
  }));
}

export const isLabelled = ({ works }: NameBlock): boolean => works.some(({ id }) => id !== null);

/** Half of the names, by a hash, are for fitting; the others test. */
export function isForTest(key: string): boolean {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 12)) & 1) === 1;
}
