// What the pages of one site prove: which fields come out of which source, what is wrong, and what still comes out when
// a source is taken away. Pure.
import { withCodeOfBlocks } from '../../lib/facts/page-code.ts';
import { pageContext } from '../../lib/facts/page-context.ts';
import { factsOfPage, type PageFacts } from '../../lib/facts/read-page.ts';
import type { FactSource, PageFact } from '../../lib/paper/page-fact.ts';
import type { FieldName, SiteAdapter } from '../../lib/sites/adapter.ts';
import { pickSite } from '../../lib/sites/pick-adapter.ts';
import type { Case } from './cases.ts';
import { problemsOf } from './compare.ts';
import type { Reading, ReadThrice } from './said.ts';
import type { Visited } from './visit.ts';

export interface FoundField {
  field: FieldName;
  source: FactSource;
  /** On how many pages. */
  pages: number;
}

/** Of pages with a paper of their own or rows: on how many something still comes out, from where, and where the
 *  self-test says that something is missing. */
export interface Without {
  pages: number;
  kept: number;
  told: number;
  /** Where nothing comes out, something should, and nobody says so. */
  silent: number;
  fields: FoundField[];
}

export interface Proof {
  id: string;
  name: string;
  hosts: readonly string[];
  confirmed: boolean;
  /** Pages read, and saved pages that are not here. */
  pages: number;
  skipped: number;
  own: number;
  rows: number;
  fields: FoundField[];
  /** A sentence each. */
  problems: string[];
  /** Confirmed sites only. */
  without: { selectors: Without; meta: Without } | null;
}

/** What of a site a proof is about; the pages of `generic` are of sites without an adapter. */
export type Proven = Pick<SiteAdapter, 'id' | 'name' | 'hosts' | 'confirmed'>;
export const generic: Proven = { id: 'generic', name: 'any other site', hosts: [], confirmed: true };

const factsOf = (url: string, { meta, page, rows }: Reading, blocks: ReadThrice['blocks']): PageFacts =>
  factsOfPage(pageContext(url), { meta, said: page, rows, blocks });

const saysSomething = ({ pagePaper, rows }: PageFacts): boolean => pagePaper !== null || rows.size > 0;

/** Each field once a page and source. */
function count(fields: Map<string, FoundField>, facts: readonly PageFact[]): void {
  const here = new Set(
    facts.flatMap(({ from }) => (Object.entries(from) as [FieldName, FactSource][]).map((pair) => pair.join(' '))),
  );
  for (const key of here) {
    const [field, source] = key.split(' ') as [FieldName, FactSource];
    const known = fields.get(key);
    if (known === undefined) fields.set(key, { field, source, pages: 1 });
    else known.pages += 1;
  }
}
const factsIn = ({ pagePaper, rows }: PageFacts): PageFact[] => [
  ...(pagePaper === null ? [] : [pagePaper]),
  ...rows.values(),
];

function wrongAddress({ site, url }: Case): string[] {
  const picked = pickSite(url)?.site.id ?? generic.id;
  return picked === site ? [] : [`has an address that is ${picked}'s`];
}

/** The page's own title was found, and no text of it would be marked: it is hidden, or inside an element that is skipped. */
function unmarked({ asIs: { rows }, blocks }: ReadThrice): string[] {
  const own = rows.find((row) => row.isPageRow);
  if (own?.fields.title === undefined) return [];
  return blocks.some(({ row, kind }) => row === own.row && kind === 'title')
    ? []
    : ['has its title where none is marked'];
}

/** `visited` in the order of those cases that have a file. */
export function prove(site: Proven, cases: readonly Case[], visited: readonly Visited[]): Proof {
  const here = cases.filter(({ file }) => file !== null);
  const fields = new Map<string, FoundField>();
  const problems: string[] = [];
  const read: { one: Case; facts: PageFacts; said: ReadThrice }[] = [];
  let rows = 0;
  let own = 0;
  for (const [at, one] of here.entries()) {
    const answer = visited[at] ?? { problem: 'was not read' };
    const wrong = wrongAddress(one);
    if ('problem' in answer) wrong.push(answer.problem);
    else {
      const facts = withCodeOfBlocks(factsOf(one.url, answer.said.asIs, answer.said.blocks), {
        blocks: answer.said.blocks,
        rows: answer.said.asIs.rows,
      });
      wrong.push(...problemsOf(facts, one), ...unmarked(answer.said));
      if (facts.missing.length > 0 && saysSomething(facts)) wrong.push(`lacks ${facts.missing.join(', ')}`);
      count(fields, factsIn(facts));
      rows += facts.rows.size;
      own += facts.pagePaper === null ? 0 : 1;
      read.push({ one, facts, said: answer.said });
    }
    problems.push(...wrong.map((words) => `${one.name} ${words}.`));
  }
  if (cases.length === 0) problems.push('has no page that proves it: tests/fixtures/sites wants one.');
  const telling = read.filter(({ facts }) => saysSomething(facts));
  const lessOne = (source: 'noSelectors' | 'noMeta'): Without => {
    const left = telling.map(({ one, said }) => factsOf(one.url, said[source], said.blocks));
    const found = new Map<string, FoundField>();
    for (const facts of left) count(found, factsIn(facts));
    return {
      pages: telling.length,
      kept: left.filter(saysSomething).length,
      told: left.filter((facts) => !saysSomething(facts) && facts.missing.length > 0).length,
      // Where a page need not have papers, none are missed.
      silent: left.filter(
        (facts, at) =>
          !saysSomething(facts) &&
          facts.missing.length === 0 &&
          (pickSite(telling[at]?.one.url ?? '')?.page.expects.length ?? 0) > 0,
      ).length,
      fields: [...found.values()],
    };
  };
  const without =
    site.confirmed && site.hosts.length > 0 ? { selectors: lessOne('noSelectors'), meta: lessOne('noMeta') } : null;
  if (without !== null)
    for (const [source, { silent }] of Object.entries(without))
      if (silent > 0)
        problems.push(`gives nothing of ${silent} pages without their ${source}, and is silent about it.`);
  const { id, name, hosts, confirmed } = site;
  return {
    id,
    name,
    hosts,
    confirmed,
    pages: here.length,
    skipped: cases.length - here.length,
    own,
    rows,
    fields: [...fields.values()],
    problems,
    without,
  };
}
