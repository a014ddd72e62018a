// Where the sources of a paper disagree: which readings there are, and which one is preferred. For the report of
// `npm run catalog`; the card reads the claims themselves.
import { readerTitleKey } from '../paper/title-key.ts';
import { titleOf, type Paper, type SourceId } from '../paper/schema.ts';

export interface Conflict {
  paper: string;
  title: string;
  field: 'title' | 'year' | 'venue' | 'authors' | 'code';
  preferred: string;
  /** The other readings, each with who states it and what to know about it. */
  others: { reading: string; sources: SourceId[]; note: string }[];
}

interface Readable {
  value: string | number | string[];
  sources: SourceId[];
  note?: string | undefined;
}

const asOther = ({ value, sources, note }: Readable): Conflict['others'][number] => ({
  reading: Array.isArray(value) ? value.join(', ') : String(value),
  sources,
  note: note ?? '',
});

/** Listings that show no Code flag for a paper whose code is known. */
function withoutFlag({ code, listings }: Paper): Readable[] {
  const silent = code.length === 0 ? [] : listings.filter(({ codeFlag }) => !codeFlag);
  return silent.map(({ source }) => ({
    value: 'no Code flag',
    sources: [source],
    note: 'The listing does not mark it.',
  }));
}

/** All disagreements in the order of the papers. Titles that differ in spelling alone don't count. */
export function findConflicts(papers: readonly Paper[]): Conflict[] {
  return papers.flatMap((paper) => {
    const title = titleOf(paper);
    const conflict = (field: Conflict['field'], preferred: string, others: readonly Readable[]): Conflict[] =>
      others.length === 0 ? [] : [{ paper: paper.id, title, field, preferred, others: others.map(asOther) }];
    return [
      ...conflict(
        'title',
        title,
        paper.titles.slice(1).filter(({ value }) => readerTitleKey(value) !== readerTitleKey(title)),
      ),
      ...conflict('year', String(paper.years[0]?.value), paper.years.slice(1)),
      ...conflict('venue', paper.venues[0]?.value ?? '', paper.venues.slice(1)),
      ...conflict('authors', `${paper.authors.length} names`, paper.authorReadings),
      ...conflict('code', paper.code.map(({ label }) => label).join(', '), withoutFlag(paper)),
    ];
  });
}
