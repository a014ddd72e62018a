// Every adapter has pages that prove it (`npm run sites` reads them), and says truly whether its layout is confirmed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sites } from '../../../lib/sites/index.ts';
import { pickSite } from '../../../lib/sites/pick-adapter.ts';
import { root } from '../../../tools/project.ts';
import { readCases } from '../../../tools/sites/cases.ts';
import { withSites } from '../../../tools/sites/list.ts';

const cases = readCases();

describe('the proof of the site adapters', () => {
  it.each(sites.map(({ id }) => id))('%s has a page that proves it', (id) => {
    expect(
      cases.get(id)?.length ?? 0,
      `Write tests/fixtures/sites/${id}/expected.json, as docs/adding.md shows.`,
    ).toBeGreaterThan(0);
  });

  it('has pages for nothing else, but for sites without an adapter', () => {
    const known = new Set([...sites.map(({ id }) => id), 'generic']);
    expect([...cases.keys()].filter((id) => !known.has(id))).toEqual([]);
  });

  it('expects something of each page, under an address that its adapter is for', () => {
    const wrong = [...cases.values()].flat().flatMap(({ site, name, url, own, rows }) => {
      const picked = pickSite(url)?.site.id ?? 'generic';
      return [
        ...(picked === site ? [] : [`${site}/${name}: ${url} is ${picked}'s`]),
        ...(own === undefined && rows === undefined ? [`${site}/${name} expects nothing`] : []),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it.each(sites.filter(({ confirmed }) => confirmed).map(({ id }) => id))(
    '%s is called confirmed, and a page saved from it says so',
    (id) => {
      // A page that was put together after the site's templates confirms nothing.
      const saved = cases.get(id)?.filter(({ isSaved, name }) => isSaved && !name.includes('derived'));
      expect(saved?.map(({ name }) => name) ?? []).not.toEqual([]);
    },
  );

  it('is listed in docs/sites.md: npm run sites -- --list', () => {
    const page = readFileSync(join(root, 'docs/sites.md'), 'utf8');
    expect(withSites(page)).toBe(page);
  });
});
