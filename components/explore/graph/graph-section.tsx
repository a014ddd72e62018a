// A slice of the research graph inside a page, once it is asked for; and the way to the whole.
import { useMemo, type JSX } from 'react';
import { t } from '../../../lib/i18n/i18n.ts';
import { useLeads } from '../place.ts';
import { useRemembered } from '../remember.ts';
import { questionOf, type Centre } from './centre.ts';
import { GraphFrame } from './graph-frame.tsx';

export function GraphSection({ centre }: { centre: Centre }): JSX.Element {
  const { key, walkTo } = useLeads();
  const [open, setOpen] = useRemembered(key, 'graph', false);
  const start = useMemo(() => questionOf(centre), [centre]);
  return (
    <section className="x-graph" aria-labelledby="x-graph-head">
      <div className="x-graph-head">
        <h2 id="x-graph-head">{t('exploreGraph')}</h2>
        <button type="button" className="b-link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'exploreGraphHide' : 'exploreGraphShow')}
        </button>
        <button type="button" className="b-link" onClick={() => walkTo({ kind: 'graph', centre })}>
          {t('exploreGraphWhole')}
        </button>
      </div>
      {open && <GraphFrame start={start} compact />}
    </section>
  );
}
