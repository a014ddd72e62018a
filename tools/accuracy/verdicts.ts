// Marks that are not in a page's list of expected ones, each looked at once: is that paper named there, or not?
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { root } from '../project.ts';
import type { Judged, Outcome } from './score.ts';

export const Verdict = z.object({
  page: z.string(),
  /** The marked text as the page has it, white space as one space. */
  text: z.string(),
  /** The paper that the mark names first. */
  paper: z.string(),
  verdict: z.enum(['right', 'wrong']),
  reason: z.string().check(z.minLength(1)),
});
export type Verdict = z.infer<typeof Verdict>;

export const readVerdicts = (file = join(root, 'tools/accuracy/verdicts.json')): Verdict[] =>
  z.array(Verdict).parse(JSON.parse(readFileSync(file, 'utf8')));

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The outcome with what was looked at: a mark judged right is also a mention that was found. */
export function withVerdicts(outcome: Outcome, verdicts: readonly Verdict[]): { outcome: Outcome; unjudged: Judged[] } {
  const unjudged: Judged[] = [];
  const more: Outcome['mentions'] = [];
  const marks = outcome.marks.map((judged): Judged => {
    const { mark, page, right } = judged;
    if (right) return judged;
    const text = plain(mark.text);
    const verdict = verdicts.find((one) => one.page === page && one.text === text && mark.papers.includes(one.paper));
    if (verdict === undefined) {
      unjudged.push(judged);
      return { ...judged, why: 'nobody has looked at it yet' };
    }
    if (verdict.verdict === 'wrong') return { ...judged, why: verdict.reason };
    more.push({ page, title: text, found: true, whole: false, place: '' });
    return { ...judged, right: true, why: '' };
  });
  return { outcome: { mentions: [...outcome.mentions, ...more], marks }, unjudged };
}
