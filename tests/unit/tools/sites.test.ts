import { describe, expect, it } from 'vitest';
import type { PageFact } from '../../../lib/paper/page-fact.ts';
import type { SiteAdapter } from '../../../lib/sites/adapter.ts';
import { problemsOf } from '../../../tools/sites/compare.ts';
import { readOptions } from '../../../tools/sites/options.ts';
import { generic, prove } from '../../../tools/sites/prove.ts';
import { withSites } from '../../../tools/sites/list.ts';
import { asJson, table } from '../../../tools/sites/table.ts';

const fact = (title: string, more: Partial<PageFact['record']> = {}): PageFact => ({
  record: { id: 'title:1', title, ...more },
  abstract: 'Boats are  folded.\nThen they sink.',
  pdf: null,
  site: 'Example',
  from: { title: 'meta' },
});
const boats = fact('On Boats', {
  authors: ['Ann A', 'Ben B', 'Cem C'],
  year: 2020,
  code: [{ url: 'https://github.com/a/b' }],
});
const facts = (pagePaper: PageFact | null, ...rows: PageFact[]): Parameters<typeof problemsOf>[0] => ({
  pagePaper,
  rows: new Map(rows.map((row, at) => [at, row])),
  missing: [],
});

describe('what comes out against what must', () => {
  it.each([
    [{ own: { title: 'On  Boats', authors: ['Ann A', 'Ben B'], year: 2020, doi: null } }],
    [{ own: { abstract: 'Boats are folded.', code: ['https://github.com/a/b'] } }],
    [{ rows: { count: 0 } }],
    [{}],
  ])('%j is so', (expected) => {
    expect(problemsOf(facts(boats), expected)).toEqual([]);
  });

  it.each([
    [{ own: null }, 'is about no paper, and gives one: "On Boats"'],
    [{ own: { title: 'On Ships' } }, 'title is "On Boats", not "On Ships"'],
    [{ own: { authors: ['Ben B'] } }, 'authors is ["Ann A","Ben B","Cem C"], not ["Ben B"]'],
    [{ own: { year: null } }, 'year is 2020, not nothing'],
    [{ own: { doi: '10.1/x' } }, 'doi is nothing, not "10.1/x"'],
    [{ own: { code: [] } }, 'code is ["https://github.com/a/b"], not nothing'],
    [{ rows: { count: 2 } }, 'gives 0 rows, not 2'],
    [{ rows: { has: [{ title: 'On Rafts' }] } }, 'has no row for "On Rafts"'],
  ])('%j is not', (expected, says) => {
    expect(problemsOf(facts(boats), expected)).toEqual([says]);
  });

  it('says of the row that is meant what differs', () => {
    const here = facts(null, fact('On Rafts', { year: 1990 }), boats);
    expect(problemsOf(here, { rows: { has: [{ title: 'On Rafts', year: 1991 }] } })).toEqual([
      'row "On Rafts": year is 1990, not 1991',
    ]);
    expect(problemsOf(facts(null), { own: {} })).toEqual(['gives no paper of its own']);
  });
});

describe('the proof of a site', () => {
  const site = { id: 'example', name: 'Example', hosts: ['example.org'], confirmed: false };

  it('is missing where the site has no page, and where its page was not read', () => {
    expect(prove(site, [], []).problems).toHaveLength(1);
    const one = { site: 'generic', name: 'a.html', isSaved: false, url: 'https://no.example/', file: 'a.html' };
    expect(prove(generic, [one], [{ problem: 'was gone' }]).problems).toEqual(['a.html was gone.']);
    expect(prove(generic, [{ ...one, file: null }], [])).toMatchObject({ problems: [], pages: 0, skipped: 1 });
  });

  it('is told to a reader and to a program', () => {
    const proof = {
      ...prove(site, [], []),
      pages: 2,
      problems: [],
      fields: [
        { field: 'title', source: 'site', pages: 1 },
        { field: 'title', source: 'meta', pages: 2 },
      ] as const,
    };
    const said = { ...proof, fields: [...proof.fields] };
    expect(table([said])).toContain('✓ Example  layout unconfirmed      2    0     0  title meta+site');
    expect(table([{ ...said, problems: ['a.html gives nothing.'] }])).toContain('✗ Example: a.html gives nothing.');
    expect(JSON.parse(asJson([said]))).toEqual({
      sites: [{ name: 'Example', hosts: ['example.org'], confirmed: false, pages: 2, fields: said.fields, ok: true }],
    });
  });
});

describe('npm run sites', () => {
  it('reads what it is asked for', () => {
    expect(readOptions(['--only', 'arxiv', '--only', 'dblp', '--json', 'x.json'], ['arxiv', 'dblp'])).toEqual({
      only: ['arxiv', 'dblp'],
      json: 'x.json',
      list: false,
    });
    expect(() => readOptions(['--only', 'nowhere'], ['arxiv'])).toThrow('There is no site nowhere. Sites: arxiv.');
    expect(() => readOptions(['--all'], [])).toThrow('--all');
  });

  it('writes the list between its markers, and leaves the rest', () => {
    const site: SiteAdapter = { id: 'x', name: 'X', hosts: ['arxiv.org', '*.y.org'], confirmed: false, pages: [] };
    const page = 'a\n\n<!-- sites: npm run sites -- --list -->\nold\n<!-- /sites -->\n\nb\n';
    const written = withSites(page, [site]);
    expect(written).toContain('| X    | `arxiv.org`    | `*.y.org`         | layout unconfirmed |');
    expect(written.startsWith('a\n\n<!--') && written.endsWith('<!-- /sites -->\n\nb\n')).toBe(true);
    expect(withSites(written, [site])).toBe(written);
    expect(() => withSites('nothing')).toThrow('docs/sites.md lacks');
  });
});
