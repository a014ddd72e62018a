// What the pages of one author and of one topic show: plain rows, from which those pages count and filter themselves.
import * as z from 'zod/mini';
import { Line as IdentityLine } from '../../identity/line.ts';
import { HttpsUrl, PaperId, PersonId, Source, SourceId } from '../../paper/schema.ts';
import { PersonView, WorkRow } from '../schema.ts';
import { MAX_TOPIC_PAGE } from './max-topic.ts';

export const Topic = z.string().check(z.minLength(1), z.maxLength(MAX_TOPIC_PAGE));

const Centre = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paper'), id: PaperId }),
  z.object({ kind: z.literal('person'), id: PersonId, paper: z.optional(PaperId) }),
  z.object({ kind: z.literal('topic'), topic: Topic }),
]);

/** What a page is of. `paper`: on whose byline a name was met; it tells people of one name apart. */
export const ExploreSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: PersonId, paper: z.optional(PaperId) }),
  z.object({ kind: z.literal('topic'), topic: Topic }),
  z.object({ kind: z.literal('graph'), centre: Centre }),
]);
export type ExploreSubject = z.infer<typeof ExploreSubject>;

/** A work with all that it is filtered by. */
export const ExploreWork = z.extend(WorkRow, {
  /** Its authors, as places in the page's list of people. */
  by: z.array(z.int()),
  topics: z.array(z.string()),
  categories: z.array(z.string()),
  /** Who says that there is such a work. */
  sources: z.array(SourceId),
  /** What its sources disagree about. */
  differs: z.array(z.enum(['year', 'venue'])),
  /** Its authors' code. */
  code: z.optional(z.object({ url: HttpsUrl, label: z.string() })),
});
export type ExploreWork = z.infer<typeof ExploreWork>;

/** Somebody who wrote one of the works. `paper`: one of those; it leads to this bearer of the name. */
export const ExplorePerson = z.object({ id: PersonId, name: z.string(), paper: z.optional(PaperId) });
export type ExplorePerson = z.infer<typeof ExplorePerson>;

/** A source, and when the pack that has it was made: an ISO date, or null where that is not known. */
const DatedSource = z.object({ source: Source, works: z.int(), asOf: z.nullable(z.string()) });

const Works = z.object({
  works: z.array(ExploreWork),
  people: z.array(ExplorePerson),
  /** Names of the packs that were counted in. */
  packs: z.array(z.string()),
});

/** Somebody else of the name. */
export const NamesakeRow = z.object({
  person: PersonId,
  /** A work of theirs, which tells who is meant. */
  paper: PaperId,
  name: z.string(),
  works: z.int(),
  years: z.nullable(z.tuple([z.int(), z.int()])),
  /** What speaks for and against their being the same person. */
  lines: z.array(IdentityLine),
  /** Ids of one kind that tell the two apart. */
  otherIds: z.array(z.object({ kind: z.string(), here: z.array(z.string()), there: z.array(z.string()) })),
});
export type NamesakeRow = z.infer<typeof NamesakeRow>;

export const AuthorPage = z.extend(PersonView, {
  ...Works.shape,
  /** The author's own place in `people`; -1 where no work names them. */
  self: z.int(),
  sources: z.array(DatedSource),
  namesakes: z.array(NamesakeRow),
  /** Ids on works of theirs: `orcid:0000-0002-1825-0097`. */
  ids: z.array(z.string()),
});
export type AuthorPage = z.infer<typeof AuthorPage>;

export const TopicPage = z.extend(Works, {
  topic: z.string(),
  /** Works that nobody put under the topic; their titles have its words. */
  byWords: z.array(PaperId),
  sources: z.array(DatedSource),
  privateWindow: z.boolean(),
});
export type TopicPage = z.infer<typeof TopicPage>;
