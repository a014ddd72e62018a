// What pages of authors leave behind: neither names nor titles in the profile, and no page of its own in a private window.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { needBuild } from '../../tools/build.ts';
import { catalogReady, eventually } from '../../tools/browser/byline.ts';
import { openBrowser } from '../../tools/browser/open.ts';
import { filesWith } from '../../tools/browser/profile-files.ts';
import { served, sitePages } from '../../tools/browser/site.ts';
import type { ExploreSubject } from '../../lib/views/explore/schema.ts';
import { listingOf } from '../fixtures/listing.ts';
import { kinds, onlyChromium, useByline } from './harness.ts';
import { headed, openPage } from './explore-page.ts';
import { boxOfText, middle } from './marks.ts';
import { clickOn, printed } from './own-page.ts';

const listing = 'https://arxiv.org/list/cs.LG/recent';
const name = 'Srinadh Bhojanapalli';
const author: ExploreSubject = { kind: 'person', id: 'srinadh-bhojanapalli' };

/** Without the extension's own store: its catalog has every name there is. */
const outsideOfCatalog = (files: readonly string[]): string[] =>
  files.filter((path) => !/^Default\/IndexedDB\/chrome-extension_|^storage\/default\/moz-extension/u.test(path));

describe.each(kinds)('pages of authors and topics in %s', (kind) => {
  it('leave neither names nor titles in the profile, and lead nowhere after a restart', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'byline-explore-'));
    try {
      const extension = await needBuild(kind, 'test');
      const first = await openBrowser(kind, { extension, site: () => null, profile });
      await catalogReady(first);
      const tab = await openPage(first, author);
      await headed(tab, name);
      await clickOn(tab, '.x-people li:first-child .x-person');
      await headed(tab, 'Sanjiv Kumar');
      await clickOn(tab, '.x-row .b-work');
      await eventually(() =>
        tab.evaluate(() => (document.querySelector('.x-pane .b-actions') === null ? undefined : true)),
      );
      const [key = ''] = /[0-9a-f-]{36}$/u.exec(await tab.evaluate(() => location.href)) ?? [];
      await first.close();
      // Chromium's history has the address, so that is where the names would be; Firefox's has no pages of extensions.
      const visited = filesWith(profile, key).filter((path) => /^Default\/History|^places\.sqlite/u.test(path));
      expect(visited.length > 0).toBe(kind === 'chromium');
      for (const words of ['Bhojanapalli', 'bhojanapalli', 'Sanjiv Kumar', 'Large Batch Optimization'])
        expect([words, outsideOfCatalog(filesWith(profile, words))]).toEqual([words, []]);

      const second = await openBrowser(kind, { extension, site: () => null, profile, welcome: true });
      try {
        await catalogReady(second);
        const again = await second.openOwn(`explore.html?k=${key}`);
        await printed(again, 'addresses of these pages are forgotten');
        expect(await again.evaluate(() => document.querySelector('.x-search input') !== null)).toBe(true);
      } finally {
        await second.close();
      }
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  }, 120_000);
});

describe.each(kinds.flatMap(onlyChromium))('a private window in %s', (kind) => {
  const byline = useByline(kind, { inPrivate: true });

  it('has the author’s card, and no page of its own for it', async () => {
    const { session } = byline();
    session.serve(sitePages(new Map([[listing, served(listingOf(8))]])));
    const tab = await session.openPrivate?.(listing);
    if (tab === undefined) throw new Error('This browser opens no private windows.');
    await tab.front();
    await byline().report(tab);
    await tab.hover(...middle(await boxOfText(tab, name)));
    expect((await byline().card(tab)).text).toContain('Collaborators');
    const offers = await tab.closed((roots) =>
      roots.flatMap((root) => [...root.querySelectorAll('.b-open-page, button.b-topic')]).map((one) => one.textContent),
    );
    expect(offers).toEqual([]);
    await tab.press('o');
    await tab.close();
    const open = await session.inExtension(async (api) => (await api.tabs.query({})).map(({ url = '' }) => url));
    expect(open.filter((url) => url.includes('explore.html'))).toEqual([]);
  });
});
