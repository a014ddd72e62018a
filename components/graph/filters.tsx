// Which kinds of nodes are shown, and of which years.
import type { JSX } from 'react';
import type { Years } from '../../lib/graph/connect.ts';
import { nodeKinds, type NodeKind } from '../../lib/graph/kinds.ts';
import type { GraphData } from '../../lib/graph/schema.ts';
import type { GraphState } from '../../lib/graph/state.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { kindWords } from './words.ts';

export interface FiltersProps {
  data: GraphData;
  state: GraphState;
  onKind: (kind: NodeKind) => void;
  onYears: (years: Years | null) => void;
}

/** The years of all works that were read, in order. */
const yearsOf = ({ works }: GraphData): number[] =>
  [...new Set(works.flatMap(({ year }) => (year === null ? [] : [year])))].toSorted((one, other) => one - other);

export function Filters({ data, state, onKind, onYears }: FiltersProps): JSX.Element {
  const years = yearsOf(data);
  const [first, last] = [years[0], years.at(-1)];
  const [from, to] = state.years ?? [null, null];
  const change = (newFrom: number | null, newTo: number | null): void => {
    if (first === undefined || last === undefined || (newFrom === null && newTo === null)) onYears(null);
    else {
      const [low, high] = [newFrom ?? first, newTo ?? last];
      onYears(low <= high ? [low, high] : [high, low]);
    }
  };
  const select = (words: 'graphYearFrom' | 'graphYearTo', value: number | null, set: (year: number | null) => void) => (
    <select
      aria-label={t(words)}
      value={value ?? ''}
      onChange={(event) => set(event.target.value === '' ? null : Number(event.target.value))}
    >
      <option value="">{t('graphAnyYear')}</option>
      {years.map((year) => (
        <option key={year} value={year}>
          {year}
        </option>
      ))}
    </select>
  );
  return (
    <>
      <div className="graph-kinds" role="group" aria-label={t('graphKinds')}>
        {nodeKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            className="graph-kind"
            aria-pressed={state.kinds.includes(kind)}
            onClick={() => onKind(kind)}
          >
            <span className={`graph-sign graph-${kind}`} aria-hidden="true" />
            {t(kindWords[kind])}
          </button>
        ))}
      </div>
      {years.length > 1 && (
        <div className="graph-years" role="group" aria-label={t('graphYears')}>
          {select('graphYearFrom', from, (year) => change(year, to))}
          <span aria-hidden="true">–</span>
          {select('graphYearTo', to, (year) => change(from, year))}
        </div>
      )}
    </>
  );
}
