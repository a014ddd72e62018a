// Why a work at one place of the catalog is related: what it shares, strongest first. Pure.
import type { Reason } from '../views/schema.ts';
import type { AuthorWorks } from './authors.ts';
import type { Evidence } from './evidence.ts';
import { isAmong } from './postings.ts';
import type { PaperPlace } from './tally.ts';

/** Words and topics that are told; more would read as a list of keywords. */
const MAX_NAMED = 6;

/** Authors who have a work at that place. */
export const authorsAt = ({ authors }: Evidence, place: PaperPlace): AuthorWorks[] =>
  authors.filter(({ works }) => isAmong(works, place)).toSorted((one, other) => one.works.count - other.works.count);

/** The reasons of the subject. Words of every field are told where no others are shared. */
export function subjectReasons(evidence: Evidence, place: PaperPlace): Reason[] {
  const shared = evidence.terms.filter(({ titles, abstracts }) => isAmong(titles, place) || isAmong(abstracts, place));
  const telling = shared.filter(({ isGeneral }) => !isGeneral);
  const words = (telling.length > 0 ? telling : shared)
    .toSorted((one, other) => other.weight * other.idf ** 2 - one.weight * one.idf ** 2)
    .map(({ printed }) => printed)
    .slice(0, MAX_NAMED);
  const topics = evidence.topics
    .filter(({ papers }) => isAmong(papers, place))
    .toSorted((one, other) => one.papers.count - other.papers.count || (one.topic < other.topic ? -1 : 1))
    .map(({ topic }) => topic)
    .slice(0, MAX_NAMED);
  const count = evidence.citeAlso.filter((papers) => isAmong(papers, place)).length;
  return [
    ...(isAmong(evidence.citedBy, place) ? [{ kind: 'cites' } as const] : []),
    ...(isAmong(evidence.cites, place) ? [{ kind: 'cited' } as const] : []),
    ...(topics.length > 0 ? [{ kind: 'topics', topics } as const] : []),
    ...(count > 0 ? [{ kind: 'references', count } as const] : []),
    ...(words.length > 0 ? [{ kind: 'words', words } as const] : []),
  ];
}
