// A row's text as it is searched: words with one space between them, and one before the first of each field. Pure.
import { arxivKey, doiKey } from '../../paper/keys.ts';
import { joinedWords, searchWords } from './fold-text.ts';
import type { ListRow } from './list-row.ts';

export interface RowText {
  /** Each is " words of it " with lines between several of a kind, so that no phrase goes from one into the next. */
  title: string;
  author: string;
  venue: string;
  tag: string;
  /** All of these, the note and the ids. */
  any: string;
}

const lines = (texts: readonly string[]): string =>
  texts
    .map(searchWords)
    .filter((words) => words !== '')
    .map((words) => ` ${words} `)
    .join('\n');

const withJoined = (text: string): string =>
  lines(text.includes('-') || /[^\p{ASCII}]/u.test(text) ? [text, joinedWords(text)] : [text]);

export function rowText(row: ListRow): RowText {
  const title = withJoined(row.title);
  const author = lines(row.authors);
  const venue = row.venue === null ? '' : lines([row.venue]);
  const tag = lines(row.tags);
  const ids = new Set([row.id]);
  if (row.arxivId !== null) ids.add(arxivKey(row.arxivId));
  if (row.doi !== null) ids.add(doiKey(row.doi));
  return {
    title,
    author,
    venue,
    tag,
    any: [title, author, venue, tag, withJoined(row.note), lines([...ids])].join('\n'),
  };
}
