// Why a work is related, in words. Pure.
import type { Reason } from '../../../lib/views/schema.ts';
import { count, list, t } from '../../../lib/i18n/i18n.ts';

export interface ReasonWords {
  kind: Reason['kind'];
  text: string;
  /** All of it, where `text` is short: the names of the shared authors. */
  full: string | null;
}

/** At most this many topics are named, and words; more would read as a list of keywords. */
const MAX_TOPICS = 2;
const MAX_WORDS = 3;
/** At most this many reasons a row. */
const MAX_REASONS = 3;

export function reasonWords(reason: Reason): ReasonWords {
  const { kind } = reason;
  switch (kind) {
    case 'authors':
      return { kind, text: count('relatedAuthors', reason.names.length), full: list(reason.names) };
    case 'topics':
      return {
        kind,
        text: reason.topics.slice(0, MAX_TOPICS).join(', '),
        full: reason.topics.length > MAX_TOPICS ? list(reason.topics) : null,
      };
    case 'words':
      return {
        kind,
        text: reason.words.slice(0, MAX_WORDS).join(', '),
        full: t('relatedWords', list(reason.words)),
      };
    case 'cites':
      return { kind, text: t('relatedCites'), full: null };
    case 'cited':
      return { kind, text: t('relatedCited'), full: null };
    case 'references':
      return { kind, text: count('relatedReferences', reason.count), full: null };
  }
}

/** The reasons that a row has room for, in their order. */
export const reasonsShown = (reasons: readonly Reason[]): ReasonWords[] =>
  reasons.slice(0, MAX_REASONS).map(reasonWords);
