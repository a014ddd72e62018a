// A record of arXiv's server, or an entry of its feed, as a row of a pack: cleaned as all readers clean.
import * as z from 'zod/mini';
import { cleanAbstract, recordOf, type Draft } from '../paper/clean.ts';
import { joinName, splitNames } from '../paper/names/author-list.ts';
import { plainText } from '../paper/plain-text.ts';
import { PaperRecord, type RecordCode } from '../paper/record.ts';
import type { FeedEntry } from './rss-answer.ts';
import type { OaiRecord } from './oai-answer.ts';
import { venueInComments } from './venue-in-comments.ts';

/** A paper as it waits to become part of a pack. */
export const HarvestedPaper = z.object({
  record: PaperRecord,
  /** One line; empty where there is none. */
  abstract: z.string(),
});
export type HarvestedPaper = z.infer<typeof HarvestedPaper>;

/** Code that comments and abstract name, and who says so. */
export type FindCode = (comments: string, abstract: string) => readonly RecordCode[];

const conference = /\b(?:proc(?:\.|eedings)|conf(?:\.|erence)|symposium|workshop|NeurIPS|NIPS|ICML|ICLR|CVPR|AAAI)\b/i;

interface Said {
  draft: Omit<Draft, 'venue' | 'type'>;
  comments: string;
  journalRef: string;
  abstract: string;
}

function paperOf({ draft, comments, journalRef, abstract: written }: Said, findCode: FindCode): HarvestedPaper | null {
  const journal = plainText(journalRef);
  const said = journal === '' ? venueInComments(comments) : null;
  const made = recordOf({
    ...draft,
    venue: journal === '' ? (said?.venue ?? 'arXiv') : journal,
    type:
      journal === '' ? (said === null ? 'preprint' : said.type) : conference.test(journal) ? 'conference' : 'journal',
  });
  if (!('record' in made) || made.record.arxivId === undefined) return null;
  const abstract = cleanAbstract(written);
  // Line ends matter: an address may go on after one.
  const code = findCode(comments, written);
  return { record: code.length === 0 ? made.record : { ...made.record, code: [...code] }, abstract };
}

/** Null for what is no paper: without a usable title or id. */
export function paperOfRecord(record: OaiRecord, findCode: FindCode): HarvestedPaper | null {
  const { id, title, authors, created, categories, doi, comments, journalRef, abstract } = record;
  return paperOf(
    {
      draft: {
        title,
        authors: authors.map(({ keyname, forenames, suffix }) => ({
          name: joinName({
            given: plainText(forenames),
            family: plainText(keyname),
            suffix: plainText(suffix),
          }),
          id: null,
        })),
        year: created,
        arxivId: id,
        doi: doi.trim().split(/\s/, 1)[0] ?? '',
        categories,
      },
      comments,
      journalRef,
      abstract,
    },
    findCode,
  );
}

/** The same of a feed's entry, which has no comments and no day of its first version. */
export function paperOfFeedEntry(entry: FeedEntry, findCode: FindCode): HarvestedPaper | null {
  const { id, title, creator, categories, doi, journalRef, abstract } = entry;
  return paperOf(
    {
      draft: { title, authors: splitNames(creator), arxivId: id, doi, categories },
      comments: '',
      journalRef,
      abstract,
    },
    findCode,
  );
}
