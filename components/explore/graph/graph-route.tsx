// The research graph as a page of its own.
import { useMemo, type JSX } from 'react';
import { t } from '../../../lib/i18n/i18n.ts';
import type { RouteProps } from '../routes.tsx';
import { questionOf } from './centre.ts';
import { GraphFrame } from './graph-frame.tsx';

export function GraphRoute({ subject: { centre } }: RouteProps<'graph'>): JSX.Element {
  const start = useMemo(() => questionOf(centre), [centre]);
  return (
    <div className="x-graph-page">
      <h1 className="b-hidden">{t('exploreGraph')}</h1>
      <GraphFrame start={start} />
    </div>
  );
}
