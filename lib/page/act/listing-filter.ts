// The third part of the page script, only where the reader filters a listing: veils the rows that do not fit, says so
// on the chip, and ends with it. It draws on the controller's overlay.
import { matchesSelector } from '../dom.ts';
import { Chip } from '../draw/filter-chip.ts';
import type { PageBridge, RowFilters, OverlayLayer } from '../bridge.ts';
import { isOn, noFilter } from '../../messages/filter.ts';
import { rowsIn, sorted } from './listing.ts';
import type { Mark } from '../draw/marks.ts';
import { Veil } from '../draw/veil.ts';

/** Where Escape is the field's own. */
const fields = 'input, textarea, select, [contenteditable]';

export function createFilters(bridge: PageBridge, overlay: OverlayLayer): RowFilters {
  const { setFilter, alive, signal } = bridge;
  let filter = noFilter;
  let seen: ReadonlySet<Mark> = new Set();
  const clear = (): void => setFilter(noFilter);
  const veil = new Veil(overlay, signal);
  const chip = new Chip(overlay, clear, signal);

  const apply = (): void => {
    if (!isOn(filter)) {
      veil.over([]);
      chip.hide();
    } else {
      const all = rowsIn(bridge);
      const split = sorted(all, filter);
      seen = new Set(split.seen.flatMap(({ marks }) => marks));
      veil.over(split.veiled);
      chip.show(split.seen.length, all.length, filter);
    }
    overlay.schedule();
  };

  addEventListener(
    'keydown',
    (event) => {
      // The page, and a card, have the first word.
      if (event.key !== 'Escape' || !isOn(filter) || !event.isTrusted || event.defaultPrevented) return;
      if (overlay.hasCard || !alive()) return;
      if (!(event.target instanceof Element) || !matchesSelector(event.target, fields)) clear();
    },
    { signal },
  );
  return {
    set: (now) => {
      filter = now;
      apply();
    },
    again: () => {
      if (isOn(filter)) apply();
    },
    shows: (mark) => !isOn(filter) || seen.has(mark),
    covers: (x, y) => chip.isAt(x, y),
    measure: (origin) => veil.measure(origin),
    draw: () => veil.draw(),
  };
}
