// Everything the author card shows, from plain data. Pure.
import type { KeptStatus } from '../library/schema.ts';
import { careerOf } from '../paper/career.ts';
import { titleOf, yearOf, type Paper, type Person, type Source } from '../paper/schema.ts';
import type { FoundPerson } from './found-person.ts';
import type { PersonView, WorkRow } from './schema.ts';
import { readersPlaces, personElsewhere } from './person-elsewhere.ts';
import { workRow } from './work-row.ts';
import { hasCode } from '../paper/authors-code.ts';

/** How often each key occurs, the most frequent first, equal ones in the order of their names. */
function tally(keys: Iterable<string>): [key: string, works: number][] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.entries()].toSorted(([keyA, a], [keyB, b]) => b - a || keyA.localeCompare(keyB, 'en'));
}

/** All sources that the person's own facts name. */
function profileSources(person: Person): string[] {
  const stated = (person.statements ?? []).map(({ source }) => source);
  return [...person.sources, ...[...careerOf(person), ...person.areas].flatMap(({ sources }) => sources), ...stated];
}

/** Colleagues shown; of somebody who has more, the ones of one work come last and are left out. */
const MAX_COLLEAGUES = 300;
/** Works of the same name shown; all are counted. */
const MAX_UNDER_NAME = 50;

const newest = (a: Paper, b: Paper): number =>
  yearOf(b) - yearOf(a) || titleOf(a).localeCompare(titleOf(b), 'en') || (a.id < b.id ? -1 : 1);

type Answer = PersonView['answers'][number];

/** `names`: of the co-authors, by id. */
export function personView(
  { person, theirs: works, maybe, others, why, othersTotal }: FoundPerson,
  names: ReadonlyMap<string, string>,
  sources: ReadonlyMap<string, Source>,
  statuses: ReadonlyMap<string, KeptStatus>,
  { followed, me, privateWindow }: Pick<PersonView, 'followed' | 'me' | 'privateWindow'>,
): PersonView {
  const own = me === null ? [] : readersPlaces(me.links);
  const rowOf = (paper: Paper): WorkRow => workRow(paper, statuses.get(paper.id) ?? null);
  const sorted = works.toSorted(newest);
  const maybes = new Set(maybe);
  const underName = [...maybe.toSorted(newest), ...others.toSorted(newest)].slice(0, MAX_UNDER_NAME);
  const answer = (paper: Paper, its: Answer['answer']): Answer => ({
    paper: paper.id,
    answer: its,
    lines: [...(why.get(paper.id) ?? [])],
  });
  const common = new Map(
    works
      .toSorted((a, b) => newest(b, a))
      .flatMap((paper) => paper.authors.map((author) => [author.person, paper.id] as const)),
  );
  const printed = new Map(
    works.flatMap((paper) => paper.authors.map((author) => [author.person, author.name] as const)),
  );
  const colleagues = works
    .flatMap((paper) => [...new Set(paper.authors.map((author) => author.person))])
    .filter((id) => id !== person.id);
  const perSource = new Map(tally(works.flatMap((paper) => [...new Set(paper.sources)])));
  const named = [...new Set([...profileSources(person), ...perSource.keys()])];
  return {
    person,
    works: sorted.map(rowOf),
    underName: { rows: underName.map(rowOf), total: othersTotal },
    answers: [
      ...sorted.map((paper) => answer(paper, 'theirs')),
      ...underName.map((paper) => answer(paper, maybes.has(paper) ? 'maybe' : 'another')),
    ],
    collaborators: tally(colleagues)
      .slice(0, MAX_COLLEAGUES)
      .map(([id, count]) => ({
        id,
        name: names.get(id) ?? printed.get(id) ?? id,
        works: count,
        paper: common.get(id),
      })),
    topics: tally(works.flatMap((paper) => [...new Set(paper.topics)])).map(([topic, count]) => ({
      topic,
      works: count,
    })),
    elsewhere: [...own, ...personElsewhere(person).filter(({ name }) => own.every((one) => one.name !== name))],
    withCode: works.filter((paper) => hasCode(paper)).length,
    sources: named.flatMap((id) => {
      const source = sources.get(id);
      return source === undefined ? [] : [{ source, works: perSource.get(id) ?? 0 }];
    }),
    followed,
    me,
    privateWindow,
  };
}
