// The neighbours of a node of the research graph.
import type { Lookup } from '../../catalog/lookup.ts';
import { topicPlaces } from '../../catalog/topic-places.ts';
import type { PeopleBook } from '../../catalog/people/people-index.ts';
import { nodeKey } from '../../graph/node.ts';
import { MAX_GRAPH_WORKS, type GraphData, type GraphLikeness, type GraphWork } from '../../graph/schema.ts';
import type { Answer, Request } from '../../messages/contract.ts';
import { RequestError, type Handlers } from '../../messages/server.ts';
import { authorKey } from '../../paper/names/name-key.ts';
import { yearOf, type Paper } from '../../paper/schema.ts';
import { decisionsOf } from '../decisions.ts';
import { onDemand } from '../on-demand/load.ts';
import type { OnDemandParts } from '../on-demand/parts.ts';
import { isPrivate, lookupWithPages, storesIn, type Stores } from '../stores.ts';

type Around = Answer<'graph.around'>;

/** Authors of a paper whose other works are looked for: those that two of them wrote together. */
const MAX_AUTHORS = 40;

const newestFirst = (papers: readonly Paper[]): Paper[] =>
  papers.toSorted((one, other) => yearOf(other) - yearOf(one) || (one.id < other.id ? -1 : 1));

/** The newest of these papers, their people, and how many papers were left out or not read. */
function answerOf(
  { lookup, book, parts }: Pick<Sources, 'lookup' | 'book' | 'parts'>,
  centre: string,
  papers: readonly Paper[],
  { unread = 0, alike = [] }: { unread?: number; alike?: GraphLikeness[] } = {},
): Around {
  const shown = newestFirst(papers).slice(0, MAX_GRAPH_WORKS);
  const people = new Set(shown.flatMap(({ authors }) => authors.map(({ person }) => person)));
  const data: GraphData = {
    works: shown.map(parts.graphWork),
    people: peopleOf({ lookup, book, parts }, [...people]),
    alike,
    read: [{ key: centre, unread: unread + papers.length - shown.length }],
  };
  return { centre, data };
}

interface Sources {
  lookup: Lookup;
  book: PeopleBook;
  decisions: Awaited<ReturnType<typeof decisionsOf>>;
  parts: OnDemandParts;
}

function peopleOf(
  { lookup, book, parts }: Pick<Sources, 'lookup' | 'book' | 'parts'>,
  ids: Iterable<string>,
): GraphData['people'] {
  const known = [...ids].flatMap((id) => book.get(id)?.person ?? []);
  const idOf = (name: string): string | null => {
    const [only, ...others] = book.named(authorKey(name));
    return only === undefined || others.length > 0 ? null : only.person.id;
  };
  return parts.graphPeople(known, (source) => lookup.sources.get(source)?.name ?? source, idOf);
}

async function aroundPerson(sources: Sources, id: string, near: string | null): Promise<Around> {
  const found = await sources.parts.findPerson(sources.lookup, id, near, sources.decisions);
  if (found === null) throw new RequestError('person-gone');
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

async function aroundPaper(sources: Sources, id: string): Promise<Around> {
  const joined = (await sources.lookup.papers([id])).get(id);
  if (joined === undefined) throw new RequestError('paper-gone');
  const paper = sources.book.resolve(joined.paper);
  const [found, together] = await Promise.all([
    sources.parts.relatedAsSaid(sources.lookup, paper, { decisions: sources.decisions }),
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
  ).filter(({ ties }) => ties.some((tie) => tie.kind !== 'advisor' && sources.parts.institutionId(tie.name) === id));
  const centre = nodeKey('institution', id);
  return { centre, data: { works: [], people, alike: [], read: [{ key: centre, unread: 0 }] } };
}

export function graphHandlers(stores: Stores): Pick<Handlers, 'graph.around'> {
  return {
    'graph.around': async ({ kind, id, paper }: Request<'graph.around'>, context): Promise<Around> => {
      const lookup = await lookupWithPages(storesIn(stores, await isPrivate(context)));
      const [book, decisions, parts] = await Promise.all([lookup.people(), decisionsOf(stores), onDemand()]);
      const sources = { lookup, book, decisions, parts };
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
    },
  };
}
