// Papers as signatures of one name, as `lib/identity` compares them.
import { MAX_COMPARED_NAMES, type Signature } from '../../identity/signature.ts';
import { sameName } from '../../paper/names/same-name.ts';
import { titleOf, venueOf, yearOf, type Paper } from '../../paper/schema.ts';
import { contentWords } from '../../text/content-words.ts';
import type { MergedPaper } from '../lookup.ts';
import type { PeopleBook } from './people-index.ts';

/** Ids of people that packs know by more than a name begin with this. */
export const KNOWN = 'known:';

/** The authors of these papers who may be of one of the names. */
export function signaturesOf(
  papers: readonly Pick<MergedPaper, 'paper' | 'ids' | 'authorIds'>[],
  names: readonly string[],
  book: PeopleBook,
): Signature[] {
  const fits = new Map<string, boolean>();
  const mayBe = (name: string): boolean => {
    let fit = fits.get(name);
    if (fit === undefined)
      fits.set(name, (fit = names.slice(0, MAX_COMPARED_NAMES).some((one) => sameName(one, name))));
    return fit;
  };
  return papers.flatMap(({ paper, ids: also, authorIds }) => {
    const places = [...paper.authors.entries()].filter(([, { name }]) => mayBe(name));
    if (places.length === 0) return [];
    const about = aboutPaper(paper);
    return places.map(([place, { name, person }]): Signature => {
      const stated = authorIds.filter((one) => one.name === name).map(({ id }) => id);
      const known = book.get(person) === undefined ? [] : [`${KNOWN}${person}`];
      const coauthors = paper.authors.flatMap((other, at) => (at === place ? [] : [other.name]));
      return { ...about, also, place, name, person, ids: [...known, ...stated], coauthors };
    });
  });
}

function aboutPaper(paper: Paper): Pick<Signature, 'paper' | 'words' | 'venue' | 'year' | 'topics'> {
  const year = yearOf(paper);
  return {
    paper: paper.id,
    words: [...contentWords(titleOf(paper)).keys()],
    venue: venueOf(paper),
    year: year === 0 ? null : year,
    topics: [...paper.categories, ...paper.topics],
  };
}
