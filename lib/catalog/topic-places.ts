// Papers of a topic, in all sources: those whose source keeps a list of topics, and the curated ones.
import type { Lookup } from './lookup.ts';
import type { PaperRef } from '../match/title-lookup.ts';

/** Papers read for one topic; a list of more helps nobody. */
const MAX_PLACES = 1000;

/** Where the papers of a topic are; capitals do not matter. At most `MAX_PLACES`. */
export async function topicPlaces(lookup: Lookup, topic: string): Promise<PaperRef[]> {
  const wanted = topic.toLowerCase();
  const curated = (await lookup.withTopics()).filter(({ paper }) =>
    paper.topics.some((one) => one.toLowerCase() === wanted),
  );
  const listed = await Promise.all(
    lookup.paperSources.map(async (source, at) => {
      const rows = (await source.topics?.(wanted, true)) ?? [];
      return rows.flatMap((row) => Array.from(row.ordinals(), (ordinal) => ({ source: at, ordinal })));
    }),
  );
  const places = [...curated.map(({ source, ordinal }) => ({ source, ordinal })), ...listed.flat()];
  const distinct = new Map(places.map((place) => [`${place.source} ${place.ordinal}`, place]));
  return [...distinct.values()].slice(0, MAX_PLACES);
}
