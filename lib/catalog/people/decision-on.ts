// What the reader says of somebody's works as decisions that hold whatever packs come and go. Pure.
import { notTheirs, splitOff, theirs, thisIsMe, type Bearer, type Decision } from '../../identity/decisions.ts';
import { titleOf } from '../../paper/schema.ts';
import { toldOf } from '../../views/decision-rows.ts';
import type { SaidWords } from '../../views/schema.ts';
import type { FoundPerson } from '../../views/found-person.ts';

/** Works that stand for a person in one decision: a row of the library has a limit. */
const MAX_STANDING = 200;

/** Works are theirs, or are not (several: they are one other person's); who wrote a work is the same person; the person is
 *  the reader. */
export type Says = 'theirs' | 'not-theirs' | 'same' | 'me';

/** Null where the works are not among those of the name, or the person has no other work that could stand for them.
 *  @param near on whose byline the name was met
 *  @param papers the works that are meant; of `same` one is enough, of `me` none */
export function decisionsOn(
  { theirs: works, bearers, namesakes }: Pick<FoundPerson, 'theirs' | 'bearers' | 'namesakes'>,
  { near, papers, says }: { near: string | null; papers: readonly string[]; says: Says },
  now: number,
): Decision[] | null {
  const [paper = ''] = papers;
  const others = works.map(({ id }) => id).filter((id) => !papers.includes(id));
  const standing = standingFor(bearers, [...others.filter((id) => id === near), ...others.filter((id) => id !== near)]);
  if (standing.length === 0) return null;
  if (says === 'me') return [thisIsMe(standing, now)];
  if (says === 'same') {
    const other = namesakes.find((one) => one.works.includes(paper));
    return other === undefined ? null : [theirs(standingFor(bearers, other.works), standing, now)];
  }
  const meant = papers.length === 1 ? (bearers.get(paper) ?? []) : standingFor(bearers, papers);
  if (meant.length === 0) return null;
  if (says === 'theirs') return [theirs(meant, standing, now)];
  return papers.length === 1 ? [notTheirs(meant, standing, now)] : splitOff(meant, standing, now);
}

/** The same in words that stay true when packs go. */
export function toldOn(
  found: Pick<FoundPerson, 'person' | 'theirs' | 'maybe' | 'others' | 'namesakes'>,
  { papers, says }: { papers: readonly string[]; says: Says },
): SaidWords {
  const other = says === 'same' ? found.namesakes.find(({ works }) => works.includes(papers[0] ?? '')) : undefined;
  const works = other?.works ?? papers;
  const all = [...found.theirs, ...found.maybe, ...found.others];
  return toldOf({
    says: says === 'not-theirs' && papers.length > 1 ? 'split' : says,
    name: found.person.name,
    ...(other === undefined ? {} : { other: other.name }),
    titles: works.flatMap((id) => all.filter((one) => one.id === id).map(titleOf)),
    works: says === 'me' ? found.theirs.length : works.length,
  });
}

const standingFor = (bearers: FoundPerson['bearers'], works: readonly string[]): Bearer[] =>
  works.slice(0, MAX_STANDING).flatMap((id) => byName(bearers.get(id)));

/** The last way of naming an author is by name alone, which no pack can take away; under every id that the paper has. */
function byName(known: readonly Bearer[] = []): Bearer[] {
  const name = known.at(-1)?.person;
  return known.filter(({ person }) => person === name);
}
