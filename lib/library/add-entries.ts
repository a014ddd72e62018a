// Many papers onto the list at once, and off again: what a file of another program's has.
import type { Library } from './library.ts';
import type { Row } from './rows.ts';
import type { KeptPaper } from './schema.ts';

const idsOf = ({ id, aliases }: KeptPaper): string[] => [id, ...aliases];

/** Which of the papers are on the list, by their place. `papers`: each one's ids. */
export async function onList(library: Library, papers: readonly (readonly string[])[]): Promise<boolean[]> {
  const all = [...new Set(papers.flat())];
  const works = await library.table('works');
  const [byId, byAlias] = await Promise.all([
    works.where(':id').anyOf(all).primaryKeys(),
    works.where('aliases').anyOf(all).toArray(),
  ]);
  const held = new Set<string>(byId);
  for (const { aliases } of byAlias)
    if (Array.isArray(aliases)) for (const alias of aliases) if (typeof alias === 'string') held.add(alias);
  return papers.map((ids) => ids.some((id) => held.has(id)));
}

/** Puts those that are not on the list on it, to read. Answers their ids. One change: all of them, or none. */
export function addEntries(library: Library, papers: readonly KeptPaper[], now: number): Promise<string[]> {
  return library.change(async () => {
    const there = await onList(library, papers.map(idsOf));
    const added: Row[] = [];
    const taken = new Set<string>();
    for (const [at, paper] of papers.entries()) {
      const ids = idsOf(paper);
      if (there[at] === false && !ids.some((id) => taken.has(id)))
        added.push({ ...paper, status: 'to-read', addedAt: now, changedAt: now, readAt: null });
      for (const id of ids) taken.add(id);
    }
    return {
      change: { puts: added.map((row): ['works', Row] => ['works', row]), deletes: [] },
      answer: added.map(({ id }) => id),
    };
  });
}

/** Undoes that for entries which nobody changed since. Answers how many went. */
export function takeBackEntries(library: Library, ids: readonly string[], now: number): Promise<number> {
  return library.change(async () => {
    const rows = await (await library.table('works')).bulkGet([...ids]);
    const gone = rows.filter((row) => row?.['addedAt'] === now && row['changedAt'] === now);
    return {
      change: {
        puts: [],
        deletes: gone.flatMap((row): ['works', string][] => (row === undefined ? [] : [['works', row.id]])),
      },
      answer: gone.length,
      forgets: true,
    };
  });
}
