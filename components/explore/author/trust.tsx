// Trust, explained: who says what of this author, where sources agree and where they differ, and what nobody confirms.
// Lines, no score.
import { useMemo, useState, type JSX } from 'react';
import { count, language, list, t, type MessageKey } from '../../../lib/i18n/i18n.ts';
import { trustOf, type KnownFact, type Standing } from '../../../lib/views/explore/trust.ts';
import { sourceNames } from '../../card/phrases.ts';
import { WorkList } from '../../work/list.tsx';
import { useLeads } from '../place.ts';
import { SourceLines } from '../source-lines.tsx';
import { Conflicts } from './conflicts.tsx';
import { OwnTerms } from './own-terms.tsx';
import type { SideProps } from './author-page.tsx';

const labels = {
  position: 'factPosition',
  past: 'factBefore',
  degree: 'factDegree',
  advisor: 'factAdvisor',
  area: 'factAreas',
} as const satisfies Record<KnownFact['fact'], MessageKey>;
const standings = {
  agreed: 'exploreAgreed',
  single: 'exploreSingle',
  open: 'exploreOpen',
} as const satisfies Record<Standing, MessageKey>;

export function TrustExplained({ page }: SideProps): JSX.Element {
  const { openPaper } = useLeads();
  const trust = useMemo(() => trustOf(page), [page]);
  const [open, setOpen] = useState(false);
  const known = page.sources.map(({ source }) => source);
  const { several, single, differing } = trust.works;
  return (
    <section aria-labelledby="x-trust-head">
      <h2 id="x-trust-head">{t('exploreTrust')}</h2>
      <SourceLines sources={page.sources} />
      {(Object.keys(standings) as Standing[]).map((standing) => {
        const facts = trust.facts.filter((fact) => fact.standing === standing);
        if (facts.length === 0) return null;
        return (
          <div key={standing} className={`x-standing x-${standing}`}>
            <h3>{t(standings[standing])}</h3>
            <ul>
              {facts.map((fact) => (
                <li key={`${fact.fact} ${fact.value}`}>
                  {t(labels[fact.fact])}: <bdi>{fact.value}</bdi>
                  <span className="b-says">
                    {[list(sourceNames(fact.sources, known)), fact.note ?? ''].filter(Boolean).join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <OwnTerms page={page} />
      {trust.facts.length === 0 && <p className="x-note">{t('exploreNameOnly')}</p>}
      <div className="x-standing">
        <h3>{t('authorWorksHead')}</h3>
        <ul>
          {several > 0 && <li>{count('exploreSeveralSay', several)}</li>}
          {single > 0 && <li>{count('exploreOneSays', single)}</li>}
          {differing.length > 0 && (
            <li>
              <button type="button" className="b-link" aria-expanded={open} onClick={() => setOpen(!open)}>
                {count('exploreDiffer', differing.length)}
              </button>
              {open && <WorkList works={differing} onOpen={openPaper} below={differWords} />}
            </li>
          )}
          {page.underName.total > 0 && <li>{count('exploreNotTied', page.underName.total)}</li>}
        </ul>
      </div>
      <Conflicts page={page} />
      {page.person.notes.length > 0 && (
        <div className="x-standing">
          <h3>{t('authorNotes')}</h3>
          <ul>
            {page.person.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

const differWords = ({ differs }: { differs: readonly ('year' | 'venue')[] }): string =>
  new Intl.ListFormat(language(), { type: 'conjunction' }).format(
    differs.map((fact) => t(fact === 'year' ? 'exploreDifferYear' : 'exploreDifferVenue')),
  );
