// What narrows the list: a choice each for venue, topic, category, co-author and source, and signs that are on or off.
// A choice offers what the other ones leave, with how many works that is.
import { useMemo, type JSX } from 'react';
import { count, number, t, type MessageKey } from '../../../lib/i18n/i18n.ts';
import type { ExplorePerson, ExploreWork } from '../../../lib/views/explore/schema.ts';
import {
  categoriesOf,
  peopleOf,
  sourcesOfWorks,
  topicsOf,
  venuesOf,
  type WorkCount,
} from '../../../lib/views/explore/tallies.ts';
import { allWorks, isFiltered, shownWorks, type WorkFilter } from '../../../lib/views/explore/work-filter.ts';
import { Icon } from '../../ui/icons.tsx';
import { dayWords } from '../../work/line.ts';

/** Entries of one choice: of more, those of one work come last and are left out. */
const MAX_OPTIONS = 300;

export interface FacetsProps {
  works: readonly ExploreWork[];
  people: readonly ExplorePerson[];
  self: number;
  /** Names of sources by id. */
  sources: ReadonlyMap<string, string>;
  filter: WorkFilter;
  onFilter: (filter: WorkFilter) => void;
}

interface Offered {
  choices: { name: 'venue' | 'topic' | 'category' | 'source'; any: MessageKey; of: WorkCount<string>[] }[];
  others: WorkCount<number>[];
  places: Record<'first' | 'last', number>;
}

/** What each choice offers: of the works that all other choices leave. */
function offered(works: readonly ExploreWork[], filter: WorkFilter, self: number): Offered {
  const left = (without: Partial<WorkFilter>): ExploreWork[] => shownWorks(works, { ...filter, ...without }, self);
  return {
    choices: [
      { name: 'venue', any: 'exploreAnyVenue', of: venuesOf(left({ venue: null })) },
      { name: 'topic', any: 'exploreAnyTopic', of: topicsOf(left({ topic: null })) },
      { name: 'category', any: 'exploreAnyCategory', of: categoriesOf(left({ category: null })) },
      { name: 'source', any: 'exploreAnySource', of: sourcesOfWorks(left({ source: null })) },
    ],
    others: peopleOf(left({}), self).filter(({ key }) => !filter.people.includes(key)),
    places: { first: left({ place: 'first' }).length, last: left({ place: 'last' }).length },
  };
}

export function Facets(props: FacetsProps): JSX.Element {
  const { works, people, self, sources, filter, onFilter } = props;
  const change = (part: Partial<WorkFilter>): void => onFilter({ ...filter, ...part });
  const { choices, others, places } = useMemo(() => offered(works, filter, self), [works, filter, self]);
  return (
    <div className="x-facets" role="group" aria-label={t('exploreFilters')}>
      {choices.map(
        ({ name, any, of }) =>
          (of.length > 1 || filter[name] !== null) && (
            <Choice
              key={name}
              any={t(any)}
              value={filter[name] ?? ''}
              options={of.map(({ key, works: n }) => ({
                value: key,
                words: name === 'source' ? (sources.get(key) ?? key) : key,
                n,
              }))}
              onValue={(value) => change({ [name]: value === '' ? null : value })}
            />
          ),
      )}
      {others.length > 0 && (
        <Choice
          any={t(self < 0 ? 'exploreAnyAuthor' : 'exploreAnyCoauthor')}
          value=""
          options={others.map(({ key, works: n }) => ({ value: String(key), words: people[key]?.name ?? '', n }))}
          onValue={(value) => change({ people: [...filter.people, Number(value)] })}
        />
      )}
      {self >= 0 && (
        <Choice
          any={t('exploreAnyPlace')}
          value={filter.place ?? ''}
          options={(['first', 'last'] as const).map((place) => ({
            value: place,
            words: t(place === 'first' ? 'exploreFirst' : 'exploreLast'),
            n: places[place],
          }))}
          onValue={(value) => change({ place: value === 'first' || value === 'last' ? value : null })}
        />
      )}
      {works.some(({ listed }) => listed !== undefined) && (
        <ListedDays listed={filter.listed} onListed={(listed) => change({ listed })} />
      )}
      {(['code', 'unread'] as const).map((name) => (
        <button
          type="button"
          key={name}
          className="x-chip"
          aria-pressed={filter[name]}
          onClick={() => change({ [name]: !filter[name] })}
        >
          {t(name === 'code' ? 'exploreCode' : 'exploreUnread')}
        </button>
      ))}
    </div>
  );
}

/** From a day to a day, each of which may be open. */
function ListedDays(props: { listed: WorkFilter['listed']; onListed: (listed: WorkFilter['listed']) => void }) {
  const { listed, onListed } = props;
  const [from, until] = listed ?? ['', ''];
  const choose = (first: string, last: string): void => onListed(first === '' && last === '' ? null : [first, last]);
  return (
    <span className={listed === null ? 'x-days' : 'x-days x-on'}>
      <span aria-hidden="true">{t('exploreListed')}</span>
      <input
        type="date"
        aria-label={t('exploreListedFrom')}
        autoComplete="off"
        value={from}
        onChange={({ target }) => choose(target.value, until)}
      />
      <span aria-hidden="true">–</span>
      <input
        type="date"
        aria-label={t('exploreListedUntil')}
        autoComplete="off"
        value={until}
        onChange={({ target }) => choose(from, target.value)}
      />
    </span>
  );
}

interface Option {
  value: string;
  words: string;
  n: number;
}

/** The browser's own list: one can type into it, and it is as long as it has to be. */
function Choice(props: { any: string; value: string; options: readonly Option[]; onValue: (value: string) => void }) {
  const { any, value, options, onValue } = props;
  const listed = options.slice(0, MAX_OPTIONS);
  return (
    <span className={value === '' ? 'x-choice' : 'x-choice x-on'}>
      <select aria-label={any} value={value} onChange={(event) => onValue(event.target.value)}>
        <option value="">{any}</option>
        {value !== '' && !listed.some((one) => one.value === value) && <option value={value}>{value}</option>}
        {listed.map(({ value: one, words, n }) => (
          <option key={one} value={one}>
            {`${words} (${number(n)})`}
          </option>
        ))}
      </select>
      <Icon name="chevron" />
    </span>
  );
}

/** What is chosen that no field shows, each to be taken back, and the way back to all. */
export function Chosen({
  people,
  filter,
  onFilter,
}: Pick<FacetsProps, 'people' | 'filter' | 'onFilter'>): JSX.Element | null {
  if (!isFiltered(filter)) return null;
  const [from, until] = filter.years ?? [0, 0];
  const chips = [
    ...(filter.years === null
      ? []
      : [
          {
            key: 'years',
            words: from === until ? String(from) : `${from}–${until}`,
            without: { ...filter, years: null },
          },
        ]),
    ...(filter.listed === null
      ? []
      : [
          {
            key: 'listed',
            words: t('exploreListedChip', ...filter.listed.map((one) => (one === '' ? '' : dayWords(one)))),
            without: { ...filter, listed: null },
          },
        ]),
    ...filter.people.map((one) => ({
      key: String(one),
      words: t('exploreWith', people[one]?.name ?? ''),
      without: { ...filter, people: filter.people.filter((other) => other !== one) },
    })),
  ];
  return (
    <>
      {chips.map(({ key, words, without }) => (
        <button
          type="button"
          key={key}
          className="x-chip x-taken"
          title={t('exploreTakeBack', words)}
          aria-label={t('exploreTakeBack', words)}
          onClick={() => onFilter(without)}
        >
          <bdi>{words}</bdi>
          <Icon name="close" />
        </button>
      ))}
      <button type="button" className="b-link x-all" onClick={() => onFilter(allWorks)}>
        {t('exploreShowAll')}
      </button>
    </>
  );
}

/** "12 of 46 works". */
export const shownOfWords = (shown: number, total: number): string =>
  shown === total ? count('exploreWorks', total) : count('exploreWorksOf', total, number(shown));
