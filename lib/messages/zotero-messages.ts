// The messages about Zotero on this machine; `contract.ts` has them among all others.
import * as z from 'zod/mini';
import { failureCodes } from '../failures/failure.ts';
import { PaperId } from '../paper/schema.ts';
import { MAX_SENT_AT_ONCE } from './max-sent.ts';

const ZoteroView = z.object({
  /** Papers that Zotero has are marked, and it is asked for them once a day. */
  on: z.boolean(),
  /** When its library was read last, in milliseconds since 1970, and how many items it had. */
  readAt: z.nullable(z.number()),
  items: z.int(),
  /** Why it could not be read the last time. */
  problem: z.nullable(z.enum(failureCodes)),
});
export type ZoteroView = z.infer<typeof ZoteroView>;

export const zoteroMessages = {
  'zotero.state': { from: ['extension'], request: z.object({}), answer: ZoteroView },
  /** Switches the marks on, where the browser lets Byline reach this machine, or off: what was read is forgotten. */
  'zotero.set': { from: ['extension'], request: z.object({ on: z.boolean() }), answer: ZoteroView },
  /** Reads which papers Zotero has. */
  'zotero.read': { from: ['extension'], request: z.object({}), answer: ZoteroView },
  /** Sends papers of the reading list into the collection that is open in Zotero; answers how many. */
  'zotero.send': {
    from: ['extension'],
    request: z.object({ ids: z.array(PaperId).check(z.minLength(1), z.maxLength(MAX_SENT_AT_ONCE)) }),
    answer: z.object({ sent: z.int() }),
  },
} as const;
