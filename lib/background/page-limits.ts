// How much one page may have of the worker. A page writes what its script reads, and may write without end: an address
// that changes every few milliseconds, megabytes of text. Each tab has a supply of both, which time fills up again; where
// it is used up, the page is left alone and the popup says so.

/** Navigations within a page: so many at once, and so many a second that go on for ever. Typing into a search field that
 *  keeps its words in the address makes five. */
const NAVIGATIONS = { most: 200, aSecond: 5 };
/** Characters of text. The largest lists of papers that are one page have some five million. */
const CHARACTERS = { most: 8_000_000, aSecond: 500_000 };

/** `busy`: its address changes too often; `large`: it has more text than is read. */
export type TooMuch = 'busy' | 'large';

interface Supply {
  left: number;
  at: number;
}

/** Takes from a supply; false where there is not as much. */
function take(supply: Supply, amount: number, { most, aSecond }: typeof NAVIGATIONS, now: number): boolean {
  supply.left = Math.min(most, supply.left + ((now - supply.at) / 1000) * aSecond);
  supply.at = now;
  if (supply.left < amount) return false;
  supply.left -= amount;
  return true;
}

interface TabUse {
  navigations: Supply;
  characters: Supply;
  tooMuch: TooMuch | null;
}

export class PageLimits {
  readonly #tabs = new Map<number, TabUse>();
  readonly #now: () => number;

  /** @param now milliseconds */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  #use(tab: number): TabUse {
    const known = this.#tabs.get(tab);
    if (known !== undefined) return known;
    const now = this.#now();
    const use = {
      navigations: { left: NAVIGATIONS.most, at: now },
      characters: { left: CHARACTERS.most, at: now },
      tooMuch: null,
    };
    this.#tabs.set(tab, use);
    return use;
  }

  /** A page opened in the tab, or the page there changed its address. False: its script shall end. */
  mayOpen(tab: number): boolean {
    const use = this.#use(tab);
    const may = take(use.navigations, 1, NAVIGATIONS, this.#now());
    use.tooMuch = may ? null : 'busy';
    return may;
  }

  /** Whether so much text of the tab's page is still read. */
  mayRead(tab: number, characters: number): boolean {
    const use = this.#use(tab);
    const may = take(use.characters, characters, CHARACTERS, this.#now());
    if (!may) use.tooMuch = 'large';
    return may;
  }

  /** What was too much in the tab's page; null where nothing was. */
  of(tab: number): TooMuch | null {
    return this.#tabs.get(tab)?.tooMuch ?? null;
  }

  /** The tab was closed. */
  forget(tab: number): void {
    this.#tabs.delete(tab);
  }
}
