// Why a work is, or is not, a person's: evidence line by line, as data that the interface puts into words.
import * as z from 'zod/mini';

/** How much it says for (above 0) or against, in one unit for all lines. */
const weight = z.number();
const texts = z.array(z.string());

export const Line = z.discriminatedUnion('kind', [
  /** The reader said so. */
  z.object({ kind: z.literal('decision'), weight }),
  z.object({ kind: z.literal('ids'), ids: texts, weight }),
  /** Both have an id of this kind, and not the same. */
  z.object({ kind: z.literal('other-id'), of: z.string(), weight }),
  /** As the work prints them, the one who says most first; and how many more there are. */
  z.object({ kind: z.literal('coauthors'), names: texts, more: z.int(), weight }),
  z.object({ kind: z.literal('words'), words: texts, weight }),
  /** Topics or categories. */
  z.object({ kind: z.literal('field'), topics: texts, weight }),
  z.object({ kind: z.literal('venue'), venue: z.string(), weight }),
  /** From the nearest of their works; null where it is not known. */
  z.object({ kind: z.literal('years'), apart: z.nullable(z.int()), weight }),
  /** How many people may have the name. */
  z.object({ kind: z.literal('name'), people: z.enum(['few', 'some', 'many']), weight }),
  /** `one-initial`: one of the two has no more than an initial; `other`: names that cannot be one person's. */
  z.object({
    kind: z.literal('spelling'),
    how: z.enum(['same', 'one-initial', 'alike', 'other']),
    name: z.string(),
    weight,
  }),
  z.object({ kind: z.literal('affiliation'), name: z.string(), weight }),
]);
export type Line = z.infer<typeof Line>;
