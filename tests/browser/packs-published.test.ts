// Packs that somebody publishes, from the address in the options to marks on a page, with a static host on this machine.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, eventually } from '../../tools/browser/byline.ts';
import { publish } from '../../tools/pack/publish.ts';
import { standInForArxiv, type StandIn } from '../../tools/stand-in/arxiv.ts';
import { makePapers } from '../../tools/stand-in/papers.ts';
import { kinds, useByline } from './harness.ts';
import { clickOn, printed, violations } from './own-page.ts';

/** Both browsers may be tested at once. */
const PORTS = { chromium: 47_285, firefox: 47_286 } as const;
const papers = makePapers({ today: '2026-11-27', days: 5, aDay: 40, categories: () => ['cs.CL'] });

describe.each(kinds)('packs that somebody publishes, in %s', (kind) => {
  let host: StandIn;
  beforeAll(async () => {
    host = await standInForArxiv({ papers, port: PORTS[kind] });
  });
  afterAll(() => host.close());
  const standIn = `127.0.0.1:${PORTS[kind]}`;
  const byline = useByline(kind, { grant: [`http://${standIn}/`], standIn });

  it('packs by field come from the address of a series.json, with their later additions; each request is in the log', async () => {
    const { session, visit, report } = byline();
    const folder = mkdtempSync(join(tmpdir(), 'byline-published-'));
    const publishFirst = async (count: number): Promise<void> => {
      const file = join(folder, 'snapshot.jsonl');
      const row = ({ id, title, categories, abstract }: (typeof papers)[number]): string =>
        JSON.stringify({ id, title, categories: categories.join(' '), abstract, authors: 'Oda Marrowby' });
      writeFileSync(file, papers.slice(0, count).map(row).join('\n'));
      await publish({ from: 'arxiv', files: [file], out: folder, fields: ['language'], madeOn: '2026-11-30' });
    };
    const titles = (at: number): string =>
      `<!doctype html><title>Reading</title><main><p>${papers[at]?.title ?? ''}</p></main>`;
    try {
      host.publish(folder);
      await publishFirst(papers.length - 1);
      const tab = await session.openOwn('options.html');
      await printed(tab, 'Packs from another address');
      await tab.evaluate((address) => {
        const input = document.querySelector<HTMLInputElement>('[name="series"]');
        if (input === null) return;
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, address);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }, `${host.origin}/packs/series.json`);
      await clickOn(tab, '.published [type="submit"]');
      await clickOn(tab, '[data-field="language"] button');
      await printed(tab, 'Up to date');
      expect(await violations(tab)).toEqual([]);
      const page = await visit('https://openreview.net/group?id=published', titles(3));
      expect((await report(page)).papers.map(({ id }) => id)).toEqual([`arxiv:${papers[3]?.id ?? ''}`]);

      await page.close();
      await tab.front();
      await publishFirst(papers.length);
      await clickOn(tab, '.published [type="submit"]');
      await printed(tab, 'Update');
      await clickOn(tab, '[data-field="language"] button');
      await printed(tab, 'Up to date');
      // Base and addition become one pack; a page that is opened while they do may miss its papers.
      const merged = await eventually(async () => {
        const { packs } = await ask(session, 'packs.list', {});
        const own = packs.filter(({ name }) => name.includes('Language'));
        return own.length === 1 && own[0]?.papers === papers.length ? own : undefined;
      });
      expect(merged).toHaveLength(1);
      const found = await eventually(async () => {
        const later = await visit('https://openreview.net/group?id=published-later', titles(papers.length - 1));
        const ids = (await report(later)).papers.map(({ id }) => id);
        await later.close();
        return ids.length > 0 ? ids : undefined;
      });
      expect(found).toEqual([`arxiv:${papers.at(-1)?.id ?? ''}`]);
      const rows = (await ask(session, 'sent.log', { limit: 500 })).rows.toReversed();
      expect(rows.every(({ what }) => what.kind === 'download')).toBe(true);
      expect(rows.map(({ what }) => `/packs/${what.name}`)).toEqual(host.asked());
      for (const { id } of merged ?? []) await ask(session, 'packs.remove', { id });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
