import { useMemo, type JSX } from 'react';
import { t } from '../../../lib/i18n/i18n.ts';
import { topicsOf } from '../../../lib/views/explore/tallies.ts';
import { TopicList } from '../topic-list.tsx';
import type { SideProps } from './author-page.tsx';

export function AuthorTopics({ page }: SideProps): JSX.Element {
  const of = useMemo(() => topicsOf(page.works), [page]);
  return (
    <section aria-labelledby="x-topics-head">
      <h2 id="x-topics-head">{t('authorTopicsHead')}</h2>
      <TopicList of={of} works={page.works} />
    </section>
  );
}
