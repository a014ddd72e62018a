// Why a work at one place of the catalog is related: what it shares, strongest first. Pure.
import type { Reason } from '../views/schema.ts';
import type { AuthorWorks } from './authors.ts';
import { titleOf, type Paper } from '../paper/schema.ts';
import { contentWords } from '../text/content-words.ts';
import type { Evidence } from './evidence.ts';
import { isAmong } from './postings.ts';
import { TITLE_WEIGHT, type QuestionWord } from './question.ts';
import type { PaperPlace } from './tally.ts';

/** Words and topics that are told; more would read as a list of keywords. */
const MAX_NAMED = 6;

/** Authors who have a work at that place. */
export const authorsAt = ({ authors }: Evidence, place: PaperPlace): AuthorWorks[] =>
  authors.filter(({ works }) => isAmong(works, place)).toSorted((one, other) => one.works.count - other.works.count);

/** Share of both titles that one word, with a word of every field or without, has to cover where nothing else is shared. */
const MOSTLY = 1 / 2;
const MUCH = 1 / 4;
/** Share of the catalog's papers that may have a word which tells by itself: some ten of a hundred thousand. */
const VERY_RARE = 1 / 8000;

/** Whether the words that two papers share relate them. One word does not: of papers that share one and nothing else,
 *  fewer share a keyword than of any two papers. With two words of every field beside it, or where one word is most of
 *  both titles, as many do as with two. */
function relate(telling: readonly QuestionWord[], general: number, total: number, titles: readonly string[]): boolean {
  const [only] = telling;
  if (only === undefined || telling.length > 1) return telling.length > 1;
  if (general > 1 || Math.max(only.titles.count, only.abstracts.count) <= total * VERY_RARE) return true;
  const words = Math.max(...titles.map((title) => contentWords(title).size));
  return (1 + general) / words >= MOSTLY || (general > 0 && 1 / words >= MUCH);
}

/** The reasons of the subject; none where what is shared is too little. Words of every field are told where no others
 *  are shared. `papers`: the one that is asked about, and the one at that place where it was read already. */
export function subjectReasons(evidence: Evidence, place: PaperPlace, papers: readonly Paper[]): Reason[] {
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
  const reasons: Reason[] = [
    ...(isAmong(evidence.citedBy, place) ? [{ kind: 'cites' } as const] : []),
    ...(isAmong(evidence.cites, place) ? [{ kind: 'cited' } as const] : []),
    ...(topics.length > 0 ? [{ kind: 'topics', topics } as const] : []),
    ...(count > 0 ? [{ kind: 'references', count } as const] : []),
  ];
  const general = shared.filter(
    ({ isGeneral, weight, titles }) => isGeneral && weight >= TITLE_WEIGHT && isAmong(titles, place),
  ).length;
  // A word beside a person of an unusual name is enough: it is not for the word alone that such a row is shown.
  const isTheirs = telling.length > 0 && authorsAt(evidence, place).some(({ isWeak }) => !isWeak);
  const isEnough = reasons.length > 0 || isTheirs || relate(telling, general, evidence.total, papers.map(titleOf));
  return isEnough && words.length > 0 ? [...reasons, { kind: 'words', words }] : reasons;
}
