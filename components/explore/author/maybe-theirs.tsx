// Works under the same name: those that may be this author's, and folded those of others. A name is no person.
import { useState, type JSX } from 'react';
import { count, t } from '../../../lib/i18n/i18n.ts';
import type { PersonView, WorkRow as Work } from '../../../lib/views/schema.ts';
import { WorkAnswer } from '../../card/author/answer.tsx';
import { underNameOf } from '../../card/author/under-name.ts';
import { Dots } from '../../ui/dots.tsx';
import { listedWords, shortAuthors, venueAndYear } from '../../work/line.ts';
import { WorkRow } from '../../work/row.tsx';
import { useLeads } from '../place.ts';

const SHOWN_FIRST = 6;

export function MaybeTheirs({ page }: { page: PersonView }): JSX.Element {
  const { maybe, others, more } = underNameOf(page);
  const [all, setAll] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const shown = all ? maybe : maybe.slice(0, SHOWN_FIRST);
  return (
    <section aria-labelledby="x-maybe-head" className="x-maybe">
      <h2 id="x-maybe-head">{t('authorMaybeTheirs')}</h2>
      <p className="x-note">{t(maybe.length === 0 ? 'authorNoMaybe' : 'exploreMaybe')}</p>
      <UnderNameRows works={shown} />
      {maybe.length > shown.length && (
        <button type="button" className="b-link" onClick={() => setAll(true)}>
          {count('authorMoreWorks', maybe.length - shown.length)}
        </button>
      )}
      {others.length > 0 && (
        <h3 className="x-others">
          <button type="button" className="b-link" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {count('authorOthers', others.length + more)}
          </button>
        </h3>
      )}
      {unfolded && <UnderNameRows works={others} />}
      {more > 0 && (unfolded || others.length === 0) && <p className="x-note">{count('authorUnderNameMore', more)}</p>}
    </section>
  );
}

function UnderNameRows({ works }: { works: readonly Work[] }): JSX.Element {
  const { openPaper } = useLeads();
  return (
    <ul className="b-works">
      {works.map((work) => (
        <li key={work.id} className="b-work-item x-row">
          <WorkRow
            work={work}
            onOpen={openPaper}
            below={
              <Dots
                parts={[
                  { key: 'where', words: venueAndYear(work) },
                  { key: 'listed', words: listedWords(work) },
                  { key: 'who', words: shortAuthors(work.authors, work.moreAuthors) },
                ].filter(({ words }) => words !== '')}
              />
            }
          />
          <WorkAnswer work={work} />
        </li>
      ))}
    </ul>
  );
}
