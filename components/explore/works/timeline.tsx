// Works of each year as bars, which choose years: a press takes one, a drag or Shift with the arrows several, a press on
// the only one chosen takes it back.
import { useRef, useState, type JSX, type KeyboardEvent, type PointerEvent } from 'react';
import { count, number, t } from '../../../lib/i18n/i18n.ts';
import { timelineOf } from '../../../lib/views/explore/tallies.ts';
import type { ExploreWork } from '../../../lib/views/explore/schema.ts';

/** When the document was opened. */
const thisYear = new Date().getFullYear();
/** Bars with a number each: narrower ones have no room for two digits. */
const MAX_NUMBERED = 26;

export type Years = readonly [from: number, until: number];
const between = (one: number, other: number): Years => [Math.min(one, other), Math.max(one, other)];

interface TimelineProps {
  works: readonly Pick<ExploreWork, 'year'>[];
  years: Years | null;
  onYears: (years: Years | null) => void;
}

export function TimelineBars({ works, years, onYears }: TimelineProps): JSX.Element | null {
  const { bars, earlier, unlikely, undated } = timelineOf(works, thisYear);
  const box = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Years | null>(null);
  const began = useRef<number | null>(null);
  /** The bar that Tab leads to, and where a choice by Shift began. */
  const [at, setAt] = useState<number | null>(null);
  const anchor = useRef<number | null>(null);
  if (bars.length === 0) return null;
  const first = bars[0]?.year ?? 0;
  const last = bars.at(-1)?.year ?? 0;
  const most = Math.max(1, ...bars.map((bar) => bar.works));
  const shown = drag ?? years;
  const current = at !== null && at >= first && at <= last ? at : last;
  const step = bars.length > 45 ? 10 : bars.length > 14 ? 5 : bars.length > 8 ? 2 : 1;

  const yearAt = (event: PointerEvent): number | null => {
    const area = box.current?.getBoundingClientRect();
    if (area === undefined) return null;
    const x = Math.min(Math.max(event.clientX, area.left + 1), area.right - 1);
    const hit = document.elementFromPoint(x, area.top + area.height / 2)?.closest<HTMLElement>('[data-year]');
    return hit === null || hit === undefined ? null : Number(hit.dataset['year']);
  };
  const choose = (next: Years): void =>
    onYears(years !== null && next[0] === next[1] && years[0] === next[0] && years[1] === next[1] ? null : next);

  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const year = yearAt(event);
    if (year === null) return;
    box.current?.setPointerCapture(event.pointerId);
    began.current = year;
    setDrag([year, year]);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const year = began.current === null ? null : yearAt(event);
    if (year !== null && began.current !== null) setDrag(between(began.current, year));
  };
  const onPointerUp = (): void => {
    if (drag !== null) choose(drag);
    began.current = null;
    setDrag(null);
  };
  const onPointerCancel = (): void => {
    began.current = null;
    setDrag(null);
  };

  const goTo = (year: number, extend: boolean): void => {
    const next = Math.min(last, Math.max(first, year));
    if (extend) {
      anchor.current ??= current;
      onYears(between(anchor.current, next));
    } else anchor.current = null;
    setAt(next);
    box.current?.querySelector<HTMLElement>(`[data-year="${next}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: current - forward,
      ArrowRight: current + forward,
      Home: first,
      End: last,
    };
    const year = steps[event.key];
    if (year !== undefined) goTo(year, event.shiftKey);
    else if (event.key === 'Escape' && years !== null) onYears(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const left = [
    earlier > 0 ? count('exploreEarlier', earlier, first) : '',
    unlikely > 0 ? count('exploreUnlikely', unlikely) : '',
    undated > 0 ? count('exploreUndated', undated) : '',
  ].filter((words) => words !== '');
  return (
    <div className="x-timeline">
      <div
        className="x-bars"
        role="group"
        aria-label={t('exploreYears')}
        ref={box}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerCancel}
      >
        {bars.map(({ year, works: n }) => {
          const isIn = shown === null || (year >= shown[0] && year <= shown[1]);
          const words = count('authorYearWorks', n, year);
          return (
            <button
              type="button"
              key={year}
              data-year={year}
              className={isIn ? 'x-bar' : 'x-bar x-out'}
              aria-pressed={years !== null && isIn}
              title={words}
              tabIndex={year === current ? 0 : -1}
              onFocus={() => setAt(year)}
              // The pointer's own click comes after a drag was chosen; a key's has no pointer.
              onClick={({ detail }) => {
                if (detail === 0) choose([year, year]);
              }}
            >
              <span className="b-hidden">{words}</span>
              <span className="x-room" aria-hidden="true">
                {bars.length <= MAX_NUMBERED && n > 0 && <b>{number(n)}</b>}
                <i style={{ blockSize: `${(n / most) * 100}%` }} />
              </span>
              <span className="x-year" aria-hidden="true">
                {year === first ||
                year === last ||
                (year % step === 0 && last - year >= step / 2 && year - first >= step / 2)
                  ? year
                  : ''}
              </span>
            </button>
          );
        })}
      </div>
      {left.length > 0 && <p className="x-note">{left.join(' ')}</p>}
    </div>
  );
}
