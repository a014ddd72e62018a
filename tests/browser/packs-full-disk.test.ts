// An import on a disk that has not enough room for it. Where the machine gives no small disk, nothing is tested.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { needBuild } from '../../tools/build.ts';
import { ask, catalogReady, eventually } from '../../tools/browser/byline.ts';
import { fillLibrary, statusesIn } from '../../tools/browser/library.ts';
import { openBrowser } from '../../tools/browser/open.ts';
import { smallDisk } from '../../tools/browser/small-disk.ts';
import { failureText } from '../../lib/i18n/failures.ts';
import { kinds } from './harness.ts';

const rows = (count: number): string =>
  Array.from({ length: count }, (_, at) =>
    JSON.stringify({
      id: `2401.${String(10_000 + at)}`,
      title: `A numbered account of experiment ${at} in a long series of careful measurements`,
      authors: `Ann Author${at % 500} and Bob Writer${at % 700}`,
      categories: 'cs.LG',
      update_date: '2024-01-01',
    }),
  ).join('\n');

/** Megabytes: of the disk, which holds the file once and a part of its pack. Firefox takes a tenth of a disk at most. */
const sizes = { chromium: 115, firefox: 190 } as const;
const disk = smallDisk(1);
disk?.remove();

describe.each(kinds)('a disk without room in %s', (kind) => {
  it.skipIf(disk === null)('ends an import in a sentence, gets back what it took, and saves papers', async () => {
    const small = smallDisk(sizes[kind]);
    if (small === null) throw new Error('There was a small disk just now.');
    const folder = mkdtempSync(join(tmpdir(), 'byline-full-'));
    const path = join(folder, 'many.jsonl');
    writeFileSync(path, rows(400_000));
    const extension = await needBuild(kind, 'test');
    const session = await openBrowser(kind, { extension, site: () => null, profile: join(small.folder, 'profile') });
    try {
      await catalogReady(session);
      const before = small.used();
      const page = await session.openOwn('options.html');
      await eventually(() => page.evaluate(() => document.querySelector('#pack-file') !== null || undefined));
      await page.files('#pack-file', [path]);
      const said = await eventually(async () => {
        const text = await page.evaluate(() => {
          document.querySelector<HTMLElement>('[data-proposal] [type="submit"]')?.click();
          return document.querySelector('#packs-problem')?.textContent ?? '';
        });
        if (text !== '') return text;
        const { jobs } = await ask(session, 'packs.list', {});
        const problem = jobs.find(({ state }) => state === 'failed')?.problem ?? null;
        return problem === null ? undefined : failureText(problem);
      }, 40_000);
      expect(said).toBe('There is not enough room on the disk for many.jsonl. Nothing was added.');
      await page.close();
      await fillLibrary(session, 20);
      expect((await statusesIn(session)).size).toBe(20);
      // Browsers tidy up when they find the time.
      const freed = await eventually(async () => (small.used() < before + 25 ? true : undefined), 30_000, 500);
      expect(freed, `${small.used()} MB in use, ${before} MB before`).toBe(true);
    } finally {
      await session.close();
      rmSync(folder, { recursive: true, force: true });
      small.remove();
    }
  });
});
