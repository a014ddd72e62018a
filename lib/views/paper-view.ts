// Everything the paper card shows, from plain data. Pure.
import { abstractIn, pdfIn, type PageFact, type SaidAbstract } from '../paper/page-fact.ts';
import type { Entry } from '../library/schema.ts';
import { bestPage, elsewhere } from './elsewhere.ts';
import { withAdded, type OtherWord } from '../paper/by-site.ts';
import { disputesOf } from './disputes.ts';
import { isAuthorsCode } from '../paper/authors-code.ts';
import {
  titleOf,
  venueOf,
  yearOf,
  type CodeLink,
  type Paper,
  type Person,
  type Source,
  type TextClaim,
} from '../paper/schema.ts';
import { isCitedByPlace } from '../paper/untitled.ts';
import { titleWithMaths } from './title-maths.ts';
import { abstractParts } from '../text/title-parts.ts';
import { venueReadings } from './readings.ts';
import { venueShort } from '../paper/venue.ts';
import type { PaperView, RelatedRow } from './schema.ts';

export interface PaperViewParts {
  paper: Paper;
  /** The authors' records, by id. */
  people: ReadonlyMap<string, Person | undefined>;
  /** How many papers of the catalog each author has. */
  works: ReadonlyMap<string, number>;
  related: RelatedRow[];
  byAuthors: RelatedRow[];
  sources: ReadonlyMap<string, Source>;
  bibtex: string;
  entry: Entry | undefined;
  privateWindow: boolean;
  /** What the pages said whose word counts for it, the first first. */
  said: readonly PageFact[];
  /** The abstract that packs have. */
  printed: SaidAbstract | null;
  /** What other sites say. */
  others: readonly OtherWord[];
  /** People the reader follows, by the authors' places. */
  followed: readonly PaperView['authors'][number]['followed'][];
}

/** Does the catalog say more of this person than a name on one paper? */
export function isKnown(person: Person | undefined, works: number): boolean {
  if (works >= 2) return true;
  if (person === undefined) return false;
  return person.position !== null || person.biography !== null || person.areas.length > 0;
}

const publicationClaims = ({ publication = {} }: Paper): TextClaim[] =>
  Object.values(publication).filter((claim) => claim !== undefined);

/** Every source that states one of the paper's facts, in the order first named. */
export function sourcesOf(paper: Paper, sources: ReadonlyMap<string, Source>): Source[] {
  const claims = [
    ...paper.titles,
    ...paper.authorReadings,
    ...paper.years,
    ...paper.venues,
    ...publicationClaims(paper),
  ];
  const ids = new Set([
    ...paper.sources,
    ...claims.flatMap((claim) => claim.sources),
    ...paper.code.flatMap((link) => link.saidBy),
    ...paper.listings.map((listing) => listing.source),
  ]);
  return [...ids].flatMap((id) => sources.get(id) ?? []);
}

const keptAbstract = (entry: Entry | undefined): PaperView['abstract'] =>
  entry === undefined || entry.abstract === null ? null : { text: entry.abstract.text, site: entry.abstract.site };

function withFormulas(abstract: PaperView['abstract']): PaperView['abstract'] {
  if (abstract === null) return null;
  const parts = abstractParts(abstract.text);
  return parts.some((part) => typeof part !== 'string') ? { ...abstract, parts } : abstract;
}

/** The authors' own first, then what may be theirs, what is somebody else's, and what is only linked or cited. */
function codeRank(link: CodeLink): number {
  if (!isAuthorsCode(link)) return 3;
  return link.official === true ? 0 : link.official === null ? 1 : 2;
}

export function paperView(parts: PaperViewParts): PaperView {
  const {
    paper,
    people,
    works,
    related,
    byAuthors,
    sources,
    bibtex,
    entry,
    privateWindow,
    said,
    printed,
    others,
    followed,
  } = parts;
  const title = titleOf(paper);
  const added = withAdded(paper, others);
  const places = elsewhere(paper, pdfIn(said)?.url ?? entry?.pdf ?? undefined, added.links);
  return {
    id: paper.id,
    title,
    titleParts: titleWithMaths(paper),
    ...(isCitedByPlace(paper) ? { untitled: true as const } : {}),
    titles: paper.titles,
    years: paper.years,
    venues: venueReadings(paper),
    ...(paper.publication === undefined ? {} : { publication: paper.publication }),
    authorReadings: paper.authorReadings,
    venueShort: paper.venues.length === 0 ? '' : venueShort(venueOf(paper), yearOf(paper)),
    type: paper.type,
    arxivId: paper.arxivId,
    doi: paper.doi,
    categories: paper.categories,
    categoriesCertainty: paper.categoriesCertainty,
    ...(paper.moreAuthors === true ? { moreAuthors: true } : {}),
    authors: paper.authors.map(({ name, person }, at) => ({
      name,
      person,
      known: isKnown(people.get(person), works.get(person) ?? 0),
      followed: followed[at] ?? null,
    })),
    code: added.code.toSorted((one, other) => codeRank(one) - codeRank(other)),
    disputes: disputesOf(paper, others),
    summary: paper.summary,
    topics: paper.topics,
    listings: paper.listings,
    abstract: withFormulas(abstractIn(said, printed) ?? keptAbstract(entry)),
    elsewhere: places,
    page: bestPage(paper),
    pdf: places.find(({ name }) => name === 'PDF')?.url ?? null,
    related,
    byAuthors,
    bibtex,
    sources: sourcesOf(added, sources),
    status: entry?.status ?? null,
    statusSince: entry?.changedAt ?? null,
    readAt: entry?.readAt ?? null,
    privateWindow,
  };
}
