// A step by key on a page.
import * as z from 'zod/mini';

/** From mark to mark, or from citation to citation: 1 forward, -1 back; 0 opens the card of the nearest. */
export const PageStep = z.object({
  by: z.union([z.literal(1), z.literal(-1), z.literal(0)]),
  among: z.optional(z.literal('citations')),
});
