// What the reader can set. One object, kept in the extension's local storage; unknown or damaged values fall back
// to the defaults one by one.
import * as z from 'zod/mini';
import { citeForms } from './cite-forms.ts';

export const Settings = z.object({
  /** How a card opens: when the pointer rests, when it rests with the modifier held, or only at a click or key. */
  hover: z.enum(['rest', 'modifier', 'click']),
  /** Milliseconds from intent to card. */
  delay: z.int().check(z.gte(200), z.lte(2000)),
  modifier: z.enum(['alt', 'control', 'shift']),
  /** Hosts where the reader switched Byline off ("arxiv.org", "*.nature.com"). */
  sitesOff: z.array(z.string()),
  /** Entries of the reading list keep how often and when their paper's own page was opened. */
  visits: z.boolean(),
  /** Citations of papers that are saved, read or by people the reader follows have a line in the text. */
  citations: z.boolean(),
  /** In which form a citation is copied first: the last that was chosen. */
  cite: z.enum(citeForms),
});
export type Settings = z.infer<typeof Settings>;

/** Settings of one value each that an institution's policy can fix. */
export const Fixable = z.enum(['hover', 'delay', 'modifier']);
export type Fixable = z.infer<typeof Fixable>;

/** 500 ms: Wikipedia's page previews wait as long. */
export const defaults: Settings = {
  hover: 'rest',
  delay: 500,
  modifier: 'alt',
  sitesOff: [],
  visits: false,
  citations: true,
  cite: 'bibtex',
};
