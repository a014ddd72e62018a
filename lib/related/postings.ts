// Which papers of the catalog have a word, a topic, an author: what related works are found by, without a look into any
// record. Papers are ordinals of their source, and each list comes with how many papers of the catalog have the thing.
import type { Lookup } from '../catalog/lookup.ts';
import type { PaperSource } from '../catalog/sources/paper-source.ts';
import type { PaperPlace } from './tally.ts';
import { isInAscending } from '../text/ascending.ts';

/** Papers by source, in the order of `Lookup.paperSources`. */
export interface Postings {
  /** Papers of the catalog that have it. */
  count: number;
  /** Their ordinals, source by source and ascending; read when asked for. */
  papers: () => readonly PaperList[];
}

export const noPostings: Postings = { count: 0, papers: () => [] };

/** Topics longer than this are no topics. */
const MAX_TOPIC = 300;

/** Ascending. */
export type PaperList = ReturnType<Rows[number]['ordinals']>;

const ordinalsOf = (rows: Rows): PaperList => {
  const [row, ...others] = rows;
  return row === undefined || others.length > 0 ? rows.flatMap((one) => [...one.ordinals()]) : row.ordinals();
};

type Rows = Awaited<ReturnType<NonNullable<PaperSource['words']>>>;

async function ofRows(lookup: Lookup, read: (source: PaperSource) => Promise<Rows> | undefined): Promise<Postings> {
  const rows = await Promise.all(lookup.paperSources.map(async (source) => (await read(source)) ?? []));
  const count = rows.flat().reduce((sum, row) => sum + row.count, 0);
  let papers: readonly PaperList[] | null = null;
  return { count, papers: () => (papers ??= rows.map(ordinalsOf)) };
}

/** Papers with that word in their titles. */
export const titlesWith = (lookup: Lookup, word: string): Promise<Postings> =>
  ofRows(lookup, (source) => source.words?.(word, true));

/** Papers with that word in their abstracts, as far as packs keep those. */
export const abstractsWith = (lookup: Lookup, word: string): Promise<Postings> =>
  ofRows(lookup, (source) => source.abstractWords?.(word, true));

/** Papers at those places, source by source. */
export function postingsAt(places: readonly (readonly number[])[]): Postings {
  const papers = places.map((some) =>
    some.every((ordinal, at) => at === 0 || ordinal > (some[at - 1] ?? 0))
      ? some
      : [...new Set(some)].toSorted((one, other) => one - other),
  );
  return { count: papers.reduce((sum, some) => sum + some.length, 0), papers: () => papers };
}

/** Whether one of them is at that place. */
export function isAmong({ papers }: Postings, { source, ordinal }: PaperPlace): boolean {
  const ordinals = papers()[source];
  return ordinals !== undefined && isInAscending(ordinals, ordinal);
}

/** Papers of each topic. Sources that keep no list of them are read where they are small. */
export async function ofTopics(lookup: Lookup, topics: readonly string[]): Promise<Map<string, Postings>> {
  const wanted = [...new Set(topics)].filter((topic) => topic !== '' && topic.length <= MAX_TOPIC);
  if (wanted.length === 0) return new Map();
  const curated = await lookup.withTopics();
  const found = wanted.map(async (topic) => {
    const papers = lookup.paperSources.map(async (source, at) => [
      ...((await source.topics?.(topic.toLowerCase(), true)) ?? []).flatMap((row) => [...row.ordinals()]),
      ...curated.flatMap((one) => (one.source === at && one.paper.topics.includes(topic) ? [one.ordinal] : [])),
    ]);
    return [topic, postingsAt(await Promise.all(papers))] as const;
  });
  return new Map(await Promise.all(found));
}

/** For each of the papers, those that cite it, or that it cites, in its source. */
export async function citing(
  lookup: Lookup,
  places: readonly PaperPlace[],
  way: 'references' | 'citedBy',
): Promise<Postings[]> {
  const answers = await Promise.all(
    lookup.paperSources.map(async (source, at) => {
      const ordinals = places.filter((place) => place.source === at).map(({ ordinal }) => ordinal);
      return ordinals.length === 0 ? undefined : source[way]?.(ordinals);
    }),
  );
  return places.map(({ source, ordinal }) =>
    postingsAt(answers.map((answer, at) => (at === source ? (answer?.get(ordinal) ?? []) : []))),
  );
}
