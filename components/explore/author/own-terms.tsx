// What a site's page said of this author in its own terms, its figures and score among them: all of it, and when.
import type { JSX } from 'react';
import { t } from '../../../lib/i18n/i18n.ts';
import { dayWords } from '../../work/line.ts';
import type { SideProps } from './author-page.tsx';

export function OwnTerms({ page: { person, sources } }: Pick<SideProps, 'page'>): JSX.Element | null {
  const said = (person.statements ?? []).flatMap(({ source: id, lines }) => {
    const from = sources.find(({ source }) => source.id === id);
    return from === undefined ? [] : [{ from, lines }];
  });
  if (said.length === 0) return null;
  return (
    <div className="x-standing">
      <h3>{t('exploreStatements')}</h3>
      <ul>
        {said.map(({ from: { source, asOf }, lines }) => (
          <li key={lines.join()}>
            <bdi>{lines.join(' · ')}</bdi>
            <span className="b-says">
              {[source.name, asOf === null || asOf === '' ? '' : t('exploreAsOf', dayWords(asOf))]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <p className="x-note">{t('exploreNoScore')}</p>
    </div>
  );
}
