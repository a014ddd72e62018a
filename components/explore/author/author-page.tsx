// All that Byline knows of one author, with the works to filter and to take along.
import { useMemo, type JSX } from 'react';
import { ask } from '../../../lib/messages/client.ts';
import type { AuthorPage as Page } from '../../../lib/views/explore/schema.ts';
import { allWorks, type WorkFilter } from '../../../lib/views/explore/work-filter.ts';
import { PersonSubjectProvider } from '../../card/author/person.tsx';
import { DecidedLine, DecisionsProvider, useDecisions } from '../../card/author/decisions.tsx';
import type { Facts } from '../../card/card-data.ts';
import { CommandScope } from '../../card/commands.tsx';
import { GraphSection } from '../graph/graph-section.tsx';
import { subjectOf, useLeads } from '../place.ts';
import { useRemembered } from '../remember.ts';
import { useStatuses } from '../use-page.ts';
import { useRestoredScroll } from '../use-restored-scroll.ts';
import { WorksSection } from '../works/works-section.tsx';
import { About } from './about.tsx';
import { MaybeTheirs } from './maybe-theirs.tsx';
import { sections } from './sections.ts';

interface AuthorPageProps {
  page: Page;
  /** On whose byline the name was met. */
  paper: string | undefined;
  facts: Facts;
  /** Asks the worker again, after the reader said whose a work is. */
  reread: () => Promise<void>;
}

export interface SideProps {
  page: Page;
  filter: WorkFilter;
  onFilter: (filter: WorkFilter) => void;
}

export function AuthorPage({ page: answered, paper, facts, reread }: AuthorPageProps): JSX.Element {
  const { key, walkTo, openPaper } = useLeads();
  const [filter, setFilter] = useRemembered<WorkFilter>(key, 'filter', allWorks);
  const decisions = useDecisions(answered, { ask, paper, reread });
  const works = useStatuses(decisions.view.works, facts);
  const page = useMemo(() => ({ ...decisions.view, works: [...works] }), [decisions.view, works]);
  const sources = useMemo(
    () => new Map(page.sources.map(({ source }) => [source.id, source.name] as const)),
    [page.sources],
  );
  useRestoredScroll(key);
  const { id } = page.person;
  const centre = useMemo(
    () => ({ kind: 'person' as const, id, ...(paper === undefined ? {} : { paper }) }),
    [id, paper],
  );
  const side = { page, filter, onFilter: setFilter };
  return (
    <PersonSubjectProvider
      value={{
        view: page,
        ask,
        paper,
        onFollow: (followed) => facts.followChanged(id, followed),
        onPaper: openPaper,
        onPerson: (person, name, met) =>
          walkTo(subjectOf({ id: person, name, ...(met === undefined ? {} : { paper: met }) })),
      }}
    >
      <DecisionsProvider of={decisions} paper={paper}>
        <CommandScope className="x-page">
          <About page={page} reread={reread} />
          <div className="x-columns">
            <div className="x-wide">
              <GraphSection centre={centre} />
              <WorksSection {...page} sources={sources} filter={filter} onFilter={setFilter} />
              {page.underName.total > 0 && <MaybeTheirs page={page} />}
              <DecidedLine />
            </div>
            <div className="x-side">
              {sections.map(({ id: name, shows, Section }) => shows(page) && <Section key={name} {...side} />)}
            </div>
          </div>
        </CommandScope>
      </DecisionsProvider>
    </PersonSubjectProvider>
  );
}
