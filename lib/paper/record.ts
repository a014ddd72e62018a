// What a pack says of one paper: plain facts, as a dump states them. A pack keeps these in compressed blocks; a
// record is parsed whenever it is read, for a pack's file may come from anyone. `expand.ts` makes the catalog's `Paper` of it.
import * as z from 'zod/mini';
import { MAX_PUBLICATION } from './publication.ts';
import { MAX_OTHER_IDS, MAX_TOPIC, MAX_TOPICS, OTHER_KEY } from './keys.ts';
import { CodeWhy, HttpsUrl, listOfSound, Paper, PaperId, PaperType, Person, Source } from './schema.ts';

export const RecordCode = z.object({
  url: HttpsUrl,
  /** True: the authors' own; false: somebody else's; absent: not known. */
  official: z.optional(z.boolean()),
  /** Who says so where it is not the pack's own source: a name to print ("Papers with Code"). */
  saidBy: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
  /** Where a page said it. */
  why: z.optional(CodeWhy),
});
export type RecordCode = z.infer<typeof RecordCode>;

const PrintedFact = z.optional(z.string().check(z.minLength(1), z.maxLength(MAX_PUBLICATION)));

/** Absent is not known. Short lists and texts only: limits keep a hostile file from filling the store with one row. */
export const PaperRecord = z.object({
  /** Stable over packs: `arxiv:1912.10077`, else `doi:10.1000/182` (lower case), else `title:` and a hash of title, first
   *  author and year (`recordId`). */
  id: PaperId,
  title: z.string().check(z.minLength(1), z.maxLength(2000)),
  otherTitles: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(2000))).check(z.maxLength(20))),
  /** As printed, "Given Family"; at most 500 are kept. */
  authors: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(500))),
  /** What tells an author from others of the name, by place: `orcid:0000-0002-1825-0097`, `dblp:Wei Wang 0001`,
   *  `openreview:~Wei_Wang12`, `openalex:a5012220176`, or null. */
  authorIds: z.optional(
    z.array(z.nullable(z.string().check(z.minLength(1), z.maxLength(220)))).check(z.maxLength(500)),
  ),
  /** There are more authors than these. */
  moreAuthors: z.optional(z.literal(true)),
  year: z.optional(z.int().check(z.gte(1500), z.lte(2200))),
  venue: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
  /** Where in that venue it was printed, and who published it (`publication.ts`). */
  volume: PrintedFact,
  issue: PrintedFact,
  /** "864-873", or an article's number. */
  pages: PrintedFact,
  publisher: PrintedFact,
  type: z.optional(PaperType),
  arxivId: z.optional(z.string().check(z.maxLength(40))),
  /** Lower case. */
  doi: z.optional(z.string().check(z.maxLength(300))),
  categories: z.optional(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(30))),
  /** What it is about, as the source says it: "Image Classification". */
  topics: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(MAX_TOPIC))).check(z.maxLength(MAX_TOPICS))),
  /** Further keys by which it is found, as those of works that cite it name it: `openalex:w2157853701`. */
  otherIds: z.optional(z.array(z.string().check(z.regex(OTHER_KEY))).check(z.maxLength(MAX_OTHER_IDS))),
  code: z.optional(listOfSound(RecordCode, 100)),
  links: z.optional(listOfSound(HttpsUrl, 20)),
  /** The whole record with claims and sources, where a pack has it (the bundled one); it then replaces all of the above. */
  full: z.optional(Paper),
});
export type PaperRecord = z.infer<typeof PaperRecord>;

/** What a pack says of itself. */
export const PackFacts = z.object({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  version: z.string().check(z.maxLength(60)),
  licence: z.string().check(z.maxLength(120)),
  attribution: z.string().check(z.maxLength(500)),
  /** Where it comes from: an address, or the name of a file. */
  madeFrom: z.string().check(z.maxLength(500)),
  /** ISO date. */
  madeOn: z.string().check(z.maxLength(40)),
  /** The sources of its facts; records that name none are from the first. */
  sources: z.array(Source).check(z.minLength(1), z.maxLength(200)),
});
export type PackFacts = z.infer<typeof PackFacts>;

/** People that a pack knows by more than a name. */
export const PackPeople = z.array(Person);
