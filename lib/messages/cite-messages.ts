// The message by which papers are copied; `contract.ts` has it among all others.
import * as z from 'zod/mini';
import { PaperId } from '../paper/schema.ts';
import { citeForms } from '../settings/cite-forms.ts';

/** Maximum papers that are copied at once. */
const MAX_CITED = 10_000;

export const citeMessages = {
  /** Papers as BibTeX, links or references, in the order asked. `as`: null is the form that was chosen last;
   *  `remembered`: it is the reader's choice from now on. `html`: the same as rich text, where there is more to it. */
  'papers.cite': {
    from: ['page', 'extension'],
    request: z.object({
      ids: z.array(PaperId).check(z.maxLength(MAX_CITED)),
      as: z.nullable(z.enum(citeForms)),
      remembered: z.boolean(),
    }),
    answer: z.object({ as: z.enum(citeForms), papers: z.int(), text: z.string(), html: z.nullable(z.string()) }),
  },
} as const;
