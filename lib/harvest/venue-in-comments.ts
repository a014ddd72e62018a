// Where a paper is to be printed, as its authors say in arXiv's comments: "12 pages, accepted at ICML 2026". Pure.
import { plainText } from '../paper/plain-text.ts';
import { parseVenue } from '../paper/venue.ts';
import type { PaperType } from '../paper/schema.ts';
import { withoutEnd } from '../text/without-end.ts';

export interface SaidVenue {
  /** "ICML 2026", "Journal of Fluid Mechanics (to appear)" */
  venue: string;
  type: PaperType | null;
}

const SAID =
  /\b(accepted|to appear|appears?|to be (?:published|presented)|will (?:appear|be published)|published|forthcoming|presented|camera[- ]ready(?: version)?)(?: (?:for|as)(?: an?)? (?:full |regular |short |long |main |oral |poster |spotlight |conference |invited )?(?:publication|presentation|paper|talk|poster|oral|spotlight))?,? (?:in|at|by|to|on|for) (?:the )?([^;]{2,160})/i;
const TO_COME = /^(?:to appear|to be|will|forthcoming)/i;
/** "Accepted to be published in", "accepted in a revised form by". */
const NO_VENUE = /^(?:be |a |an |this |publication\b|appear\b|\d{1,3} (?:pages|figures))/i;

/** Where the venue's words end: a bracket, a count of pages, the next sentence. */
function ended(text: string): string {
  const [before = ''] = text.split(
    /\s\(|,?\s\d{1,4} ?(?:pages?|pp|figures?|figs?|tables?)\b|(?<=\d|\p{Lu}{2}|\p{Ll}{7})\.\s(?=\p{Lu})|\.\s(?=\d|https?:|[Cc]ode\b)|,? https?:|, (?:with|and|code|oral|spotlight|poster|camera)\b/u,
    1,
  );
  return withoutEnd(before, /[\s,.:'"]/);
}

/** Null where the comments say nothing of it. */
export function venueInComments(comments: string): SaidVenue | null {
  const [, how = '', rest = ''] = SAID.exec(plainText(comments).slice(0, 1_000)) ?? [];
  const venue = ended(rest);
  if (venue.length < 2 || venue.length > 120 || !/\p{Lu}/u.test(venue) || NO_VENUE.test(venue)) return null;
  const { kind, workshop } = parseVenue(venue);
  const known = kind === 'conference' || kind === 'journal' ? kind : null;
  return { venue: TO_COME.test(how) ? `${venue} (to appear)` : venue, type: workshop ? 'workshop' : known };
}
