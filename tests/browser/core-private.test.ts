// A private window leaves nothing behind. Chromium's can be opened to an extension by a test; in Firefox it stays out of
// them until the reader lets it in.
import { describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { ask, eventually } from '../../tools/browser/byline.ts';
import { sitePages } from '../../tools/browser/site.ts';
import { fixture, kinds, showPaper, useByline } from './harness.ts';

const abs = 'https://arxiv.org/abs/1904.00962';

const inChromium = kinds.filter((kind) => kind === 'chromium');
const inFirefox = kinds.filter((kind) => kind === 'firefox');

if (inFirefox.length > 0)
  describe.each(inFirefox)('a private window in %s', (kind) => {
    const byline = useByline(kind);

    it('is closed to Byline until the reader lets it in', async () => {
      expect(await byline().session.inExtension((api) => api.extension.isAllowedIncognitoAccess())).toBe(false);
    });
  });

if (inChromium.length > 0)
  describe.each(inChromium)('a private window in %s', (kind) => {
    const byline = useByline(kind, { inPrivate: true });

    it('shows marks and cards, says that nothing is saved there, and saves nothing', async () => {
      const { session, report } = byline();
      session.serve(sitePages(new Map([[abs, fixture('arxiv-abs.html')]])));
      const tab = await session.openPrivate?.(abs);
      if (tab === undefined) throw new Error('No private window opened.');
      const [paper] = (await report(tab)).papers;
      const id = paper?.id ?? '';
      await showPaper(byline(), tab, id);
      const said = await eventually(
        async () => {
          await tab.press('s');
          const { text } = await byline().card(tab);
          return text.includes('nothing is saved') ? text : undefined;
        },
        4000,
        300,
      );
      expect(said).toContain('Private window: nothing is saved.');
      // The page script's own request, whatever the button does.
      const reply = await session.inExtension(
        async (api, { tabId, paperId }) => {
          const [result] = await api.scripting.executeScript({
            target: { tabId },
            args: [paperId],
            func: (wanted: string) =>
              (globalThis as unknown as { chrome: Browser }).chrome.runtime.sendMessage({
                name: 'library.set',
                request: { id: wanted, status: 'read' },
              }),
          });
          return result?.result as unknown;
        },
        { tabId: tab.id, paperId: id },
      );
      expect(reply).toMatchObject({ ok: false, error: { code: 'private-window' } });
      expect(await ask(session, 'library.recent', { limit: 5 })).toEqual({ total: 0, rows: [] });
      await tab.close();
    });
  });
