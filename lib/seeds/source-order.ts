// In which order a fact's sources are named. Pure.
import type { Source, SourceId } from '../paper/schema.ts';

export const publicRecord: SourceId = 'public-record';

export type SourceOrder = (sources: Iterable<SourceId>) => SourceId[];

/** Sources in the order of `sources.json`, each once. */
export function sourceOrderOf(sources: readonly Source[]): SourceOrder {
  const place = new Map(sources.map((source, at) => [source.id, at]));
  return (some) => [...new Set(some)].toSorted((a, b) => (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity));
}
