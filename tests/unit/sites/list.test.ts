import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PageAdapter } from '../../../lib/sites/adapter.ts';
import { sites } from '../../../lib/sites/index.ts';

const notAdapters = [
  'adapter.ts',
  'generic-id.ts',
  'generic.ts',
  'in-text.ts',
  'index.ts',
  'local-apps.ts',
  'match-pattern.ts',
  'permissions.ts',
  'pick-adapter.ts',
  'publishers.ts',
  'scholar-domains.ts',
  'site-name.ts',
];
const folder = new URL('../../../lib/sites/', import.meta.url);
/** Its folders hold what several adapters share. */
const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));

describe('the list of site adapters', () => {
  it('has every file of the folder', () => {
    const list = readFileSync(new URL('index.ts', folder), 'utf8');
    const missing = files
      .filter((file) => !notAdapters.includes(file) && !list.includes(`'./${file}'`))
      .map((file) => `lib/sites/${file} is not in lib/sites/index.ts: add one line there.`);
    expect(missing).toEqual([]);
    expect(sites).toHaveLength(files.length - notAdapters.length);
  });

  it.each(sites.map((site) => [site.id, site] as const))('%s is well-formed, and its paths are patterns', (_, site) => {
    for (const { path, rows, skip, scripts } of site.pages) {
      expect(() => new RegExp(path, 'u')).not.toThrow();
      expect(PageAdapter.safeParse({ id: site.id, rows, skip, scripts }).error).toBeUndefined();
    }
  });

  it('names each site once', () => {
    expect(new Set(sites.map(({ id }) => id)).size).toBe(sites.length);
  });
});
