// Evidence line by line in words: why a work is, may be, or is not somebody's. Pure.
import { count, list, t, type MessageKey } from '../../../lib/i18n/i18n.ts';
import type { PersonView } from '../../../lib/views/schema.ts';

export type Line = PersonView['answers'][number]['lines'][number];

/** Names of the line's co-authors; the rest is counted. */
const NAMED = 2;
/** The kind of id that packs give to people whom they know by more than a name. */
const KNOWN = 'known';

const spellings = {
  same: 'whySpellingSame',
  'one-initial': 'whySpellingInitial',
  alike: 'whySpellingAlike',
  other: 'whySpellingOther',
} as const satisfies Record<Extract<Line, { kind: 'spelling' }>['how'], MessageKey>;
const commonness = {
  few: 'whyNameFew',
  some: 'whyNameSome',
  many: 'whyNameMany',
} as const satisfies Record<Extract<Line, { kind: 'name' }>['people'], MessageKey>;

function coauthorWords(names: readonly string[], more: number): string {
  const [named, rest] = [names.slice(0, NAMED), Math.max(0, names.length - NAMED) + more];
  return rest === 0 ? t('whyCoauthors', list(named)) : count('whyCoauthorsMore', rest, named.join(', '));
}

/** One line as a phrase. */
export function lineWords(line: Line): string {
  switch (line.kind) {
    case 'decision':
      return t('whyDecision');
    case 'ids': {
      const told = line.ids.filter((id) => !id.startsWith(`${KNOWN}:`));
      return told.length === 0 ? t('whyKnown') : t('whyIds', list(told));
    }
    case 'other-id':
      return line.of === KNOWN ? t('whyOtherKnown') : t('whyOtherId', line.of);
    case 'coauthors':
      return coauthorWords(line.names, line.more);
    case 'words':
      return t('whyWords', list(line.words));
    case 'field':
      return t('whyField', list(line.topics));
    case 'venue':
      return t('whyVenue', line.venue);
    case 'years':
      return line.apart === null ? t('whyNoYear') : line.apart === 0 ? t('whySameYear') : count('whyYears', line.apart);
    case 'name':
      return t(commonness[line.people]);
    case 'spelling':
      return t(spellings[line.how], line.name);
    case 'affiliation':
      return t('whyAffiliation', line.name);
  }
}

/** Years near each other speak against nobody, though they may say a little less than usual. */
export const isTold = (line: Line): boolean => line.kind !== 'years' || line.weight >= 0 || (line.apart ?? 0) > 2;
