// What the side panel shows of the paper that is chosen.
import type { MessageKey } from '../../../lib/i18n/i18n.ts';

export type Look = 'paper' | 'author' | 'related' | 'graph';

export const looks: readonly { look: Look; words: MessageKey }[] = [
  { look: 'paper', words: 'explorePaper' },
  { look: 'author', words: 'panelAuthors' },
  { look: 'related', words: 'panelRelated' },
  { look: 'graph', words: 'panelGraph' },
];

/** The place that an arrow key leads to in a row of tabs; null for other keys. */
export function tabAfter(key: string, at: number, count: number, isRtl: boolean): number | null {
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const backward = isRtl ? 'ArrowRight' : 'ArrowLeft';
  const steps: Readonly<Record<string, number>> = {
    [forward]: (at + 1) % count,
    [backward]: (at - 1 + count) % count,
    Home: 0,
    End: count - 1,
  };
  return steps[key] ?? null;
}
