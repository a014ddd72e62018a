// What a publisher of packs says of them: `series.json`, beside the packs at any static host. Of each field a whole pack,
// and what was new or changed since, each after the one before it.
import * as z from 'zod/mini';

/** Of this description; another one is refused. */
export const SERIES_FORMAT = 1;
/** Maximum bytes of a description. */
export const MAX_SERIES = 1 << 20;

const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));

export const PublishedPack = z.object({
  /** The publication that it came with. */
  number: z.int().check(z.gte(1)),
  /** The number of the pack that it adds to; null for a whole one. */
  after: z.nullable(z.int().check(z.gte(1))),
  /** Its name beside the description: no path, so that it comes from nowhere else. */
  file: z.string().check(z.regex(/^[\w-][\w.-]{0,110}\.byline$/)),
  papers: z.int().check(z.gte(1)),
  bytes: z.int().check(z.gte(1)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  licence: z.string().check(z.maxLength(120)),
  date: Day,
});
export type PublishedPack = z.infer<typeof PublishedPack>;

export const PublishedField = z.object({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,29}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  /** A whole one first. */
  packs: z.array(PublishedPack).check(z.minLength(1), z.maxLength(100)),
});
export type PublishedField = z.infer<typeof PublishedField>;

export const PublishedSeries = z.object({
  format: z.literal(SERIES_FORMAT),
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  /** Raised with each publication. */
  number: z.int().check(z.gte(1)),
  date: Day,
  fields: z.array(PublishedField).check(z.minLength(1), z.maxLength(200)),
});
export type PublishedSeries = z.infer<typeof PublishedSeries>;

/** Whether each pack of a field adds to the one before it, and the first one to none. */
export const isChain = ({ packs }: PublishedField): boolean =>
  packs.every(({ after, number }, at) => {
    const before = packs[at - 1];
    return before === undefined ? after === null : after === before.number && number > before.number;
  });

/** A description as text; null for what is none. */
export function readSeries(text: string): PublishedSeries | null {
  try {
    return PublishedSeries.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
