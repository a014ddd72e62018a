// What the side panel shows of the paper that is chosen.
import type { CardSubject } from '../../../lib/page/act/card-port.ts';
import type { Facts } from '../../card/card-data.ts';
import type { MessageKey } from '../../../lib/i18n/i18n.ts';

export interface LookProps {
  paper: string;
  facts: Facts;
  /** Opens a paper or person in place of the lists. */
  onOpen: (subject: CardSubject) => void;
}

export const papersSubject = (id: string): CardSubject => ({ kind: 'papers', ids: [id], via: '', confidence: 1 });

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
