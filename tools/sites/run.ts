// All sites, or some: their pages read in a browser, and what that proves.
import { sites } from '../../lib/sites/index.ts';
import { readCases, type Case } from './cases.ts';
import { generic, prove, type Proof } from './prove.ts';
import { visitAll } from './visit.ts';

export const siteIds: readonly string[] = [...sites.map(({ id }) => id), generic.id];

/** In the adapters' order; those without pages are in it, and not ok. */
export async function proveSites(only: readonly string[] = []): Promise<Proof[]> {
  const cases = readCases();
  const wanted = [...sites, generic]
    .filter(({ id }) => only.length === 0 || only.includes(id))
    .map((site) => ({ site, cases: cases.get(site.id) ?? [] }));
  const all: Case[] = wanted.flatMap((one) => one.cases.filter(({ file }) => file !== null));
  const visited = new Map((await visitAll(all)).map((answer, at) => [all[at], answer]));
  return wanted.map(({ site, cases: its }) =>
    prove(
      site,
      its,
      its.filter(({ file }) => file !== null).map((one) => visited.get(one) ?? { problem: 'was not read' }),
    ),
  );
}
