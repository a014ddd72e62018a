// What is tried, each by a name; all of them unless some are named.
import { damageInBrowser, damageInNode } from './damage.ts';
import { millions } from './millions.ts';
import type { Outcome } from './outcome.ts';
import { stops } from './stops.ts';
import { wakes } from './wakes.ts';

export interface Trial {
  name: string;
  what: string;
  /** `rows`: of a smaller import, to try the trial itself. */
  run: (rows?: number) => Promise<Outcome>;
}

export const trials: readonly Trial[] = [
  {
    name: 'stops',
    what: 'worker and importer stopped 100 times during an import of 240,000 rows; nothing lost, nothing doubled',
    run: stops,
  },
  { name: 'damage', what: '1,000 damaged packs through the import; no partial catalog', run: () => damageInNode() },
  { name: 'doors', what: '50 damaged packs through the options page', run: () => damageInBrowser() },
  { name: 'wakes', what: 'marks on a page after the worker was stopped and restarted, 30 times', run: () => wakes() },
  { name: 'millions', what: '3,000,000 rows imported within 500 MB of memory', run: millions },
];
