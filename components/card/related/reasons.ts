// Why a work is related, in words. Pure.
import type { Reason } from '../../../lib/views/schema.ts';
import { count, list, t } from '../../../lib/i18n/i18n.ts';

export interface ReasonWords {
  kind: Reason['kind'];
  text: string;
  /** All of it, where `text` is short: the names of the shared authors. */
  full: string | null;
}

/** At most this many topics are named; more would read as a list of keywords. */
const topicsNamed = 2;

export function reasonWords(reason: Reason): ReasonWords {
  switch (reason.kind) {
    case 'authors':
      return { kind: reason.kind, text: count('relatedAuthors', reason.names.length), full: list(reason.names) };
    case 'topics':
      return {
        kind: reason.kind,
        text: reason.topics.slice(0, topicsNamed).join(', '),
        full: reason.topics.length > topicsNamed ? list(reason.topics) : null,
      };
    case 'title':
      return { kind: reason.kind, text: t('relatedTitle'), full: list(reason.words) };
    case 'venue':
      return { kind: reason.kind, text: t('relatedVenue', reason.venue), full: null };
  }
}

/** Each kind once, people first: the order in which a reader trusts them. */
const order: readonly Reason['kind'][] = ['authors', 'topics', 'title', 'venue'];
export function allReasonWords(reasons: readonly Reason[]): ReasonWords[] {
  return order.flatMap((kind) => {
    const reason = reasons.find((one) => one.kind === kind);
    return reason === undefined ? [] : [reasonWords(reason)];
  });
}
