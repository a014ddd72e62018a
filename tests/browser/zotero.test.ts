// Zotero on this machine: papers into it and marks of what it has, with a server that plays it, well and rudely.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCAL_APPS } from '../../lib/sites/local-apps.ts';
import { ZOTERO_PORTS } from '../../lib/zotero/address.ts';
import { ask, eventually } from '../../tools/browser/byline.ts';
import { copyWith, paperId, titleOf } from '../../tools/browser/library.ts';
import type { Session, Tab } from '../../tools/browser/session.ts';
import { startZotero, type ZoteroMood, type ZoteroStandIn } from '../../tools/stand-in/zotero.ts';
import { kinds, showPaper, useByline } from './harness.ts';
import { clickOn, overflow, printed, violations } from './own-page.ts';

const SEND = '.l-zotero .b-btn';
const SWITCH = '.l-zotero .switch';
const AGAIN = '.l-zotero-has .plain';
const library = [{ itemType: 'journalArticle', title: titleOf(1), DOI: '10.5555/another' }];

const log = async (session: Session) => (await ask(session, 'sent.log', { limit: 500 })).rows;

const markedRows = (tab: Tab): Promise<string[]> =>
  tab.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.l-row')]
      .filter((row) => row.innerText.includes('In Zotero'))
      .map((row) => row.querySelector('.l-title')?.textContent ?? ''),
  );

async function openExport(session: Session): Promise<Tab> {
  const tab = await session.openOwn('library.html');
  await printed(tab, titleOf(1));
  await tab.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.l-top button')].find((one) => one.textContent === 'Export')?.click(),
  );
  await printed(tab, 'Mark what is in Zotero');
  return tab;
}

describe.each(kinds)('Zotero on this machine in %s', (kind) => {
  let zotero: ZoteroStandIn | null = null;
  const open = async (): Promise<ZoteroStandIn> => (zotero ??= await startZotero(ZOTERO_PORTS[kind], library));
  beforeAll(open);
  afterAll(async () => zotero?.close());
  const byline = useByline(kind, { allowSites: LOCAL_APPS, standIn: `127.0.0.1:${ZOTERO_PORTS[kind]}` });

  it('nothing is asked before a press; then papers are there, and each request is in the log', async () => {
    const { session } = byline();
    await ask(session, 'data.restore', { text: copyWith(3), how: 'replace' });
    const tab = await openExport(session);
    expect(await violations(tab)).toEqual([]);
    await tab.size(320, 600);
    expect(await overflow(tab)).toBe(0);
    await tab.size(1280, 900);
    expect(zotero?.asked()).toEqual([]);
    expect(await log(session)).toEqual([]);
    await clickOn(tab, SEND);
    await printed(tab, '3 papers are in Zotero now.');
    expect(zotero?.asked()).toEqual(['POST /connector/saveItems']);
    expect(zotero?.items().map(({ title }) => title)).toEqual(expect.arrayContaining([0, 1, 2].map(titleOf)));
    expect(await log(session)).toMatchObject([
      { host: `127.0.0.1:${ZOTERO_PORTS[kind]}`, what: { kind: 'zotero', name: 'items' }, answer: 201 },
    ]);
    await tab.close();
  });

  it('switched on, what it has is marked on the list, in the popup and on the card of a page', async () => {
    const { session, visit } = byline();
    const tab = await openExport(session);
    await clickOn(tab, SWITCH);
    await printed(tab, 'Zotero has 1 of these 3, as of today.');
    await printed(tab, 'In Zotero');
    expect(await markedRows(tab)).toEqual([titleOf(1)]);
    expect(await violations(tab)).toEqual([]);
    await clickOn(tab, '.l-zotero-has .plain:last-of-type');
    await printed(tab, '2 selected');
    const sent = await session.openOwn('sent.html');
    await printed(sent, 'What is in Zotero on this computer');
    await printed(sent, 'Papers sent to Zotero on this computer');
    await sent.close();
    const page = await visit(
      'https://openreview.net/group?id=zotero',
      `<!doctype html><title>Reading</title><main><ul>${[0, 1].map((at) => `<li><p>${titleOf(at)}</p></li>`).join('')}</ul></main>`,
    );
    await byline().report(page);
    expect((await showPaper(byline(), page, paperId(1))).text).toContain('In Zotero');
    expect((await showPaper(byline(), page, paperId(0))).text).not.toContain('In Zotero');
    const popup = await session.openOwn(`popup.html?tab=${page.id}`);
    await printed(popup, 'On this page · 2');
    expect(
      await popup.evaluate(() => [...document.querySelectorAll('.popup-part .b-work:has(.b-zotero)')].length),
    ).toBeGreaterThan(0);
    await popup.close();
    await page.close();
    await tab.close();
    expect(await session.errors()).toEqual([]);
  });

  it('what is wrong is one sentence, and the marks of the last reading stay', async () => {
    const { session } = byline();
    const tab = await openExport(session);
    /** What is said once it asked, and the sentence before is gone. */
    const said = async (press: string): Promise<string | undefined> => {
      const requests = (await log(session)).length;
      await clickOn(tab, press);
      return eventually(async () => {
        const [last, ...before] = await log(session);
        if (before.length < requests || last?.answer === null) return undefined;
        return tab.evaluate(() => {
          const part = document.querySelector('.l-zotero');
          const busy = part?.querySelector('output')?.textContent ?? '';
          return busy === '' ? (part?.querySelector('[role=alert]')?.textContent ?? undefined) : undefined;
        });
      });
    };
    const moods: [ZoteroMood, string, RegExp][] = [
      ['off', AGAIN, /^Zotero keeps its library to itself\. In its settings/u],
      ['html', AGAIN, /^What answered is not Zotero/u],
      ['broken', AGAIN, /^What answered is not Zotero/u],
      ['cut', AGAIN, /^Zotero does not answer\. Open it/u],
      ['endless', AGAIN, /^Zotero's answer is too large/u],
      ['refusing', SEND, /^What answered is not Zotero/u],
      ['failing', SEND, /^What answered is not Zotero/u],
      ['locked', SEND, /^The collection that is open in Zotero can't be changed/u],
    ];
    for (const [mood, press, words] of moods) {
      zotero?.mood(mood);
      expect([mood, await said(press)]).toEqual([mood, expect.stringMatching(words)]);
    }
    await zotero?.close();
    zotero = null;
    expect(await said(SEND)).toMatch(/^Zotero does not answer\. Open it on this computer, or allow Byline/u);
    expect((await log(session))[0]).toMatchObject({ what: { name: 'items' }, answer: 'zotero-closed' });
    expect(await markedRows(tab)).toEqual([titleOf(1)]);
    await open();
    await tab.close();
  });

  it('switched off, nothing is marked, nothing is asked and the permission is given back', async () => {
    const { session } = byline();
    const tab = await openExport(session);
    const asked = (await log(session)).length;
    await clickOn(tab, SWITCH);
    await eventually(async () => ((await markedRows(tab)).length === 0 ? true : undefined));
    expect(await markedRows(tab)).toEqual([]);
    const isHeld = await session.inExtension(
      (api, origin) => api.permissions.contains({ origins: [origin] }),
      LOCAL_APPS,
    );
    expect(isHeld).toBe(false);
    expect(await log(session)).toHaveLength(asked);
    const requests = zotero?.asked();
    await tab.close();
    expect(zotero?.asked()).toEqual(requests);
    expect(await session.errors()).toEqual([]);
  });
});
