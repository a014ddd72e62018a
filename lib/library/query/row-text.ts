// A row's text as it is searched: one string, its fields one after the other. Pure.
import { arxivKey, doiKey } from '../../paper/keys.ts';
import { joinedWords, searchWords } from './fold-text.ts';
import type { ListRow } from './list-row.ts';
import type { TextField } from './parse-query.ts';

export interface RowText {
  /** Words with one space between them, each line " words of it ": no phrase goes from one line, an author or a tag, into
   *  the next. */
  text: string;
  /** Where each field begins and ends in it. */
  range: Readonly<Record<TextField, { from: number; to: number }>>;
}

const lines = (texts: readonly string[]): string => {
  let all = '';
  for (const text of texts) {
    const words = searchWords(text);
    if (words !== '') all += ` ${words} \n`;
  }
  return all;
};

const withJoined = (text: string): string => lines([text, joinedWords(text)]);

export function rowText(row: ListRow): RowText {
  const ids = new Set([row.id]);
  if (row.arxivId !== null) ids.add(arxivKey(row.arxivId));
  if (row.doi !== null) ids.add(doiKey(row.doi));
  const pieces = [withJoined(row.title), lines(row.authors), lines([row.venue ?? '']), lines(row.tags)] as const;
  // Joined, not added up: an engine keeps a sum of texts as a tree, in which it finds nothing fast.
  const text = [...pieces, withJoined(row.note), lines([...ids])].join('');
  const [title, author, venue, tag] = pieces;
  const authorEnd = title.length + author.length;
  const venueEnd = authorEnd + venue.length;
  return {
    text,
    range: {
      any: { from: 0, to: text.length },
      title: { from: 0, to: title.length },
      author: { from: title.length, to: authorEnd },
      venue: { from: authorEnd, to: venueEnd },
      tag: { from: venueEnd, to: venueEnd + tag.length },
    },
  };
}
