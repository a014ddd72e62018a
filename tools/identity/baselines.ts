// Other ways to put signatures of a name together, to compare with.
import { groupWorks } from '../../lib/catalog/people/same-person.ts';
import { MAX_TYING_AUTHORS } from '../../lib/identity/signature.ts';
import { expand } from '../../lib/paper/expand.ts';
import { authorKey } from '../../lib/paper/names/name-key.ts';
import type { Paper } from '../../lib/paper/schema.ts';
import type { Labelled, NameBlock } from './rows.ts';

/** The person of each work of a block, as any text. */
export type Grouping = (block: NameBlock) => string[];

export const firstInitial: Grouping = ({ works }) => works.map(() => '');

export const fullName: Grouping = ({ works }) => works.map(({ signature }) => authorKey(signature.name));

/** Works of one spelling that share a co-author, and so on from work to work. */
export const coauthorComponents: Grouping = ({ works }) => {
  const top = works.map((_, at) => at);
  const root = (at: number): number => {
    let found = at;
    while (top[found] !== found) found = top[found] ?? found;
    return found;
  };
  const first = new Map<string, number>();
  for (const [at, { signature }] of works.entries()) {
    if (signature.coauthors.length >= MAX_TYING_AUTHORS) continue;
    for (const name of signature.coauthors) {
      const key = `${signature.name}\n${authorKey(name)}`;
      const known = first.get(key);
      if (known === undefined) first.set(key, at);
      else top[root(at)] = root(known);
    }
  }
  return works.map((_, at) => String(root(at)));
};

/** The rule of lib/catalog/people/same-person.ts: by first given name, then by co-authors of whatever list. */
export const todaysRule: Grouping = ({ works }) => {
  const byName = new Map<string, Labelled[]>();
  for (const one of works) {
    const key = authorKey(one.signature.name);
    byName.set(key, [...(byName.get(key) ?? []), one]);
  }
  const person = new Map<Labelled, string>();
  for (const [key, some] of byName) {
    const papers = new Map(some.map((one) => [paperOf(one), one]));
    for (const [number, group] of groupWorks(new Set([key]), [...papers.keys()]).entries())
      for (const paper of group) {
        const one = papers.get(paper);
        if (one !== undefined) person.set(one, `${key} ${number}`);
      }
  }
  return works.map((one) => person.get(one) ?? '');
};

const paperOf = ({ signature: { name, coauthors } }: Labelled): Paper =>
  expand({ id: 'title:none', title: 'None', authors: [name, ...coauthors] }, 'none');
