// The page of an author and that of a topic, from plain data. Pure.
import type { KeptStatus } from '../../library/schema.ts';
import { isAuthorsCode } from '../../paper/authors-code.ts';
import { allCategories } from '../../paper/listed.ts';
import { titleOf, yearOf, type Paper, type Source } from '../../paper/schema.ts';
import type { FoundPerson } from '../found-person.ts';
import { personElsewhere } from '../person-elsewhere.ts';
import { venueReadings } from '../readings.ts';
import type { PersonView } from '../schema.ts';
import { workRow } from '../work-row.ts';
import type { AuthorPage, ExplorePerson, ExploreWork, TopicPage } from './schema.ts';

export interface PageParts {
  /** Names of people whom packs know, by id. */
  names: ReadonlyMap<string, string>;
  sources: ReadonlyMap<string, Source>;
  /** When the pack of a source was made, by the source's id. */
  dates: ReadonlyMap<string, string>;
  packs: readonly string[];
  statuses: ReadonlyMap<string, KeptStatus>;
}

const newest = (a: Paper, b: Paper): number =>
  yearOf(b) - yearOf(a) || titleOf(a).localeCompare(titleOf(b), 'en') || (a.id < b.id ? -1 : 1);

function codeOf({ code }: Paper): Pick<ExploreWork, 'code'> {
  const link = code.filter(isAuthorsCode).toSorted((a, b) => Number(b.official) - Number(a.official))[0];
  return link === undefined ? {} : { code: { url: link.url, label: link.label } };
}

function differsIn(paper: Paper): ExploreWork['differs'] {
  const years = new Set(paper.years.map(({ value }) => value)).size > 1;
  return [...(years ? (['year'] as const) : []), ...(venueReadings(paper).length > 1 ? (['venue'] as const) : [])];
}

/** The works, the newest first, and everybody who wrote one of them. */
function worksOf(
  papers: readonly Paper[],
  { names, statuses }: PageParts,
): { works: ExploreWork[]; people: ExplorePerson[] } {
  const people: ExplorePerson[] = [];
  const places = new Map<string, number>();
  const placeOf = (id: string, name: string, paper: string): number => {
    const known = places.get(id);
    if (known !== undefined) return known;
    places.set(id, people.length);
    return people.push({ id, name: names.get(id) ?? name, paper }) - 1;
  };
  const works = papers.toSorted(newest).map((paper) => ({
    ...workRow(paper, statuses.get(paper.id) ?? null),
    by: paper.authors.map(({ person, name }) => placeOf(person, name, paper.id)),
    topics: paper.topics,
    categories: allCategories(paper),
    sources: paper.sources,
    differs: differsIn(paper),
    ...codeOf(paper),
  }));
  return { works, people };
}

/** @param view what the author's card shows
 *  @param found the author with their works
 *  @param ids what tells them from others of the name: `orcid:0000-0002-1825-0097` */
export function authorPage(
  view: PersonView,
  { theirs, namesakes, ids: own }: Pick<FoundPerson, 'theirs' | 'namesakes' | 'ids'>,
  ids: readonly string[],
  parts: PageParts,
): AuthorPage {
  const { works, people } = worksOf(theirs, parts);
  return {
    ...view,
    works,
    people,
    elsewhere: personElsewhere(view.person, ids),
    self: people.findIndex(({ id }) => id === view.person.id),
    packs: [...parts.packs],
    sources: view.sources.map(({ source, works: n }) => ({
      source,
      works: n,
      asOf: parts.dates.get(source.id) ?? null,
    })),
    ids: own,
    namesakes: namesakes.flatMap(({ works: all, lines, ...other }) => {
      const [paper] = all;
      return paper === undefined ? [] : [{ ...other, paper, works: all.length, lines: [...lines] }];
    }),
  };
}

/** @param listed papers that a source puts under the topic
 *  @param worded others whose titles have its words */
export function topicPage(
  topic: string,
  listed: readonly Paper[],
  worded: readonly Paper[],
  parts: PageParts,
  privateWindow: boolean,
): TopicPage {
  const { works, people } = worksOf([...listed, ...worded], parts);
  const counts = new Map<string, number>();
  for (const id of works.flatMap((work) => [...new Set(work.sources)])) counts.set(id, (counts.get(id) ?? 0) + 1);
  return {
    topic,
    works,
    people,
    byWords: worded.map(({ id }) => id),
    packs: [...parts.packs],
    sources: [...counts].flatMap(([id, n]) => {
      const source = parts.sources.get(id);
      return source === undefined ? [] : [{ source, works: n, asOf: parts.dates.get(id) ?? null }];
    }),
    privateWindow,
  };
}
