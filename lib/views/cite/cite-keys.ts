// The keys of a list's papers: no key twice, and the same ones in whatever order the list is. Pure.
import type { Paper } from '../../paper/schema.ts';
import { bibtexKey } from './bibtex.ts';

/** "", "a" … "z", "aa" …: what is put after a key that came before. */
function suffix(at: number): string {
  let rest = at;
  let letters = '';
  while (rest > 0) {
    rest -= 1;
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26);
  }
  return letters;
}

/** One for each paper, by its place. Papers of one key are told apart by letters, in the order of their ids. */
export function citeKeys(papers: readonly Paper[]): string[] {
  const keys: string[] = [];
  const taken = new Set<string>();
  const next = new Map<string, number>();
  const inOrder = papers
    .map((paper, place) => ({ paper, place }))
    .toSorted(({ paper: one }, { paper: other }) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
  for (const { paper, place } of inOrder) {
    const base = bibtexKey(paper);
    let at = next.get(base) ?? 0;
    while (taken.has(base + suffix(at))) at += 1;
    next.set(base, at + 1);
    taken.add(base + suffix(at));
    keys[place] = base + suffix(at);
  }
  return keys;
}
