// What the interface shows, put together by the worker from catalog and library, so that a card never computes
// and never reads a store. One shape a piece of the interface.
import { OwnLinks } from '../paper/own-links.ts';
import { Line as IdentityLine } from '../identity/line.ts';
import * as z from 'zod/mini';
import { KeptStatus, Visits } from '../library/schema.ts';
import {
  HttpsUrlOrNull,
  Certainty,
  CodeLink,
  HttpsUrl,
  ListingFacts,
  NamesClaim,
  PaperId,
  PaperType,
  Person,
  PersonId,
  Publication,
  Source,
  TextClaim,
  YearClaim,
} from '../paper/schema.ts';

/** A title in pieces: plain text, and formulas as TeX, which the interface typesets. `raw`: as the title writes it. */
const TitleParts = z.array(z.union([z.string(), z.object({ tex: z.string(), raw: z.string() })]));

/** One paper in one or two lines: popup, related works, an author's works, the reading list. */
export const WorkRow = z.object({
  id: PaperId,
  title: z.string(),
  titleParts: TitleParts,
  authors: z.array(z.string()),
  /** There are more authors than these. */
  moreAuthors: z.optional(z.boolean()),
  year: z.nullable(z.int()),
  venue: z.nullable(z.string()),
  type: z.nullable(PaperType),
  hasCode: z.boolean(),
  status: z.nullable(KeptStatus),
  /** Which of its authors the reader follows, or may follow. */
  followed: z.optional(z.object({ at: z.int(), sure: z.boolean() })),
  /** Where it is read first; absent where no page is known. */
  page: z.optional(HttpsUrl),
  /** The reader is one of its authors. */
  yours: z.optional(z.boolean()),
  /** The reader's Zotero on this machine has it, as far as is known. */
  inZotero: z.optional(z.boolean()),
  /** Where a listing has it: under which category, and on which day (ISO date). */
  listed: z.optional(z.object({ category: z.string(), on: z.string() })),
});
export type WorkRow = z.infer<typeof WorkRow>;

/** A person that a search found. */
export const PersonRow = z.object({
  id: PersonId,
  name: z.string(),
  /** A work of theirs, which tells them from others of the name; null for somebody that packs know. */
  paper: z.nullable(PaperId),
  /** As many as their profile opens with; null where they were not counted. */
  works: z.nullable(z.int()),
  position: z.nullable(z.string()),
  orcid: z.nullable(z.string()),
  /** Colleagues of most works. */
  with: z.array(z.string()),
  venues: z.array(z.string()),
  /** Of the first work and of the last. */
  years: z.nullable(z.tuple([z.int(), z.int()])),
});
export type PersonRow = z.infer<typeof PersonRow>;

/** Why a work is related; the interface puts it into words. */
export const Reason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('authors'), names: z.array(z.string()).check(z.minLength(1)) }),
  z.object({ kind: z.literal('topics'), topics: z.array(z.string()).check(z.minLength(1)) }),
  /** Of title or abstract, as the paper at hand prints them. */
  z.object({ kind: z.literal('words'), words: z.array(z.string()).check(z.minLength(1)) }),
  /** The work cites the paper at hand, or is cited by it. */
  z.object({ kind: z.literal('cites') }),
  z.object({ kind: z.literal('cited') }),
  /** References that both have. */
  z.object({ kind: z.literal('references'), count: z.int() }),
]);
export type Reason = z.infer<typeof Reason>;

export const RelatedRow = z.extend(WorkRow, { reasons: z.array(Reason).check(z.minLength(1)) });
export type RelatedRow = z.infer<typeof RelatedRow>;

/** A fact as another site says it, in its words. */
export const Dispute = z.object({
  site: z.string(),
  fact: z.enum(['title', 'authors', 'year', 'venue', 'doi', 'arxiv']),
  value: z.string(),
});
export type Dispute = z.infer<typeof Dispute>;

/** Everything the paper card shows. */
export const PaperView = z.object({
  id: PaperId,
  title: z.string(),
  titleParts: TitleParts,
  /** Nobody says its title: where it was printed stands there. */
  untitled: z.optional(z.literal(true)),
  /** All readings of each fact, preferred first; one reading where the sources agree. */
  titles: z.array(TextClaim),
  years: z.array(YearClaim),
  /** Those that differ in substance. `short`: "ICML 2021", as a row prints it; null for a preprint. */
  venues: z.array(z.extend(TextClaim, { short: z.nullable(z.string()) })),
  publication: z.optional(Publication),
  authorReadings: z.array(NamesClaim),
  /** "ICLR 2020": the venue's short name, with the year where it has none of its own. */
  venueShort: z.string(),
  type: z.nullable(PaperType),
  arxivId: z.nullable(z.string()),
  doi: z.nullable(z.string()),
  categories: z.array(z.string()),
  categoriesCertainty: Certainty,
  /** `known`: the catalog says more of this person than a name on one paper; `followed`: who of the people the
   *  reader follows this is, or may be. */
  authors: z.array(
    z.object({
      name: z.string(),
      person: PersonId,
      known: z.boolean(),
      followed: z.nullable(z.object({ name: z.string(), sure: z.boolean() })),
    }),
  ),
  /** There are more authors than these. */
  moreAuthors: z.optional(z.boolean()),
  code: z.array(CodeLink),
  /** What other sites say that the paper's own places do not. */
  disputes: z.array(Dispute),
  summary: z.nullable(z.string()),
  topics: z.array(z.string()),
  listings: z.array(ListingFacts),
  /** As a page prints it, or a pack keeps it, and who that is. */
  abstract: z.nullable(
    z.object({
      text: z.string(),
      site: z.string(),
      /** Where it has formulas. */
      parts: z.optional(TitleParts),
    }),
  ),
  /** Where it can be read: arXiv, PDF, Semantic Scholar, Google Scholar, DOI … in the order shown. */
  elsewhere: z.array(z.object({ name: z.string(), url: HttpsUrl })),
  /** The page where it is read first. */
  page: z.nullable(HttpsUrl),
  pdf: z.nullable(HttpsUrl),
  /** On the same subject, the nearest first. */
  related: z.array(RelatedRow),
  /** By the same people, as far as names tell. */
  byAuthors: z.array(RelatedRow),
  bibtex: z.string(),
  sources: z.array(Source),
  status: z.nullable(KeptStatus),
  /** The reader is one of its authors. */
  yours: z.optional(z.boolean()),
  /** The reader's Zotero on this machine has it, as far as is known. */
  inZotero: z.optional(z.boolean()),
  /** Milliseconds since 1970. */
  statusSince: z.nullable(z.number()),
  readAt: z.nullable(z.number()),
  /** True in a private window: nothing can be saved there. */
  privateWindow: z.boolean(),
});
export type PaperView = z.infer<typeof PaperView>;

/** Everything the author card shows. */
export const PersonView = z.object({
  person: Person,
  works: z.array(WorkRow),
  /** Works under the same name that nothing ties to this person: they may be another's. `rows` are the newest. */
  underName: z.object({ rows: z.array(WorkRow), total: z.int() }),
  /** Of each work shown: whether it is theirs, may be, or is another's of the name, and why. */
  answers: z.array(
    z.object({ paper: PaperId, answer: z.enum(['theirs', 'maybe', 'another']), lines: z.array(IdentityLine) }),
  ),
  /** `paper`: one of the works in common. */
  collaborators: z.array(z.object({ id: PersonId, name: z.string(), works: z.int(), paper: z.optional(PaperId) })),
  topics: z.array(z.object({ topic: z.string(), works: z.int() })),
  withCode: z.int(),
  /** Where more is to be found: ORCID, Google Scholar, dblp … in the order shown. */
  elsewhere: z.array(z.object({ name: z.string(), url: HttpsUrl })),
  /** Every source that says something of this person, and what it says: "Google Research: profile, 10 works". */
  sources: z.array(z.object({ source: Source, works: z.int() })),
  followed: z.boolean(),
  /** The reader says that this is them: by which decisions, and where they are on the web. */
  me: z.nullable(z.object({ ids: z.array(z.string()), links: OwnLinks })),
  /** True in a private window: nothing can be kept there. */
  privateWindow: z.boolean(),
});
export type PersonView = z.infer<typeof PersonView>;

/** A row of the list, and since when its status holds, in milliseconds since 1970. */
export const ListedRow = z.extend(WorkRow, { since: z.number() });

/** An entry as the reading list’s own page lists and searches it. */
export const ListPageRow = z.object({
  id: PaperId,
  title: z.string(),
  authors: z.array(z.string()),
  venue: z.nullable(z.string()),
  year: z.nullable(z.number()),
  status: z.string(),
  tags: z.array(z.string()),
  note: z.string(),
  starred: z.boolean(),
  hasCode: z.boolean(),
  doi: z.nullable(z.string()),
  arxivId: z.nullable(z.string()),
  site: z.nullable(z.string()),
  addedAt: z.number(),
  changedAt: z.number(),
  readAt: z.nullable(z.number()),
  /** Where the paper is read best, its PDF and its code; null where none is known. */
  page: HttpsUrlOrNull,
  pdf: HttpsUrlOrNull,
  code: HttpsUrlOrNull,
  /** As its sources say it, else its categories. */
  topics: z.array(z.string()),
  /** The page where it was saved. */
  savedFrom: HttpsUrlOrNull,
  visits: z.nullable(Visits),
  /** The reader's Zotero on this machine has it, as far as is known. */
  inZotero: z.optional(z.boolean()),
});
export type ListPageRow = z.infer<typeof ListPageRow>;

/** `split`: several works are one other person's. */
const Saying = z.enum(['theirs', 'not-theirs', 'split', 'same', 'me']);

/** What the reader said once of who wrote what, in the words of then: packs that had them may be gone later. */
export const SaidWords = z.object({
  says: Saying,
  name: z.string(),
  /** Who was said to be the same person. */
  other: z.optional(z.string()),
  /** Of the works, the first few. */
  titles: z.array(z.string()),
  works: z.int(),
});
export type SaidWords = z.infer<typeof SaidWords>;

/** `ids`: by which it is taken back; `at`: milliseconds since 1970. */
export const DecisionRow = z.extend(SaidWords, { ids: z.array(z.string()), at: z.number() });
export type DecisionRow = z.infer<typeof DecisionRow>;
