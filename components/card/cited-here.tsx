// Where else the open page cites the paper: how often, from place to place, and back.
import { useEffect, useState } from 'react';
import { count, t } from '../../lib/i18n/i18n.ts';
import { meetingPoint } from '../../lib/page/meeting-point.ts';
import { usePaper } from './subject.tsx';

/** Only the card over a page has a page around it. */
export const isOverPage = (): boolean => meetingPoint.citations !== undefined;

export function CitedHere() {
  const { view, match } = usePaper();
  const { citations } = meetingPoint;
  const key = (match?.ids ?? [view.id]).join(' ');
  const [places, setPlaces] = useState(0);
  /** The place that the reader was led to, from 0. */
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setAt(null);
    citations?.count(key.split(' ')).then(
      (found) => {
        if (isCurrent) setPlaces(found);
      },
      // The page is going away.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [citations, key]);
  if (citations === undefined || places === 0) return null;
  const go = (to: number): void => {
    setAt(to);
    citations.go(key.split(' '), to);
  };
  const next = at === null ? 0 : (at + 1) % places;
  return (
    <section className="b-section b-cited-here">
      <span>{at === null ? count('cardCitedHere', places) : t('cardCitedAt', at + 1, places)}</span>
      {(places > 1 || at === null) && (
        <button type="button" className="b-link" onClick={() => go(next)}>
          {t(at === null ? 'cardCitedShow' : 'cardCitedNext')}
        </button>
      )}
      {at !== null && (
        <button type="button" className="b-link" onClick={() => citations.back()}>
          {t('cardCitedBack')}
        </button>
      )}
    </section>
  );
}
