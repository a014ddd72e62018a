// Several papers as one BibTeX file: no key twice. Pure.
import type { Paper } from '../../paper/schema.ts';
import { bibtexEntry, bibtexKey } from './bibtex.ts';

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

export function bibtexList(papers: readonly Paper[]): string {
  const taken = new Set<string>();
  const entries = papers.map((paper) => {
    const key = bibtexKey(paper);
    let at = 0;
    while (taken.has(key + suffix(at))) at += 1;
    taken.add(key + suffix(at));
    return bibtexEntry(paper, key + suffix(at));
  });
  return entries.join('\n');
}
