// What the worker hands to a graph: works with their authors and topics, people with what is known of their careers.
// Plain data; nodes, edges and evidence are made of it where it is shown (`connect.ts`).
import * as z from 'zod/mini';
import { PaperId, PersonId } from '../paper/schema.ts';
import { MAX_NAME, nodeKinds } from './kinds.ts';

/** Maximum works that one answer has. */
export const MAX_GRAPH_WORKS = 300;

const Year = z.nullable(z.int());

export const GraphWork = z.object({
  id: PaperId,
  title: z.string(),
  year: Year,
  authors: z.array(
    z.object({
      id: PersonId,
      name: z.string(),
      /** It may be somebody else of the name. */
      unsure: z.optional(z.literal(true)),
    }),
  ),
  topics: z.array(z.string()),
  /** Works that it cites, as far as is known; some may be in no pack. */
  cites: z.optional(z.array(PaperId)),
});
export type GraphWork = z.infer<typeof GraphWork>;

/** A person and an institution, or the person who advised them; `saidBy`: names of the sources. */
export const GraphTie = z.object({
  kind: z.enum(['works-at', 'was-at', 'degree', 'advisor']),
  name: z.string(),
  /** The advisor. */
  person: z.optional(PersonId),
  from: Year,
  to: Year,
  saidBy: z.array(z.string()),
});
export type GraphTie = z.infer<typeof GraphTie>;

export const GraphPerson = z.object({ id: PersonId, name: z.string(), ties: z.array(GraphTie) });
export type GraphPerson = z.infer<typeof GraphPerson>;

/** Two works on the same subject: the words or topics that they share. */
export const GraphLikeness = z.object({ one: PaperId, other: PaperId, shares: z.array(z.string()) });
export type GraphLikeness = z.infer<typeof GraphLikeness>;

export const GraphData = z.object({
  works: z.array(GraphWork),
  people: z.array(GraphPerson),
  alike: z.array(GraphLikeness),
  /** Around which nodes was read, and how many works of theirs were not. */
  read: z.array(z.object({ key: z.string(), unread: z.int() })),
});
export type GraphData = z.infer<typeof GraphData>;

/** Asks for the neighbours of a node. `paper`: on whose byline a person's name was met. */
export const GraphQuestion = z.object({
  kind: z.enum(nodeKinds),
  id: z.string().check(z.minLength(1), z.maxLength(MAX_NAME)),
  paper: z.optional(PaperId),
});
export type GraphQuestion = z.infer<typeof GraphQuestion>;
