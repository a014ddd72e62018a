// The messages about what was asked of the network; `contract.ts` has them among all others.
import * as z from 'zod/mini';
import { SentRequest } from '../harvest/sent-log.ts';

export const sentMessages = {
  /** What was asked of the network, the newest first; `before`: those before that one. `today`: how many requests went
   *  out since the last midnight here. */
  'sent.log': {
    from: ['extension'],
    request: z.object({
      limit: z.int().check(z.gte(1), z.lte(500)),
      before: z.optional(z.nullable(z.int())),
    }),
    answer: z.object({ total: z.int(), today: z.int(), rows: z.array(SentRequest) }),
  },
  /** Writes that a page of ours sends papers to Zotero now, or reads its library. Refused where nothing may be asked. */
  'sent.note': {
    from: ['extension'],
    request: z.object({ zotero: z.enum(['items', 'library']) }),
    answer: z.object({ id: z.int() }),
  },
  /** Writes what became of it: a status, or that nobody answered. */
  'sent.over': {
    from: ['extension'],
    request: z.object({
      id: z.int(),
      bytes: z.int().check(z.gte(0)),
      answer: z.union([z.int(), z.string().check(z.maxLength(40))]),
    }),
    answer: z.object({}),
  },
} as const;
