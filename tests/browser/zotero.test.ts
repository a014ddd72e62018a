// Papers of the list to Zotero on this machine, played by a stand-in at Zotero's own port: nothing before a press, each request
// in the log, and a sentence for whatever goes wrong.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../tools/browser/byline.ts';
import { copyWith, titleOf } from '../../tools/browser/library.ts';
import type { Tab } from '../../tools/browser/session.ts';
import { startZotero, type ZoteroStandIn } from '../../tools/stand-in/zotero.ts';
import { kinds, useByline } from './harness.ts';
import { clickOn, printed, violations } from './own-page.ts';

const PORT = 23_119;

describe.each(kinds)('Zotero beside %s', (kind) => {
  const byline = useByline(kind, { grant: ['http://127.0.0.1/'] });
  let zotero: ZoteroStandIn;
  beforeAll(async () => {
    zotero = await startZotero(PORT, [{ itemType: 'journalArticle', title: titleOf(2) }]);
  });
  afterAll(() => zotero.close());

  async function exportPanel(): Promise<Tab> {
    const { session } = byline();
    await ask(session, 'data.restore', { text: copyWith(5), how: 'replace' });
    const tab = await session.openOwn('library.html');
    await printed(tab, titleOf(4));
    await tab.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.l-top-end button')]
        .find((one) => one.textContent === 'Export')
        ?.click(),
    );
    await printed(tab, 'Send to Zotero on this computer');
    return tab;
  }

  it('is asked nothing before a press, then takes the papers, and says which it has', async () => {
    const { session } = byline();
    const tab = await exportPanel();
    expect(zotero.asked()).toEqual([]);
    expect(await violations(tab)).toEqual([]);
    await clickOn(tab, '.l-zotero .b-btn');
    await printed(tab, '5 papers are in Zotero now.');
    expect(
      zotero
        .items()
        .map(({ title }) => title)
        .toSorted(),
    ).toEqual([0, 1, 2, 3, 4].map(titleOf));
    await clickOn(tab, '.l-zotero .plain');
    await printed(tab, 'Zotero has 1 of these 5.');
    await clickOn(tab, '.l-zotero output button');
    await printed(tab, '4 selected');
    const { rows } = await ask(session, 'sent.log', { limit: 10 });
    expect(rows.toReversed().map(({ host, what, answer }) => [host, what.kind, what.name, answer])).toEqual([
      ['127.0.0.1:23119', 'zotero', 'items', 201],
      ['127.0.0.1:23119', 'zotero', 'library', 200],
    ]);
    expect(zotero.asked()).toHaveLength(2);
    const sent = await session.openOwn('sent.html');
    await printed(sent, 'Papers sent to Zotero on this computer');
    expect(await session.errors()).toEqual([]);
    await sent.close();
    await tab.close();
  });

  it.each([
    ['off', 'Zotero keeps its library to itself.'],
    ['html', 'What answered is not Zotero'],
    ['silent', 'Zotero does not answer.'],
  ] as const)('that is %s gets one sentence', async (mood, words) => {
    zotero.mood(mood);
    const tab = await exportPanel();
    await clickOn(tab, '.l-zotero .plain');
    await printed(tab, words);
    expect(await violations(tab)).toEqual([]);
    await tab.close();
    zotero.mood('well');
  });
});
