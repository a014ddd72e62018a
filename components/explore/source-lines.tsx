// The sources of a page: what each is, how many of the works it lists, and as of which day.
import type { JSX } from 'react';
import { count, t } from '../../lib/i18n/i18n.ts';
import { dayWords } from '../work/line.ts';
import type { AuthorPage } from '../../lib/views/explore/schema.ts';

export function SourceLines({ sources }: Pick<AuthorPage, 'sources'>): JSX.Element {
  return (
    <ul className="x-sources">
      {sources.map(({ source, works, asOf }) => (
        <li key={source.id}>
          <bdi>{source.name}</bdi>
          <span className="b-says">
            {[
              source.what === source.name ? '' : source.what,
              works > 0 ? count('exploreLists', works) : '',
              asOf === null || asOf === '' ? '' : t('exploreAsOf', dayWords(asOf)),
            ]
              .filter((words) => words !== '')
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
