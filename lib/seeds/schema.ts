// The shapes of the files in `seeds/`: what each document shows, and what we resolved it to. Every object is strict:
// an unknown field is a mistake in the record, and the build says so.
import * as z from 'zod/mini';
import { Certainty, HttpsUrl, PaperId, PaperType, PersonId, Source, SourceId } from '../paper/schema.ts';

const Text = z.string().check(z.minLength(1));
const Year = z.int().check(z.gte(1500), z.lte(2200));

/** How we know which paper an entry means. `stated`: its title says so; `derived`: matched by us. */
const Matched = z.strictObject({
  by: z.enum(['title', 'abstract', 'authors and abstract']),
  certainty: Certainty,
});

/** One work as a document shows it. The abstract is not kept: it belongs to its authors. */
export const SeedEntry = z.strictObject({
  /** The paper it resolves to: an id of `papers.json`. */
  paper: PaperId,
  matched: Matched,
  /** As printed; null where the document lost it. */
  title: z.nullable(Text),
  /** As printed, in the document's order. */
  names: z.array(Text),
  /** The document ends the names with "et al.". */
  etAl: z.optional(z.boolean()),
  /** The document ends the names with "(+N more)". */
  moreNames: z.optional(z.int().check(z.gte(1))),
  /** `reads`: the venue that the printed line means; it may be another one than the public record has. */
  venue: z.optional(z.strictObject({ printed: Text, reads: Text })),
  /** The years of the venue line, in its order. */
  years: z.optional(z.array(Year)),
  type: z.optional(PaperType),
  category: z.optional(Text),
  date: z.optional(z.string().check(z.regex(/^[A-Z][a-z]{2} \d{1,2}, \d{4}$/))),
  codeFlag: z.optional(z.boolean()),
  /** Addresses of code that the document prints. */
  code: z.optional(z.array(HttpsUrl)),
  /** The document offers figures and tables of this paper. */
  figures: z.optional(z.boolean()),
  note: z.optional(Text),
});
export type SeedEntry = z.infer<typeof SeedEntry>;

const position = {
  role: z.optional(Text),
  institution: Text,
  place: z.optional(Text),
  with: z.optional(Text),
  from: z.optional(Year),
  to: z.optional(Year),
};
const degree = { degree: Text, institution: Text, year: z.optional(Year), advisor: z.optional(Text) };
const Position = z.strictObject(position);
export type SeedPosition = z.infer<typeof Position>;
const Degree = z.strictObject(degree);
export type SeedDegree = z.infer<typeof Degree>;

/** What a document states about the person whose page it is, in our words. */
const Profile = z.strictObject({
  position: z.optional(Position),
  pastPositions: z.optional(z.array(Position)),
  degrees: z.optional(z.array(Degree)),
  areas: z.optional(z.array(Text)),
  openToCollaborate: z.optional(z.literal(true)),
  /** The site's own figures and score of the person: shown as what that page said, used for nothing (docs/people.md). */
  snapshot: z.optional(
    z.strictObject({
      trust: z.int(),
      trustLabel: Text,
      level: Text,
      claimed: z.boolean(),
      works: z.int(),
      followers: z.int(),
      topics: z.int(),
      closeCollaborators: z.int(),
    }),
  ),
});

export const SeedDocument = z.strictObject({
  source: SourceId,
  /** Whose page it is; `derived` where the document does not say. */
  subject: z.strictObject({ person: PersonId, certainty: Certainty, note: z.optional(Text) }),
  profile: z.optional(Profile),
  notes: z.array(Text),
  entries: z.array(SeedEntry).check(z.minLength(1)),
});
export type SeedDocument = z.infer<typeof SeedDocument>;

/**
 * Which title it is: of the published version; of the preprint; another one the paper has had; the same title in
 * another spelling (case, LaTeX, apostrophes).
 */
export const TitleVersion = z.enum(['published', 'preprint', 'other', 'spelling']);
export type TitleVersion = z.infer<typeof TitleVersion>;

/** A fact that was looked for: how sure it is, or that nothing was found. */
const Evidence = z.enum([...Certainty.options, 'none found']);

/** A paper as the public record has it. Its documents are found through their entries, not listed here. */
export const SeedPaper = z.strictObject({
  id: PaperId,
  titles: z
    .array(z.strictObject({ value: Text, version: TitleVersion, certainty: Certainty, note: z.optional(Text) }))
    .check(z.minLength(1)),
  /** Names as the paper prints them. A name that several people have says which one it is. */
  authors: z.array(z.union([Text, z.strictObject({ name: Text, person: PersonId })])).check(z.minLength(1)),
  years: z.array(z.strictObject({ value: Year, certainty: Certainty, note: z.optional(Text) })).check(z.minLength(1)),
  venues: z.array(z.strictObject({ value: Text, certainty: Certainty, note: z.optional(Text) })).check(z.minLength(1)),
  type: PaperType,
  arxivId: z.nullable(z.string().check(z.regex(/^\d{4}\.\d{4,5}$/))),
  doi: z.nullable(z.string().check(z.regex(/^10\.\d{4,9}\/\S+$/))),
  categories: z.array(z.string().check(z.regex(/^[a-z-]+(\.[A-Za-z-]+)?$/))),
  /** How sure the single-valued facts are; `code` is about the search for it, each link has its own certainty. */
  evidence: z.strictObject({
    authors: Certainty,
    arxivId: Evidence,
    categories: Certainty,
    doi: Evidence,
    code: Evidence,
  }),
  code: z.array(
    z.strictObject({
      url: HttpsUrl,
      label: Text,
      kind: z.enum(['repository', 'supplement']),
      /** Sources besides the documents that print the address. */
      saidBy: z.array(SourceId),
      certainty: Certainty,
      official: z.nullable(z.boolean()),
      /** What `official` rests on. */
      note: z.optional(Text),
    }),
  ),
  links: z.array(HttpsUrl),
  /** Our own words: what the paper shows and why one would read it; one or two sentences, at most 45 words. */
  summary: Text,
  topics: z.array(Text).check(z.minLength(2), z.maxLength(6)),
  notes: z.array(Text),
});
export type SeedPaper = z.infer<typeof SeedPaper>;

const provenance = {
  sources: z.array(SourceId).check(z.minLength(1)),
  certainty: Certainty,
  note: z.optional(Text),
};
const PersonClaim = z.strictObject({ value: Text, ...provenance });
const PositionClaim = z.strictObject({ ...position, ...provenance });
const DegreeClaim = z.strictObject({ ...degree, ...provenance });

/** A person. What documents state of them is kept with the documents; here is what the public record adds. */
export const SeedPerson = z.strictObject({
  id: PersonId,
  name: Text,
  variants: z.optional(z.array(Text)),
  position: z.optional(PositionClaim),
  pastPositions: z.optional(z.array(PositionClaim)),
  degrees: z.optional(z.array(DegreeClaim)),
  areas: z.optional(z.array(PersonClaim)),
  /** One or two sentences of our own. */
  biography: z.optional(Text),
  homepage: z.optional(HttpsUrl),
  notes: z.optional(z.array(Text)),
});
export type SeedPerson = z.infer<typeof SeedPerson>;

export const SeedTopic = z.strictObject({ topic: Text, covers: Text });
export type SeedTopic = z.infer<typeof SeedTopic>;

/** What the pack says of itself; its version is made from its content. */
export const SeedPack = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  name: Text,
  licence: Text,
  attribution: Text,
  madeFrom: Text,
  madeOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
});

export const SeedSource = z.strictObject({ ...Source.shape });

/** All seed files, each parsed and checked against the others. */
export interface Seeds {
  readonly pack: z.infer<typeof SeedPack>;
  readonly sources: readonly Source[];
  readonly topics: readonly SeedTopic[];
  readonly papers: readonly SeedPaper[];
  readonly people: readonly SeedPerson[];
  readonly documents: readonly SeedDocument[];
}
