// Sites that are no paper sites: nothing happens there by itself, and one click runs Byline once.
import { describe, expect, it } from 'vitest';
import { settledReport } from '../../tools/browser/byline.ts';
import type { Tab } from '../../tools/browser/session.ts';
import { kinds, useByline, type Byline } from './harness.ts';
import { clickOn, printed } from './own-page.ts';

const address = 'https://notes.example/reading';
const title = 'Generalized Neural Collapse for a Large Number of Classes';
const page = `<!doctype html><html lang="en"><title>Notes</title><h1>To read</h1><ul><li>${title}</li></ul>`;

async function popupWith(byline: Byline, tab: Tab, words: string): Promise<Tab> {
  const popup = await byline.session.openOwn(`popup.html?tab=${tab.id}`);
  await printed(popup, words);
  return popup;
}
const labelled = async (popup: Tab, label: string): Promise<void> => {
  await popup.evaluate((wanted) => {
    const button = [...document.querySelectorAll('button')].find(({ innerText }) => innerText === wanted);
    button?.setAttribute('data-wanted', '');
  }, label);
  await clickOn(popup, '[data-wanted]');
};

describe.each(kinds)('a site that is no paper site, in %s', (kind) => {
  const byline = useByline(kind, { click: [address] });

  it('is left alone until a click in the popup runs Byline there once', async () => {
    const tab = await byline().visit(address, page);
    const popup = await popupWith(byline(), tab, 'Byline doesn’t run on notes.example by default.');
    expect(await settledReport(byline().session, tab, 300)).toBeNull();
    await labelled(popup, 'Run here once');
    const { papers } = await byline().report(tab);
    expect(papers.map((paper) => paper.title)).toEqual([title]);
    // Once: the next visit is left alone again.
    await tab.goto(address);
    await popup.close();
    await (await popupWith(byline(), tab, 'Byline doesn’t run on notes.example by default.')).close();
  });
});
