// Everything the author card shows, from plain data. Pure.
import type { Status } from '../library/schema.ts';
import { titleOf, yearOf, type Paper, type Person, type Source } from './schema.ts';
import type { PersonView } from './views.ts';
import { workRow } from './work-row.ts';

/** How often each key occurs, the most frequent first, equal ones in the order of their names. */
function tally(keys: Iterable<string>): [key: string, works: number][] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.entries()].toSorted(([keyA, a], [keyB, b]) => b - a || keyA.localeCompare(keyB, 'en'));
}

/** All sources that the person's own facts name. */
function profileSources(person: Person): string[] {
  const claims = [person.position, ...person.pastPositions, person.degree, ...person.areas];
  return [
    ...person.sources,
    ...claims.flatMap((claim) => claim?.sources ?? []),
    ...(person.snapshot === null ? [] : [person.snapshot.source]),
  ];
}

/** `works`: the person's papers in the catalog. `names`: of the co-authors, by id. */
export function personView(
  person: Person,
  works: readonly Paper[],
  names: ReadonlyMap<string, string>,
  sources: ReadonlyMap<string, Source>,
  statuses: ReadonlyMap<string, Status>,
): PersonView {
  const newestFirst = works.toSorted((a, b) => yearOf(b) - yearOf(a) || titleOf(a).localeCompare(titleOf(b), 'en'));
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
    works: newestFirst.map((paper) => workRow(paper, statuses.get(paper.id) ?? null)),
    collaborators: tally(colleagues).map(([id, count]) => ({
      id,
      name: names.get(id) ?? printed.get(id) ?? id,
      works: count,
    })),
    topics: tally(works.flatMap((paper) => [...new Set(paper.topics)])).map(([topic, count]) => ({
      topic,
      works: count,
    })),
    withCode: works.filter((paper) => paper.code.length > 0).length,
    sources: named.flatMap((id) => {
      const source = sources.get(id);
      return source === undefined ? [] : [{ source, works: perSource.get(id) ?? 0 }];
    }),
  };
}
