// What is tried, each by a name; all of them unless some are named.
import { browserTests } from './browser-tests.ts';
import { damageInBrowser, damageInNode } from './damage.ts';
import { damagedFiles, saves } from './library.ts';
import { harvestStops } from './harvest.ts';
import { millions } from './millions.ts';
import { observations } from './observations.ts';
import type { Outcome } from './outcome.ts';
import { stops } from './stops.ts';
import { unitTests } from './unit-tests.ts';
import { wakes } from './wakes.ts';

export interface Trial {
  name: string;
  what: string;
  /** `rows`: of a smaller import, or visits or stops, to try the trial itself. */
  run: (rows?: number) => Promise<Outcome>;
}

export const trials: readonly Trial[] = [
  {
    name: 'stops',
    what: 'worker and importer stopped 100 times during an import of 240,000 rows; nothing lost, nothing doubled',
    run: stops,
  },
  {
    name: 'harvest',
    what: 'worker and importer stopped 100 times while a field is fetched and merged: nothing lost, doubled or sent unlogged',
    run: harvestStops,
  },
  {
    name: 'damage',
    what: '2,000 damages to a file of each format through the import: no hang, no partial catalog',
    run: (rows) => damageInNode(rows),
  },
  { name: 'doors', what: '50 damaged packs through the options page', run: () => damageInBrowser() },
  { name: 'wakes', what: 'marks on a page after the worker was stopped and restarted, 30 times', run: () => wakes() },
  { name: 'millions', what: '3,000,000 rows imported within 500 MB of memory', run: millions },
  {
    name: 'saves',
    what: 'saves while the worker is stopped 200 times and the browsers are killed 20 times: none confirmed is lost',
    run: () => saves(),
  },
  {
    name: 'observations',
    what: '1,000 visits to a page that prints a title, saved or not by chance: it sees the same, and what clocks tell',
    run: observations,
  },
  {
    name: 'library',
    what: 'each file that a browser keeps for Byline damaged and deleted in turn: the whole reading list comes back',
    run: () => damagedFiles(),
  },
  {
    name: 'browser',
    what: 'all saved and real pages, all attacks on a card, all damages and stuck imports of the browser tests',
    run: browserTests,
  },
  {
    name: 'unit',
    what: 'unit tests with every size and number of runs that `npm test` makes smaller',
    run: unitTests,
  },
];
