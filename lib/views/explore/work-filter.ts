// Which of a page's works are shown. Pure.
import type { ExploreWork } from './schema.ts';

export interface WorkFilter {
  /** From this year to that one, both included; null for all, those without a year too. */
  years: readonly [from: number, until: number] | null;
  venue: string | null;
  topic: string | null;
  category: string | null;
  /** Listed from this day to that one (ISO dates), both included; an empty one is open. Null for all, unlisted ones too. */
  listed: readonly [from: string, until: string] | null;
  source: string | null;
  /** Places in the page's list of people; all of them wrote the work. */
  people: readonly number[];
  /** Where the author of the page stands in the byline. */
  place: 'first' | 'last' | null;
  code: boolean;
  unread: boolean;
}

export const allWorks: WorkFilter = {
  years: null,
  venue: null,
  topic: null,
  category: null,
  listed: null,
  source: null,
  people: [],
  place: null,
  code: false,
  unread: false,
};

/** Whether the filter leaves out anything that can be left out. */
export const isFiltered = (filter: WorkFilter): boolean =>
  filter.people.length > 0 ||
  filter.code ||
  filter.unread ||
  [filter.years, filter.venue, filter.topic, filter.category, filter.source, filter.place, filter.listed].some(
    (one) => one !== null,
  );

/** A venue without its year: "ICLR" of "ICLR 2020"; null where there is none. */
export function venueName({ venue }: Pick<ExploreWork, 'venue'>): string | null {
  const name = venue?.replace(/(?:^|\s)(?:1[5-9]|2[01])\d\d$/, '').trim() ?? '';
  return name === '' ? null : name;
}

/** Of a byline that is cut nobody knows the last. */
function isAt(place: 'first' | 'last', { by, moreAuthors }: ExploreWork, self: number): boolean {
  if (place === 'first') return by[0] === self;
  return moreAuthors !== true && by.at(-1) === self;
}

const isListed = ({ listed }: ExploreWork, [from, until]: readonly [string, string]): boolean =>
  listed !== undefined && listed.on >= from && (until === '' || listed.on <= until);

/** @param self the author's place in the page's list of people; -1 where the page is of nobody */
export function passes(work: ExploreWork, filter: WorkFilter, self: number): boolean {
  const { years, venue, topic, category, listed, source, people, place, code, unread } = filter;
  if (years !== null && (work.year === null || work.year < years[0] || work.year > years[1])) return false;
  if (code && !work.hasCode) return false;
  if (unread && work.status === 'read') return false;
  if (venue !== null && venueName(work) !== venue) return false;
  if (topic !== null && !work.topics.includes(topic)) return false;
  if (category !== null && !work.categories.includes(category)) return false;
  if (listed !== null && !isListed(work, listed)) return false;
  if (source !== null && !work.sources.includes(source)) return false;
  if (place !== null && !isAt(place, work, self)) return false;
  return people.every((one) => work.by.includes(one));
}

export const shownWorks = <W extends ExploreWork>(works: readonly W[], filter: WorkFilter, self: number): W[] =>
  works.filter((work) => passes(work, filter, self));
