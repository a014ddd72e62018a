// The neighbours of a node of the research graph, from packs. Plain data in and out: it is in the worker's second script.
import type { Lookup } from '../../catalog/lookup.ts';
import { topicPlaces } from '../../catalog/topic-places.ts';
import { findPerson } from '../../catalog/people/person-lookup.ts';
import type { PeopleBook } from '../../catalog/people/people-index.ts';
import { institutionId } from '../../graph/connect.ts';
import { graphPeople, graphWork } from '../../graph/from-catalog.ts';
import { nodeKey } from '../../graph/node.ts';
import {
  MAX_GRAPH_WORKS,
  type GraphData,
  type GraphLikeness,
  type GraphQuestion,
  type GraphWork,
} from '../../graph/schema.ts';
import type { Decision } from '../../identity/decisions.ts';
import { authorKey } from '../../paper/names/name-key.ts';
import { yearOf, type Paper } from '../../paper/schema.ts';
import { relatedAsSaid } from './related.ts';

/** `centre`: its node's key. */
export interface Around {
  centre: string;
  data: GraphData;
}

/** Authors of a paper whose other works are looked for: those that two of them wrote together. */
const MAX_AUTHORS = 40;

const newestFirst = (papers: readonly Paper[]): Paper[] =>
  papers.toSorted((one, other) => yearOf(other) - yearOf(one) || (one.id < other.id ? -1 : 1));

/** The newest of these papers, their people, and how many papers were left out or not read. */
function answerOf(
  { lookup, book }: Sources,
  centre: string,
  papers: readonly Paper[],
  { unread = 0, alike = [] }: { unread?: number; alike?: GraphLikeness[] } = {},
): Around {
  const shown = newestFirst(papers).slice(0, MAX_GRAPH_WORKS);
  const people = new Set(shown.flatMap(({ authors }) => authors.map(({ person }) => person)));
  const data: GraphData = {
    works: shown.map(graphWork),
    people: peopleOf({ lookup, book }, [...people]),
    alike,
    read: [{ key: centre, unread: unread + papers.length - shown.length }],
  };
  return { centre, data };
}

interface Sources {
  lookup: Lookup;
  book: PeopleBook;
  decisions: readonly Decision[];
}

function peopleOf({ lookup, book }: Pick<Sources, 'lookup' | 'book'>, ids: Iterable<string>): GraphData['people'] {
  const known = [...ids].flatMap((id) => book.get(id)?.person ?? []);
  const idOf = (name: string): string | null => {
    const [only, ...others] = book.named(authorKey(name));
    return only === undefined || others.length > 0 ? null : only.person.id;
  };
  return graphPeople(known, (source) => lookup.sources.get(source)?.name ?? source, idOf);
}

async function aroundPerson(sources: Sources, id: string, near: string | null): Promise<Around | null> {
  const found = await findPerson(sources.lookup, id, near, sources.decisions);
  if (found === null) return null;
  const { person, theirs, others, othersTotal } = found;
  const answer = answerOf(sources, nodeKey('person', person.id), theirs, { unread: othersTotal - others.length });
  const known = answer.data.people.some((one) => one.id === person.id);
  if (!known) answer.data.people.push({ id: person.id, name: person.name, ties: [] });
  return answer;
}

/** Papers that at least two of these authors wrote; by names alone, one would be anybody's. */
async function togetherOf({ lookup, book }: Sources, paper: Paper): Promise<Paper[]> {
  const keys = [...new Set(paper.authors.slice(0, MAX_AUTHORS).map(({ name }) => authorKey(name)))];
  const named = await lookup.named(keys.filter((key) => key !== ''));
  const counts = new Map<string, { ref: { source: number; ordinal: number }; names: number }>();
  for (const refs of named.values())
    for (const ref of refs) {
      const place = `${ref.source} ${ref.ordinal}`;
      counts.set(place, { ref, names: (counts.get(place)?.names ?? 0) + 1 });
    }
  const common = [...counts.values()].filter(({ names }) => names > 1).map(({ ref }) => ref);
  return (await lookup.papersAt(common.slice(-MAX_GRAPH_WORKS))).map((one) => book.resolve(one.paper));
}

async function aroundPaper(sources: Sources, id: string): Promise<Around | null> {
  const joined = (await sources.lookup.papers([id])).get(id);
  if (joined === undefined) return null;
  const paper = sources.book.resolve(joined.paper);
  const [found, together] = await Promise.all([
    relatedAsSaid(sources.lookup, paper, { decisions: sources.decisions }),
    togetherOf(sources, paper),
  ]);
  const related = [...found.onSubject, ...found.byPeople];
  const others = new Map([...related.map((one) => one.paper), ...together].map((one) => [one.id, one]));
  others.delete(paper.id);
  const shown = newestFirst([...others.values()]).slice(0, MAX_GRAPH_WORKS - 1);
  const alike = related.flatMap(({ paper: other, reasons }): GraphLikeness[] => {
    const shares = reasons.flatMap((reason) =>
      reason.kind === 'topics' ? reason.topics : reason.kind === 'words' ? reason.words : [],
    );
    return shares.length === 0 ? [] : [{ one: paper.id, other: other.id, shares }];
  });
  const answer = answerOf(sources, nodeKey('paper', paper.id), [paper, ...shown], {
    unread: paper.moreAuthors === true ? 1 : 0,
    alike,
  });
  const because = (kind: 'cites' | 'cited'): Set<string> =>
    new Set(related.flatMap((one) => (one.reasons.some((reason) => reason.kind === kind) ? [one.paper.id] : [])));
  const [citing, cited] = [because('cites'), because('cited')];
  const works = answer.data.works.map((work): GraphWork => {
    if (work.id === paper.id) return cited.size === 0 ? work : { ...work, cites: [...cited] };
    return citing.has(work.id) ? { ...work, cites: [paper.id] } : work;
  });
  return { ...answer, data: { ...answer.data, works } };
}

async function aroundTopic(sources: Sources, topic: string): Promise<Around> {
  const { lookup, book } = sources;
  const joined = await lookup.papersAt(await topicPlaces(lookup, topic));
  return answerOf(
    sources,
    nodeKey('topic', topic),
    joined.map(({ paper }) => book.resolve(paper)),
  );
}

function aroundInstitution(sources: Sources, id: string): Around {
  const people = peopleOf(
    sources,
    [...sources.book.all()].map(({ person }) => person.id),
  ).filter(({ ties }) => ties.some((tie) => tie.kind !== 'advisor' && institutionId(tie.name) === id));
  const centre = nodeKey('institution', id);
  return { centre, data: { works: [], people, alike: [], read: [{ key: centre, unread: 0 }] } };
}

/** Null where no pack knows the person or paper. */
export async function graphAround(
  lookup: Lookup,
  decisions: readonly Decision[],
  { kind, id, paper }: GraphQuestion,
): Promise<Around | null> {
  const sources = { lookup, book: await lookup.people(), decisions };
  switch (kind) {
    case 'person':
      return aroundPerson(sources, id, paper ?? null);
    case 'paper':
      return aroundPaper(sources, id);
    case 'topic':
      return aroundTopic(sources, id);
    case 'institution':
      return aroundInstitution(sources, id);
  }
}
