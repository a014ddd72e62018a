// The works of a page: years, filters, order, the list, and the list to take along.
import { useMemo, useState, type JSX } from 'react';
import { t } from '../../../lib/i18n/i18n.ts';
import type { ExplorePerson, ExploreWork } from '../../../lib/views/explore/schema.ts';
import { shownWorks, type WorkFilter } from '../../../lib/views/explore/work-filter.ts';
import { inOrder, type Order } from '../../card/author/order.ts';
import { Sort } from '../../card/author/works.tsx';
import { useLeads } from '../place.ts';
import { useRemembered } from '../remember.ts';
import { CopyList } from './copy-list.tsx';
import { Chosen, Facets, shownOfWords } from './facets.tsx';
import { Rows } from './rows.tsx';
import { SplitOff } from './split-off.tsx';
import { TimelineBars } from './timeline.tsx';

interface WorksSectionProps {
  works: readonly ExploreWork[];
  people: readonly ExplorePerson[];
  self: number;
  sources: ReadonlyMap<string, string>;
  byWords?: ReadonlySet<string> | undefined;
  filter: WorkFilter;
  onFilter: (filter: WorkFilter) => void;
}

export function WorksSection({
  works,
  people,
  self,
  sources,
  byWords,
  filter,
  onFilter,
}: WorksSectionProps): JSX.Element {
  const { key } = useLeads();
  const [order, setOrder] = useRemembered<Order>(key, 'order', 'newest');
  const sorted = useMemo(() => inOrder(works, order), [works, order]);
  const shown = useMemo(() => shownWorks(sorted, filter, self), [sorted, filter, self]);
  const ofYears = useMemo(() => shownWorks(works, { ...filter, years: null }, self), [works, filter, self]);
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  return (
    <section className="x-works" aria-labelledby="x-works-head">
      <TimelineBars works={ofYears} years={filter.years} onYears={(years) => onFilter({ ...filter, years })} />
      <div className="x-works-head">
        <h2 id="x-works-head">{t('authorWorksHead')}</h2>
        {works.length > 1 && <Sort order={order} onOrder={setOrder} />}
      </div>
      {works.length > 1 && <Facets {...{ works, people, self, sources, filter, onFilter }} />}
      <div className="x-line">
        <span role="status">{shownOfWords(shown.length, works.length)}</span>
        <Chosen people={people} filter={filter} onFilter={onFilter} />
        <SplitOff picked={picked} onPicked={setPicked} />
        {shown.length > 0 && <CopyList key={JSON.stringify(filter)} works={shown} />}
      </div>
      {shown.length === 0 ? (
        <p className="x-nothing">{t(works.length === 0 ? 'exploreNoWorks' : 'exploreNoneFits')}</p>
      ) : (
        <Rows
          key={`${order} ${JSON.stringify(filter)}`}
          works={shown}
          {...{ sources, byWords, picked }}
          onPicked={setPicked}
        />
      )}
    </section>
  );
}
