// The popup beside a page: its papers, search, the list, the switch; by keyboard, and on narrow windows.
import { describe, expect, it } from 'vitest';
import { ask, eventually, openCard, commandPage } from '../../tools/browser/byline.ts';
import { fillLibrary } from '../../tools/browser/library.ts';
import type { Tab } from '../../tools/browser/session.ts';
import { kinds, useByline, type Byline } from './harness.ts';
import { startCounting } from './measuring.ts';
import { clickOn, overflow, printed, violations } from './own-page.ts';

const lamb = 'Large Batch Optimization for Deep Learning: Training BERT in 76 minutes';
const approximators = 'Are Transformers universal approximators of sequence-to-sequence functions?';
const address = 'https://arxiv.org/list/cs.LG/new';
const page = `<!doctype html><html lang="en"><title>Listing</title><h1>Two papers</h1>
  <ul><li>${lamb}</li><li>${approximators}</li></ul>`;

async function popupOf(byline: Byline, tab: Tab): Promise<Tab> {
  const popup = await byline.session.openOwn(`popup.html?tab=${tab.id}`);
  await popup.size(360, 600);
  return popup;
}

describe.each(kinds)('the popup in %s', (kind) => {
  const byline = useByline(kind);

  it('lists the papers of the page, and narrows to those with code', async () => {
    const popup = await popupOf(byline(), await byline().visit(address, page));
    const text = await printed(popup, 'On this page · 2');
    expect(text).toContain(lamb);
    expect(text).toContain(approximators);
    await clickOn(popup, '[aria-pressed]');
    expect(await popup.evaluate(() => [...document.querySelectorAll('[data-work]')].length)).toBe(1);
    await printed(popup, lamb);
  });

  it('opens beside a page of 3,500 marks without measuring one', async () => {
    const items = `<li>${lamb}</li><li>${approximators}</li>`.repeat(1750);
    const tab = await byline().visit(address, `<!doctype html><ul>${items}</ul>`);
    await byline().report(tab);
    const measured = await startCounting(byline().session, tab);
    const popup = await popupOf(byline(), tab);
    await printed(popup, 'On this page · 2');
    expect((await measured()).rects).toBe(0);
    // What counts is at work: a report of the whole page does measure them.
    await commandPage(byline().session, tab, 'page.report', {});
    expect((await measured()).rects).toBeGreaterThan(3000);
    await tab.close();
  });

  it('finds with a typing error and opens the paper by keyboard, and goes back the same way', async () => {
    const popup = await popupOf(byline(), await byline().visit(address, page));
    await printed(popup, 'On this page');
    await popup.type('genralized neural colapse');
    await printed(popup, 'Generalized Neural Collapse for a Large Number of Classes');
    await popup.press('Enter');
    await printed(popup, 'Back to the list');
    await printed(popup, 'Jiachen Jiang');
    expect(await violations(popup)).toEqual([]);
    await popup.press('Escape');
    await printed(popup, 'Papers ·');
    expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await popup.press('Escape');
    await printed(popup, 'On this page');
  });

  it('finds this page’s papers first, then people, and a profile has as many works as its row says', async () => {
    const popup = await popupOf(byline(), await byline().visit(address, page));
    await printed(popup, 'On this page');
    await popup.type('Bhojanapalli');
    const text = await printed(popup, 'People · 1');
    const [here, people] = ['\nOn this page · 2', '\nPeople · 1'].map((head) => text.indexOf(head));
    expect(here).toBeGreaterThan(0);
    expect(here).toBeLessThan(people ?? 0);
    expect(text.split('\n').filter((line) => line === approximators)).toHaveLength(1);
    const [, works] = /(\d+) works/u.exec(text) ?? [];
    expect(await violations(popup)).toEqual([]);
    // Two papers of the page, then the person.
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await popup.press(key);
    await printed(popup, 'Works');
    expect(await popup.evaluate(() => document.querySelector('.b-figures dd')?.textContent)).toBe(works);
    expect(await violations(popup)).toEqual([]);
  });

  it('shows more of what it counted, by keyboard', async () => {
    const popup = await popupOf(byline(), await byline().visit(address, page));
    await printed(popup, 'On this page');
    await popup.type('conference');
    const text = await printed(popup, 'Papers · 30 of');
    const [, total = ''] = /Papers · 30 of (\d+)/u.exec(text) ?? [];
    expect(Number(total)).toBeGreaterThan(30);
    await popup.evaluate(() => [...document.querySelectorAll<HTMLElement>('.more')].at(-1)?.focus());
    await popup.press('Enter');
    await printed(popup, `Papers · ${total}`);
    // The focus is on the first row that came.
    const place = await eventually(() =>
      popup.evaluate(() => {
        const rows = [...document.querySelectorAll('section:has(+ .elsewhere) .b-work')];
        const at = rows.findIndex((row) => row === document.activeElement);
        return at < 0 ? undefined : at;
      }),
    );
    expect(place).toBe(30);
  });

  it('understands a venue and a year', async () => {
    const popup = await popupOf(byline(), await byline().visit(address, page));
    await printed(popup, 'On this page');
    await popup.type('NIPS 2020');
    await printed(popup, 'NeurIPS 2020');
    const venues = await popup.evaluate(() =>
      [...document.querySelectorAll('.b-work-below')].map((line) => line.textContent ?? ''),
    );
    expect(venues.filter((line) => !line.includes('NeurIPS 2020'))).toEqual([]);
  });

  it('leads on where nothing is found, and asks nothing of the network for it', async () => {
    const popup = await popupOf(byline(), await byline().visit(address, page));
    await printed(popup, 'On this page · 2');
    await popup.type('attention kingma');
    await printed(popup, `Nothing for “attention kingma” in ${byline().papers} papers, your list and this page.`);
    expect(await violations(popup)).toEqual([]);
    const links = await popup.evaluate(() =>
      [...document.links].map(({ href }) => href).filter((href) => /^https?:/u.test(href)),
    );
    expect(links).toEqual([
      'https://arxiv.org/search/?searchtype=all&query=attention%20kingma',
      'https://scholar.google.com/scholar?q=attention%20kingma',
      'https://www.semanticscholar.org/search?q=attention%20kingma',
    ]);
    // Down leads to what finds something.
    await popup.press('ArrowDown');
    await popup.press('Enter');
    await printed(popup, 'Low-Rank Bottleneck in Multi-head Attention Models');
    expect(await popup.evaluate(() => document.querySelector('input')?.value)).toBe('attention');
    await popup.press('Escape');
    await popup.type('qqqqzzzz');
    await printed(popup, 'Add papers of your field');
    await clickOn(popup, '.elsewhere .b-btn');
    const opened = await eventually(() =>
      byline().session.inExtension(async (api) =>
        (await api.tabs.query({})).some(({ url = '' }) => url.endsWith('options.html#fields')) ? true : undefined,
      ),
    );
    expect(opened).toBe(true);
  });

  it('walks from the field through the rows and back', async () => {
    const popup = await popupOf(byline(), await byline().visit(address, page));
    await printed(popup, 'On this page · 2');
    const focused = (): Promise<string | null> =>
      popup.evaluate(
        () => document.activeElement?.getAttribute('data-work') ?? document.activeElement?.tagName ?? null,
      );
    expect(await focused()).toBe('INPUT');
    await popup.press('ArrowDown');
    const first = await focused();
    await popup.press('ArrowDown');
    const second = await focused();
    expect(new Set([first, second, 'INPUT']).size).toBe(3);
    await popup.press('ArrowUp');
    await popup.press('ArrowUp');
    expect(await focused()).toBe('INPUT');
    await popup.press('ArrowDown');
    await popup.press('/');
    expect(await focused()).toBe('INPUT');
  });

  it('opens a paper of the page on the page', async () => {
    const tab = await byline().visit(address, page);
    const popup = await popupOf(byline(), tab);
    await printed(popup, 'On this page · 2');
    await clickOn(popup, '[data-work]');
    await tab.front();
    const shown = await eventually(async () => {
      const card = await openCard(tab);
      return card?.text.includes('matched by') === true ? card.title : undefined;
    });
    expect([lamb, approximators]).toContain(shown);
  });

  it('shows what is on the list, newest first', async () => {
    await ask(byline().session, 'library.set', { id: 'arxiv:1912.10077', status: 'to-read' });
    await ask(byline().session, 'library.set', { id: 'arxiv:1904.00962', status: 'reading' });
    const popup = await popupOf(byline(), await byline().visit(address, page));
    const text = await printed(popup, 'On your list · 2');
    const list = text.slice(text.indexOf('On your list'));
    expect(list).toContain('reading since today');
    expect(list).toContain('saved today');
    expect(list.indexOf(lamb)).toBeLessThan(list.indexOf(approximators));
  });

  it('lists papers by people the reader follows that a page showed, each to be taken off and put back', async () => {
    const { session } = byline();
    await ask(session, 'library.follow', { id: 'yang-you', follow: true });
    const row = `<dt><a href="/abs/1904.00962">arXiv:1904.00962</a></dt><dd><div class="list-title">${lamb}</div>
      <div class="list-authors"><a href="/a/1">Yang You</a>, <a href="/a/2">Jing Li</a></div></dd>`;
    const tab = await byline().visit(address, `<!doctype html><html lang="en"><dl id="articles">${row}</dl>`);
    await byline().report(tab);
    const popup = await popupOf(byline(), tab);
    await printed(popup, 'By people you follow · 1');
    expect(await violations(popup)).toEqual([]);
    const button = '[aria-labelledby="met-papers"] .plain';
    await clickOn(popup, button);
    await eventually(() =>
      popup.evaluate((at) => (document.querySelector(at)?.textContent === 'Undo' ? true : undefined), button),
    );
    expect((await ask(session, 'library.met', {})).total).toBe(0);
    await clickOn(popup, button);
    expect(await eventually(async () => ((await ask(session, 'library.met', {})).total === 1 ? true : undefined))).toBe(
      true,
    );
    await ask(session, 'library.follow', { id: 'yang-you', follow: false });
    await popup.close();
    await tab.close();
  });

  it('shows followed people, and an unfollowed one comes back as they were', async () => {
    const { session } = byline();
    await ask(session, 'library.follow', { id: 'yang-you', follow: true });
    const { people } = await ask(session, 'library.follows', {});
    const popup = await popupOf(byline(), await byline().visit(address, page));
    // Everything above it is there: nothing moves under the pointer any more.
    for (const words of ['On this page · 2', 'On your list', 'followed since today']) await printed(popup, words);
    await printed(popup, 'People you follow · 1');
    await clickOn(popup, '.followed-row .plain');
    expect(await printed(popup, 'no longer followed')).toContain('Undo');
    expect((await ask(session, 'library.follows', {})).people).toEqual([]);
    expect(await violations(popup)).toEqual([]);
    // The button that was pressed has become the way back.
    await popup.press('Enter');
    await printed(popup, 'followed since today');
    expect((await ask(session, 'library.follows', {})).people).toEqual(people);
    await clickOn(popup, '[data-person]');
    await printed(popup, 'Back to the list');
    await ask(session, 'library.follow', { id: 'yang-you', follow: false });
    await popup.press('Escape');
    await printed(popup, 'On this page');
    const gone = await eventually(() =>
      popup.evaluate(() => (document.body.innerText.includes('People you follow') ? undefined : true)),
    );
    expect(gone).toBe(true);
  });

  it('switches the site off at once, and on again', async () => {
    const tab = await byline().visit(address, page);
    const popup = await popupOf(byline(), tab);
    await clickOn(popup, '[role="switch"]');
    await printed(popup, 'Byline is off on arxiv.org');
    expect((await ask(byline().session, 'settings.get', {})).sitesOff).toEqual(['arxiv.org']);
    await clickOn(popup, '[role="switch"]');
    await printed(popup, 'On this page · 2');
  });

  it('says so where Byline may not run, and search works all the same', async () => {
    const own = await byline().session.openOwn('options.html');
    const popup = await byline().session.openOwn(`popup.html?tab=${own.id}`);
    await printed(popup, 'own pages');
    await popup.type('federated');
    await printed(popup, 'Adaptive Federated Optimization');
  });

  it('offers no switch on a site whose address the browser keeps to itself', async () => {
    const tab = await byline().visit('https://example.org/notes', page);
    const popup = await byline().session.openOwn(`popup.html?tab=${tab.id}`);
    // Without a click on its toolbar icon the browser shows the extension no address there.
    await printed(popup, 'On your list');
    expect(await popup.evaluate(() => document.querySelector('[role="switch"]'))).toBeNull();
  });

  it('has no fault that axe-core finds, and fits 320 px at 200 %', async () => {
    const popup = await popupOf(byline(), await byline().visit(address, page));
    await printed(popup, 'On this page · 2');
    expect(await violations(popup)).toEqual([]);
    // 320 px at 200 % are 160 CSS pixels.
    await popup.size(160, 400);
    expect(await overflow(popup)).toBe(0);
  });

  it('says once a day what is unread for longest, where the reader switched that on', async () => {
    const { session } = byline();
    await fillLibrary(session, 8);
    const options = await session.openOwn('options.html');
    const nudge = '[aria-label^="Say once a day"]';
    await clickOn(options, `${nudge}:enabled`);
    await eventually(() =>
      options.evaluate((one) => document.querySelector(`${one}[aria-checked="true"]`) !== null || undefined, nudge),
    );
    const heading = 'Unread for longest';
    const tab = await byline().visit(address, page);
    const popup = await popupOf(byline(), tab);
    const text = await printed(popup, `${heading}:`);
    expect(text.split(heading)).toHaveLength(2);
    await clickOn(popup, '.nudge .plain:last-child');
    // Where it always is: below the list.
    await printed(popup, `${heading}\n`);
    expect(await printed(popup, heading)).not.toContain(`${heading}:`);
    await popup.close();
    const later = await popupOf(byline(), tab);
    expect(await printed(later, heading)).not.toContain(`${heading}:`);
    await Promise.all([options.close(), later.close()]);
  });

  it('asked nothing of the network and wrote no error', async () => {
    // The pages that the tests visited ask for themselves and for their icon.
    const visited = /^https:\/\/(arxiv|example)\.org\/(list\/cs\.LG\/new|notes|favicon\.ico)$/;
    const asked = await byline().session.requests();
    expect(asked.filter(({ by, address: at }) => by === 'extension' || !visited.test(at))).toEqual([]);
    expect(await byline().session.errors()).toEqual([]);
  });
});

describe.each(kinds)('the popup in %s on a dark desktop', (kind) => {
  const byline = useByline(kind, { scheme: 'dark' });
  it('has no fault that axe-core finds', async () => {
    const popup = await popupOf(byline(), await byline().visit(address, page));
    await printed(popup, 'On this page · 2');
    expect(await popup.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    expect(await violations(popup)).toEqual([]);
  });
});
