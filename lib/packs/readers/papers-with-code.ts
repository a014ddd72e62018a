// The archive of Papers with Code, of July 2025: `links-between-papers-and-code` (a row a repository; the rows of one
// paper are next to each other as a rule) and `papers-with-abstracts`.
import type { PaperType } from '../../paper/schema.ts';
import type { z } from 'zod/mini';
import { cleanArxivId } from '../../paper/identifiers.ts';
import { plainText } from '../../paper/plain-text.ts';
import { splitNames } from '../../paper/names/author-list.ts';
import type { Opened } from './reader.ts';
import { listOf, textOf, type TableKind } from './table.ts';

const SAID_BY = 'Papers with Code';

const facts =
  (what: string) =>
  (name: string): Opened['facts'] => ({
    name: what,
    licence: 'CC BY-SA 4.0',
    attribution: 'Papers with Code, archive of July 2025, CC BY-SA 4.0',
    madeFrom: name,
    sources: [
      { id: 'papers-with-code', name: SAID_BY, what: `archive of Papers with Code: ${what}`, kind: 'public-record' },
    ],
  });

const truth = (value: unknown): boolean | undefined =>
  typeof value === 'boolean' ? value : typeof value === 'number' ? value !== 0 : undefined;

export const codeLinksTable: TableKind = {
  kind: 'papers-with-code-links',
  what: 'Papers with Code: links between papers and code',
  facts: facts('Papers with Code: links to code'),
  columns: ['paper_title', 'paper_arxiv_id', 'paper_url', 'paper_url_abs', 'repo_url', 'is_official'],
  fits: (keys) => keys.has('paper_title') && keys.has('repo_url'),
  group: (row) => [row['paper_url'], row['paper_arxiv_id'], row['paper_title']].map(textOf).join('\n'),
  paper: (row, group) => ({
    title: row['paper_title'],
    arxivId: cleanArxivId(row['paper_arxiv_id']) ?? cleanArxivId(row['paper_url_abs']),
    code: group.map((link) => ({
      url: link['repo_url'],
      official: truth(link['is_official']),
      saidBy: SAID_BY,
    })),
    links: [row['paper_url_abs']],
  }),
};

/** "cvpr-2018-6" is CVPR 2018; a name that is written out stays. */
function venueOf(conference: unknown, proceeding: unknown): string {
  const written = plainText(conference);
  if (written !== '') return written;
  const slug = plainText(proceeding);
  const parts = /^([a-z]{2,12})-((?:19|20)\d\d)(?:-\d{1,2})?$/.exec(slug);
  return parts === null ? slug : `${(parts[1] ?? '').toUpperCase()} ${parts[2] ?? ''}`;
}

export const paperAbstractsTable: TableKind = {
  kind: 'papers-with-code',
  what: 'Papers with Code: papers with abstracts',
  facts: facts('Papers with Code: papers'),
  columns: [
    'paper_url',
    'arxiv_id',
    'title',
    'authors',
    'url_abs',
    'url_pdf',
    'date',
    'proceeding',
    'conference',
    'abstract',
    'tasks',
  ],
  fits: (keys) => keys.has('title') && keys.has('paper_url') && (keys.has('arxiv_id') || keys.has('url_abs')),
  paper(row) {
    const venue = venueOf(row['conference'], row['proceeding']);
    const arxivId = cleanArxivId(row['arxiv_id']) ?? cleanArxivId(row['url_abs']);
    const type: z.infer<typeof PaperType> | null = venue === '' ? (arxivId === null ? null : 'preprint') : 'conference';
    const authors = row['authors'];
    return {
      title: row['title'],
      authors: typeof authors === 'string' ? splitNames(authors) : listOf(authors),
      year: row['date'],
      venue,
      type,
      arxivId,
      topics: listOf(row['tasks']),
      // Publishers' abstracts are among them.
      abstractForWords: row['abstract'],
      links: [row['url_abs'], row['url_pdf']],
    };
  },
};
