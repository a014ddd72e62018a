// What is known of papers beyond the project: titles, and who and what is related. Read where it is; none of it is ours.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { WrongOption } from '../options.ts';

const TitleRow = z.object({
  title: z.string(),
  authors: z.optional(z.array(z.string())),
  year: z.optional(z.number()),
});
const Keywords = z.object({ row: z.int(), keywords: z.array(z.string()) });
const AbstractWords = z.object({ row: z.int(), words: z.array(z.string()) });
const AuthorIds = z.object({
  row: z.int(),
  authors: z.array(z.string()),
  ids: z.array(z.nullable(z.string())),
  of: z.string(),
});
const Rated = z.object({
  queries: z.array(z.object({ q: z.string(), pool: z.record(z.string(), z.number()) })),
  papers: z.record(z.string(), z.object({ t: z.array(z.string()), a: z.array(z.string()) })),
});

export type TitleRow = z.infer<typeof TitleRow>;
export type Rated = z.infer<typeof Rated>;

export interface Material {
  /** Conference papers, by row. */
  titles: readonly TitleRow[];
  /** Words of their abstracts, by row. */
  abstracts: ReadonlyMap<number, readonly string[]>;
  keywords: ReadonlyMap<number, readonly string[]>;
  /** People's ids by the places of a row's authors. */
  people: ReadonlyMap<number, { authors: readonly string[]; ids: readonly (string | null)[] }>;
  rated: Rated;
}

function text(file: string): string {
  if (!existsSync(file)) throw new WrongOption(`${file} is missing; --shared and --truth say where the lists are.`);
  return gunzipSync(readFileSync(file)).toString();
}

const rows = <T>(file: string, schema: z.ZodMiniType<T>): T[] =>
  text(file)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => z.parse(schema, JSON.parse(line)));

/** @param truth a folder of the form of `shared/truth` */
export function readMaterial(shared: string, truth: string): Material {
  const people = rows(join(truth, 'author-ids.jsonl.gz'), AuthorIds).filter((one) => one.of === 'openreview');
  return {
    titles: rows(join(shared, 'titles', 'paperlists.jsonl.gz'), TitleRow),
    abstracts: new Map(rows(join(truth, 'abstract-words.jsonl.gz'), AbstractWords).map((one) => [one.row, one.words])),
    keywords: new Map(rows(join(truth, 'keywords.jsonl.gz'), Keywords).map((one) => [one.row, one.keywords])),
    people: new Map(people.map((one) => [one.row, one])),
    rated: z.parse(Rated, JSON.parse(text(join(truth, 'csfcube.json.gz')))),
  };
}
