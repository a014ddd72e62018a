// Works under the same name that nothing ties to this author: kept apart, for a name is no person.
import { useState, type JSX, type ReactNode } from 'react';
import { count, t } from '../../../lib/i18n/i18n.ts';
import type { WorkRow as Work } from '../../../lib/views/schema.ts';
import { Dots } from '../../ui/dots.tsx';
import { shortAuthors, venueAndYear } from '../../work/line.ts';
import { WorkRow } from '../../work/row.tsx';
import { useLeads } from '../place.ts';

const SHOWN_FIRST = 6;

interface MaybeTheirsProps {
  rows: readonly Work[];
  total: number;
  actions?: ((work: Work) => ReactNode) | undefined;
}

export function MaybeTheirs({ rows, total, actions }: MaybeTheirsProps): JSX.Element {
  const { openPaper } = useLeads();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, SHOWN_FIRST);
  return (
    <section aria-labelledby="x-maybe-head">
      <h2 id="x-maybe-head">{t('authorUnderName')}</h2>
      <p className="x-note">{t('exploreMaybe')}</p>
      <ul className="b-works">
        {shown.map((work) => (
          <li key={work.id} className="b-work-item x-row">
            <WorkRow
              work={work}
              onOpen={openPaper}
              below={
                <Dots
                  parts={[
                    { key: 'where', words: venueAndYear(work) },
                    { key: 'who', words: shortAuthors(work.authors, work.moreAuthors) },
                  ].filter(({ words }) => words !== '')}
                />
              }
            />
            {actions !== undefined && <span className="x-row-actions">{actions(work)}</span>}
          </li>
        ))}
      </ul>
      {rows.length > shown.length ? (
        <button type="button" className="b-link" onClick={() => setAll(true)}>
          {count('authorMoreWorks', rows.length - shown.length)}
        </button>
      ) : (
        total > rows.length && <p className="x-note">{count('authorUnderNameMore', total - rows.length)}</p>
      )}
    </section>
  );
}
