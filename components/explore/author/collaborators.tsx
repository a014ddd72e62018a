// With whom the works were written, who wrote most of them first.
import { useMemo, type JSX } from 'react';
import { t } from '../../../lib/i18n/i18n.ts';
import { peopleOf } from '../../../lib/views/explore/tallies.ts';
import { allWorks } from '../../../lib/views/explore/work-filter.ts';
import { PeopleList } from '../people-list.tsx';
import type { SideProps } from './author-page.tsx';

export function Collaborators({ page, onFilter }: SideProps): JSX.Element {
  const of = useMemo(() => peopleOf(page.works, page.self), [page]);
  return (
    <section aria-labelledby="x-with-head">
      <h2 id="x-with-head">{t('authorCollaborators')}</h2>
      <PeopleList of={of} people={page.people} onWorks={(one) => onFilter({ ...allWorks, people: [one] })} />
    </section>
  );
}
