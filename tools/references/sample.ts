// A labelled entry as what the weights are learned from: the features of its tokens, and the state of each.
import { TOKEN_FEATURES, featuresOf } from '../../lib/references/features.ts';
import { LABELS, TITLE } from '../../lib/references/labels.ts';
import { tokensOf } from '../../lib/references/tokens.ts';
import { labelsByCharacter, type Entry } from './labelled.ts';

export interface Sample {
  count: number;
  hashes: Int32Array;
  joints: Uint8Array;
  states: Uint8Array;
  weight: number;
}

/** An entry as tokens with their states; null where its labels are no chain (a title in two places). */
export function sampleOf(entry: Entry, weight = 1): Sample | null {
  const tokens = tokensOf(entry.text);
  if (tokens === null || tokens.count === 0) return null;
  const { count } = tokens;
  const { hashes, joints } = featuresOf(entry.text, tokens);
  const byCharacter = labelsByCharacter(entry);
  const states = new Uint8Array(count);
  let seen = false;
  for (let at = 0; at < count; at += 1) {
    const one = byCharacter[tokens.coreStart[at] ?? 0] ?? 0;
    if (one === TITLE && seen && states[at - 1] !== TITLE) return null;
    seen ||= one === TITLE;
    states[at] = one === TITLE || !seen ? one : one + LABELS;
  }
  return { count, hashes: hashes.slice(0, count * TOKEN_FEATURES), joints: joints.slice(0, count), states, weight };
}
