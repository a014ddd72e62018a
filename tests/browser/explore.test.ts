// Pages of authors and topics: three actions from a listing to an author's other work, filters, back and forward, and
// what a restart finds of them. What they leave on disk is in explore-private.test.ts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { needBuild } from '../../tools/build.ts';
import { ask, catalogReady, eventually } from '../../tools/browser/byline.ts';
import { openBrowser } from '../../tools/browser/open.ts';
import type { Tab } from '../../tools/browser/session.ts';
import type { ExploreSubject } from '../../lib/views/explore/schema.ts';
import { listingOf } from '../fixtures/listing.ts';
import { kinds, useByline } from './harness.ts';
import { clickInCard } from './card-in-page.ts';
import { explorePages, headed, newTab, heading, openPage } from './explore-page.ts';
import { boxOfText, middle } from './marks.ts';
import { clickOn, overflow, printed, violations } from './own-page.ts';

const listing = 'https://arxiv.org/list/cs.LG/recent';
const name = 'Srinadh Bhojanapalli';
const author: ExploreSubject = { kind: 'person', id: 'srinadh-bhojanapalli' };
const lamb = 'Large Batch Optimization for Deep Learning';

/** Titles of the rows that are drawn. */
const titles = (tab: Tab): Promise<string[]> =>
  tab.evaluate(() =>
    [...document.querySelectorAll('.x-rows .b-work-title')].map(({ textContent }) => textContent ?? ''),
  );
const status = (tab: Tab): Promise<string> =>
  tab.evaluate(() => document.querySelector('.x-line [role=status]')?.textContent ?? '');
const shows = async (tab: Tab, words: string): Promise<void> => {
  const said = await eventually(async () => ((await status(tab)) === words ? true : undefined));
  if (said === undefined) throw new Error(`The list says “${await status(tab)}”, not “${words}”.`);
};

/** What a field of a day is set to by hand. */
const setDay = (tab: Tab, label: string, day: string): Promise<void> =>
  tab.evaluate(
    ([of, value]) => {
      const field = document.querySelector<HTMLInputElement>(`input[aria-label="${of}"]`);
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    },
    [label, day] as const,
  );

describe.each(kinds)('pages of authors and topics in %s', (kind) => {
  const byline = useByline(kind);

  it('say when a listing has a work, and are filtered by that day, which is taken back', async () => {
    const { session } = byline();
    const tab = await openPage(session, { kind: 'person', id: 'shashank-rajput' });
    await headed(tab, 'Shashank Rajput');
    // By what is there: rows out of sight are not printed yet.
    const listed = await eventually(() =>
      tab.evaluate(() => document.body.textContent.includes('listed in LG, Jun 14, 2022') || undefined),
    );
    expect(listed).toBe(true);
    const all = await status(tab);
    await setDay(tab, 'Listed from', '2022-06-14');
    await setDay(tab, 'Listed until', '2022-06-14');
    await shows(tab, `1 of ${all}`);
    expect(await titles(tab)).toEqual([
      'LIFT: Language-Interfaced Fine-Tuning for Non-Language Machine Learning Tasks',
    ]);
    expect(await violations(tab)).toEqual([]);
    await tab.size(360, 700);
    expect(await overflow(tab)).toBe(0);
    await tab.size(1200, 800);
    await clickOn(tab, '.x-taken');
    await shows(tab, all);
    await tab.close();
  });

  it('say what a site’s page says of an author in its own terms, and when; positions and advisor are facts', async () => {
    const { session } = byline();
    const tab = await openPage(session, author);
    await headed(tab, name);
    const text = await printed(tab, 'Trust 21, “Emerging”');
    for (const words of ['Advisor', 'Sujay Sanghavi', 'Open to collaborate', 'Verification L1 · Not claimed'])
      expect(text).toContain(words);
    const says = await tab.evaluate(
      () =>
        [...document.querySelectorAll('.x-standing li')].find(({ textContent }) => textContent.includes('Trust 21'))
          ?.lastElementChild?.textContent,
    );
    expect(says).toMatch(/^BZPEER · .*2026/u);
    expect(await session.errors()).toEqual([]);
    await tab.close();
  });

  it('lead from a name on a listing to the author’s work with code in three actions, and ask nothing of the network', async () => {
    const { session } = byline();
    await session.forget();
    const tab = await byline().visit(listing, listingOf(8));
    await byline().report(tab);
    await tab.front();
    // One: rest on the name.
    await tab.hover(...middle(await boxOfText(tab, name)));
    const card = await byline().card(tab);
    expect(card.title).toBe(name);
    // Two: open the profile as a page.
    const known = await explorePages(session);
    await clickInCard(tab, '.b-open-page button');
    const address = await newTab(session, known);
    expect(address).not.toMatch(/srinadh|bhojanapalli/iu);
    const page = await session.openOwn(address.slice(session.origin.length));
    await headed(page, name);
    // Three: the work with code.
    await clickOn(page, '.x-row:has(.x-code) .b-work');
    const text = await printed(page, lamb);
    expect(text).toContain('tensorflow/addons');
    expect((await session.requests()).filter(({ by }) => by === 'extension')).toEqual([]);
    expect(await session.errors()).toEqual([]);
    await Promise.all([tab.close(), page.close()]);
  });

  it('filter works by years, code and co-author, say how many there are, and take it back', async () => {
    const tab = await openPage(byline().session, author);
    await headed(tab, name);
    await shows(tab, '15 works');
    await clickOn(tab, '[data-year="2020"]');
    await shows(tab, '6 of 15 works');
    await clickOn(tab, '.x-facets .x-chip');
    await shows(tab, '1 of 15 works');
    expect(await titles(tab)).toEqual([expect.stringContaining(lamb)]);
    await clickOn(tab, '.x-all');
    await shows(tab, '15 works');
    await clickOn(tab, '.x-people li:first-child .x-number');
    await shows(tab, '13 of 15 works');
    // By key: the last year, and then the years before it as well.
    await clickOn(tab, '.x-all');
    await tab.evaluate(() => document.querySelector<HTMLElement>('[data-year="2024"]')?.focus());
    await tab.press('Enter');
    await shows(tab, '3 of 15 works');
    await tab.press('Escape');
    await shows(tab, '15 works');
    await tab.close();
  });

  it('choose years by a drag over the bars', async () => {
    const tab = await openPage(byline().session, author);
    await headed(tab, name);
    const [from, to] = await Promise.all(
      [2021, 2023].map(async (year) => {
        const box = await tab.evaluate((wanted) => {
          const {
            x = 0,
            y = 0,
            width = 0,
            height = 0,
          } = document.querySelector(`[data-year="${wanted}"]`)?.getBoundingClientRect() ?? {};
          return { x, y, width, height };
        }, year);
        const [x, y] = middle(box);
        return { x, y };
      }),
    );
    if (from === undefined || to === undefined) throw new Error('The years are not drawn.');
    await tab.drag(from, to);
    await shows(tab, '6 of 15 works');
    expect(await tab.evaluate(() => document.querySelector('.x-taken')?.textContent)).toBe('2021–2023');
    await tab.close();
  });

  it('give the list as it is shown to the clipboard, or to the screen where the browser does not allow that', async () => {
    const tab = await openPage(byline().session, author);
    await headed(tab, name);
    await clickOn(tab, '.x-facets .x-chip');
    await shows(tab, '1 of 15 works');
    for (const [at, words] of ['@inproceedings{you2020large', 'title,authors,year', '- [Large Batch'].entries()) {
      await clickOn(tab, `.x-copy button:nth-of-type(${at + 1})`);
      const kind = ['BibTeX', 'CSV', 'Markdown'][at] ?? '';
      const given = await eventually(() =>
        tab.evaluate((wanted) => {
          const byHand = document.querySelector<HTMLTextAreaElement>('.x-by-hand textarea')?.value;
          return (
            byHand ?? (document.querySelector('.x-copied')?.textContent?.includes(wanted) === true ? wanted : undefined)
          );
        }, kind),
      );
      expect(given === kind || given?.includes(words)).toBe(true);
    }
    await tab.close();
  });

  it('walk to a co-author and a topic, and back and forward with what was chosen', async () => {
    const tab = await openPage(byline().session, author);
    await headed(tab, name);
    await clickOn(tab, '.x-facets .x-chip');
    await shows(tab, '1 of 15 works');
    await clickOn(tab, '.x-people li:first-child .x-person');
    await headed(tab, 'Sanjiv Kumar');
    await clickOn(tab, '.x-topics li:first-child .x-topic');
    const topic = await eventually(async () => {
      const words = await heading(tab);
      return words === 'Sanjiv Kumar' || words === '' ? undefined : words;
    });
    await printed(tab, 'under this topic');
    expect(await tab.evaluate(() => [document.title, location.search.length])).toEqual(['Byline', '?k='.length + 36]);
    await tab.evaluate(() => history.back());
    await headed(tab, 'Sanjiv Kumar');
    await tab.evaluate(() => history.back());
    await headed(tab, name);
    await shows(tab, '1 of 15 works');
    await tab.evaluate(() => history.go(2));
    await headed(tab, topic ?? '');
    await tab.close();
  });

  it('open a paper beside the list by key, show what is saved there, and give the focus back', async () => {
    const { session } = byline();
    const tab = await openPage(session, author);
    await headed(tab, name);
    await tab.evaluate(() => document.querySelector<HTMLElement>('.x-rows .b-work')?.focus());
    await tab.press('ArrowDown');
    await tab.press('Enter');
    await eventually(() =>
      tab.evaluate(() => (document.querySelector('.x-pane .b-actions') === null ? undefined : true)),
    );
    await tab.press('s');
    const saved = await eventually(() =>
      tab.evaluate(() => (document.querySelector('.x-row:nth-child(2) .b-sign.b-to-read') === null ? undefined : true)),
    );
    expect(saved).toBe(true);
    await tab.press('Escape');
    const focused = await eventually(() =>
      tab.evaluate(() => {
        const rows = [...document.querySelectorAll('.x-rows .b-work')];
        const at = document.activeElement === null ? -1 : rows.indexOf(document.activeElement);
        return document.querySelector('.x-pane') === null && at >= 0 ? at : undefined;
      }),
    );
    expect(focused).toBe(1);
    await tab.close();
  });

  it('find others by search, also where the address leads nowhere any more', async () => {
    const tab = await byline().session.openOwn('explore.html?k=0d9b2a52-0000-4000-8000-000000000000');
    await printed(tab, 'addresses of these pages are forgotten');
    await tab.front();
    await eventually(() => tab.evaluate(() => (document.activeElement?.tagName === 'INPUT' ? true : undefined)));
    await tab.type('Bhojanapalli');
    await printed(tab, name);
    await tab.press('Enter');
    await headed(tab, name);
    await tab.close();
  });

  it('are without faults for assistive technology and fit a narrow window', async () => {
    const { session } = byline();
    for (const subject of [author, { kind: 'topic', topic: 'transformers' }] as const) {
      const tab = await openPage(session, subject);
      await printed(tab, 'Counted in');
      expect(await violations(tab)).toEqual([]);
      await clickOn(tab, '.x-row .b-work');
      await eventually(() =>
        tab.evaluate(() => (document.querySelector('.x-pane .b-actions') === null ? undefined : true)),
      );
      expect(await violations(tab)).toEqual([]);
      await tab.size(360, 700);
      expect(await overflow(tab)).toBe(0);
      await tab.close();
    }
    const nowhere = await session.openOwn('explore.html');
    await printed(nowhere, 'Search to go on');
    expect(await violations(nowhere)).toEqual([]);
    await nowhere.close();
  });

  it('have a work taken away in the card over a page too, and undone there', async () => {
    const { session } = byline();
    await session.forget();
    const tab = await byline().visit(listing, listingOf(8));
    await byline().report(tab);
    await tab.front();
    await tab.hover(...middle(await boxOfText(tab, name)));
    await byline().card(tab);
    const saysNo = `[data-say="not-theirs"][aria-label*="${lamb}"]`;
    const said = (): Promise<string> =>
      tab.closed((roots) =>
        roots
          .flatMap((root) => [...root.querySelectorAll('.b-decided [role=status]')])
          .map((one) => one.textContent)
          .join(),
      );
    const decided = async (words: string): Promise<void> => {
      const there = await eventually(async () => ((await said()).includes(words) ? true : undefined));
      if (there === undefined) throw new Error(`The card says “${await said()}”, not “${words}”.`);
    };
    if (
      (await tab.closed(
        (roots, wanted) => roots.flatMap((root) => [...root.querySelectorAll(wanted)]).length,
        saysNo,
      )) === 0
    )
      await clickInCard(tab, '.b-section > button.b-link');
    await clickInCard(tab, saysNo);
    await decided('is not theirs');
    await clickInCard(tab, '.b-decided button');
    await decided('Undone');
    const isBack = await eventually(async () => {
      const { works } = await ask(session, 'card.person', { id: 'srinadh-bhojanapalli' });
      return works.some(({ title }) => title.includes(lamb)) || undefined;
    });
    expect(isBack).toBe(true);
    await tab.close();
  });

  it('take a work away that the reader says is not theirs, undo it, and have it said after a restart too', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'byline-decide-'));
    const row = `[data-say="not-theirs"][aria-label*="${lamb}"]`;
    const isListed = async (tab: Tab): Promise<boolean> => (await titles(tab)).some((title) => title.includes(lamb));
    try {
      const extension = await needBuild(kind, 'test');
      const first = await openBrowser(kind, { extension, site: () => null, profile, welcome: true });
      await catalogReady(first);
      const tab = await openPage(first, author);
      await headed(tab, name);
      await shows(tab, '15 works');
      // By key: the words under a row come with the focus; Undo has it afterwards.
      const sayNo = async (): Promise<void> => {
        await tab.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.focus(), row);
        await tab.press('Enter');
        await shows(tab, '14 works');
      };
      await sayNo();
      expect(await isListed(tab)).toBe(false);
      expect(await printed(tab, 'is not theirs')).toContain('Undo');
      const hasUndo = (): Promise<boolean> =>
        tab.evaluate(() => document.activeElement?.closest('.b-decided') !== null);
      expect(await eventually(async () => ((await hasUndo()) ? true : undefined))).toBe(true);
      await tab.press('Enter');
      await shows(tab, '15 works');
      expect(await isListed(tab)).toBe(true);
      await sayNo();
      expect(await eventually(async () => ((await hasUndo()) ? true : undefined))).toBe(true);
      // Folded among others of the name, with what was said as the reason.
      await clickOn(tab, '.x-others button');
      await clickOn(tab, `.x-maybe .b-why[aria-label*="${lamb}"]`);
      await printed(tab, 'you said so');
      expect(await violations(tab)).toEqual([]);
      expect(await overflow(tab)).toBeLessThanOrEqual(0);
      await first.close();

      const second = await openBrowser(kind, { extension, site: () => null, profile, welcome: true });
      try {
        await catalogReady(second);
        const again = await openPage(second, author);
        await headed(again, name);
        await shows(again, '14 works');
        expect(await isListed(again)).toBe(false);
        expect(await second.errors()).toEqual([]);
      } finally {
        await second.close();
      }
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  }, 120_000);
});
