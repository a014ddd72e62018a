// The shapes of the catalog: papers, people and where each fact is from. Plain data; parsed with Zod wherever it
// crosses a boundary. A claim is one reading of a fact together with the sources that state it; where sources
// disagree every reading is kept, the preferred one first (`merge.ts` and `lib/seeds/compile.ts` have the rules).
import * as z from 'zod/mini';
import { HTTPS_ADDRESS, isHttpsAddress, MAX_ADDRESS } from './https-address.ts';

export const PaperId = z.string().check(z.regex(/^[a-z0-9][a-z0-9:./-]{1,119}$/));
export const PersonId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,79}$/));
export const SourceId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
export type PaperId = z.infer<typeof PaperId>;
export type PersonId = z.infer<typeof PersonId>;
export type SourceId = z.infer<typeof SourceId>;

/** A document or record that states facts. `name` is what the card prints ("Google Research"). */
export const Source = z.object({
  id: SourceId,
  name: z.string().check(z.minLength(1)),
  /** What it is, in a few words: "author page of Srinadh Bhojanapalli". */
  what: z.string().check(z.minLength(1)),
  kind: z.enum(['document', 'public-record', 'derived', 'inferred']),
});
export type Source = z.infer<typeof Source>;

/** How sure a fact is. `stated`: a document prints it; `confirmed`: found in the public record. */
export const Certainty = z.enum(['confirmed', 'partly confirmed', 'stated', 'derived', 'not confirmed']);
export type Certainty = z.infer<typeof Certainty>;

function claimOf<T extends z.core.$ZodType>(value: T) {
  return z.object({
    value,
    sources: z.array(SourceId).check(z.minLength(1)),
    certainty: Certainty,
    /** Why this reading differs or what to know about it, in our words. */
    note: z.optional(z.string()),
  });
}
export const TextClaim = claimOf(z.string().check(z.minLength(1)));
export const YearClaim = claimOf(z.int().check(z.gte(1500), z.lte(2200)));
export const NamesClaim = claimOf(z.array(z.string().check(z.minLength(1))));
export type TextClaim = z.infer<typeof TextClaim>;
export type YearClaim = z.infer<typeof YearClaim>;
export type NamesClaim = z.infer<typeof NamesClaim>;

export const HttpsUrl = z.string().check(z.maxLength(MAX_ADDRESS), z.regex(HTTPS_ADDRESS));
/** What is no such address is dropped, and the rest is kept. */
export const HttpsUrlOrNull = z.pipe(
  z.unknown(),
  z.transform((value) => (typeof value === 'string' && isHttpsAddress(value) ? value : null)),
);

/** At most `most` of what the schema takes; the others are dropped: one odd address is no reason to lose a paper. */
export const listOfSound = <T extends z.core.$ZodType>(one: T, most: number) =>
  z.pipe(
    z.array(z.unknown()).check(z.maxLength(most)),
    z.transform((all) =>
      all.flatMap((value) => {
        const read = z.safeParse(one, value);
        return read.success ? [read.data] : [];
      }),
    ),
  );

/** Why a page's link counts as the paper's code, the strongest first: the site has a place for it; the authors call it
 *  theirs; it is in their comments, abstract, text or notes; it is cited there as a tool or another work's code. */
export const CodeWhy = z.enum(['site', 'theirs', 'comments', 'abstract', 'text', 'note', 'cited']);
export type CodeWhy = z.infer<typeof CodeWhy>;

export const CodeLink = z.object({
  url: HttpsUrl,
  /** "github.com" */
  host: z.string(),
  /** What a button prints: "tensorflow/addons". */
  label: z.string(),
  kind: z.enum(['repository', 'supplement']),
  /** Who says that this is the paper's code. */
  saidBy: z.array(SourceId).check(z.minLength(1)),
  certainty: Certainty,
  /** True: the authors' own; false: somebody else's; null: not known. */
  official: z.nullable(z.boolean()),
  /** Where it was read off a page; absent for what packs say. */
  why: z.optional(CodeWhy),
});
export type CodeLink = z.infer<typeof CodeLink>;

export const PaperType = z.enum(['conference', 'journal', 'workshop', 'preprint']);
export type PaperType = z.infer<typeof PaperType>;

/** A paper's author: the name as the preferred author list prints it, and the person it is. */
export const Authorship = z.object({ name: z.string().check(z.minLength(1)), person: PersonId });
export type Authorship = z.infer<typeof Authorship>;

/** What a listing prints beside a paper: category, date as printed, Code flag. */
export const ListingFacts = z.object({
  source: SourceId,
  category: z.string(),
  date: z.string(),
  codeFlag: z.boolean(),
});

/** The sources of a fact that has one reading only, and how sure it is. */
export const Provenance = z.object({
  sources: z.array(SourceId).check(z.minLength(1)),
  certainty: Certainty,
  note: z.optional(z.string()),
});
export type Provenance = z.infer<typeof Provenance>;

export const Publication = z.object({
  volume: z.optional(TextClaim),
  issue: z.optional(TextClaim),
  pages: z.optional(TextClaim),
  publisher: z.optional(TextClaim),
});
export type Publication = z.infer<typeof Publication>;

export const Paper = z.object({
  id: PaperId,
  /** Preferred reading first; never empty. */
  titles: z.array(TextClaim).check(z.minLength(1)),
  authors: z.array(Authorship),
  /** There are more authors than these. */
  moreAuthors: z.optional(z.boolean()),
  /** What each document shows of the authors, where it differs from the full list. */
  authorReadings: z.array(NamesClaim),
  /** Empty where no source says it, as with `venues` and `type`. */
  years: z.array(YearClaim),
  venues: z.array(TextClaim),
  /** Where in the first venue it was printed, and who published it; absent where no source says it. */
  publication: z.optional(Publication),
  type: z.nullable(PaperType),
  arxivId: z.nullable(z.string()),
  doi: z.nullable(z.string()),
  categories: z.array(z.string()),
  categoriesCertainty: Certainty,
  code: listOfSound(CodeLink, 1000),
  /** One or two sentences of our own. */
  summary: z.nullable(z.string()),
  topics: z.array(z.string()),
  /** Pages that hold the paper (https only). */
  links: listOfSound(HttpsUrl, 1000),
  listings: z.array(ListingFacts),
  /** Sources of the facts above that are no claims; packs made of one dump need not repeat theirs here. */
  grounds: z.optional(
    z.object({
      authors: Provenance,
      type: Provenance,
      categories: Provenance,
      arxivId: z.optional(Provenance),
      doi: z.optional(Provenance),
    }),
  ),
  /** The sources of the paper's facts, without what we only derived. */
  sources: z.array(SourceId).check(z.minLength(1)),
});
export type Paper = z.infer<typeof Paper>;

const Short = z.string().check(z.minLength(1), z.maxLength(300));

/** A position, one before it, a degree or an advisor: the line as it is printed, and its parts. */
export const CareerFact = z.extend(TextClaim, {
  kind: z.enum(['position', 'past', 'degree', 'advisor']),
  institution: z.optional(Short),
  /** The advisor; of a position, with whom. */
  person: z.optional(Short),
  from: z.optional(YearClaim.shape.value),
  to: z.optional(YearClaim.shape.value),
});
export type CareerFact = z.infer<typeof CareerFact>;

/** What a site says of somebody in its own terms. `snapshot`: its figures, all of them, as its page had them. */
export const Statement = z.object({
  kind: z.enum(['collaboration', 'snapshot']),
  source: SourceId,
  lines: z.array(Short).check(z.minLength(1), z.maxLength(20)),
});
export type Statement = z.infer<typeof Statement>;

const MAX_CAREER = 50;
const MAX_STATEMENTS = 20;

export const Person = z.object({
  id: PersonId,
  name: z.string().check(z.minLength(1)),
  /** Other spellings met in sources ("Sashank J. Reddi"). */
  variants: z.array(z.string()),
  position: z.nullable(TextClaim),
  pastPositions: z.array(TextClaim),
  degree: z.nullable(TextClaim),
  /** The three above in parts (`career.ts`); packs of earlier versions have none. */
  career: z.optional(listOfSound(CareerFact, MAX_CAREER)),
  statements: z.optional(listOfSound(Statement, MAX_STATEMENTS)),
  areas: z.array(TextClaim),
  /** One or two sentences of our own. */
  biography: z.nullable(z.string()),
  homepage: HttpsUrlOrNull,
  sources: z.array(SourceId).check(z.minLength(1)),
  notes: z.array(z.string()),
});
export type Person = z.infer<typeof Person>;

/** What every pack holds, the bundled one included. */
export const Pack = z.object({
  format: z.literal(1),
  id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  name: z.string(),
  version: z.string(),
  licence: z.string(),
  attribution: z.string(),
  madeFrom: z.string(),
  madeOn: z.string(),
  sources: z.array(Source),
  papers: z.array(Paper),
  people: z.array(Person),
});
export type Pack = z.infer<typeof Pack>;

/** The preferred title; schema-checked to exist. */
export const titleOf = (paper: Paper): string => paper.titles[0]?.value ?? '';
/** 0 where no source says it. */
export const yearOf = (paper: Paper): number => paper.years[0]?.value ?? 0;
export const venueOf = (paper: Paper): string => paper.venues[0]?.value ?? '';
