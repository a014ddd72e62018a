// A filter on a listing while it is on: which rows are veiled, what the chip says, which marks a step goes to.
import { isOn, listingOf, noFilter } from './filter.ts';
import { sorted, type ListRow } from './listing.ts';
import type { Mark } from './marks.ts';
import type { Filter, Listing } from './protocol.ts';

export interface FilteringPorts {
  rows: () => ListRow[];
  veil: (rows: readonly ListRow[]) => void;
  /** Says how many of how many rows are left. */
  show: (seen: number, rows: number, filter: Filter) => void;
  hide: () => void;
}

export class Filtering {
  readonly #ports: FilteringPorts;
  #filter = noFilter;
  /** The marks of rows that are to be seen. */
  #seen: ReadonlySet<Mark> = new Set();

  constructor(ports: FilteringPorts) {
    this.#ports = ports;
  }

  get listing(): Listing | null {
    return listingOf(
      this.#ports.rows().map(({ papers }) => papers),
      this.#filter,
    );
  }

  /** Null: all rows. */
  set(filter: Filter | null): void {
    if (filter === null && !isOn(this.#filter)) return;
    this.#filter = filter ?? noFilter;
    this.#apply();
  }

  /** Marks, or what is known of their papers, are other ones. */
  again(): void {
    if (isOn(this.#filter)) this.#apply();
  }

  /** Whether a step by key may lead to the mark. */
  shows(mark: Mark): boolean {
    return !isOn(this.#filter) || this.#seen.has(mark);
  }

  #apply(): void {
    const { veil, show, hide } = this.#ports;
    if (!isOn(this.#filter)) {
      veil([]);
      hide();
      return;
    }
    const rows = this.#ports.rows();
    const { seen, veiled } = sorted(rows, this.#filter);
    this.#seen = new Set(seen.flatMap(({ marks }) => marks));
    veil(veiled);
    show(seen.length, rows.length, this.#filter);
  }
}
