// The three things that readers do most, on arXiv's two kinds of page.
import { describe, expect, it } from 'vitest';
import { ask, commandPage, eventually, openCard, wait } from '../../tools/browser/byline.ts';
import type { Tab } from '../../tools/browser/session.ts';
import { listingOf } from '../fixtures/listing.ts';
import { fixture, kinds, useByline } from './harness.ts';
import { boxOfText, middle, pill, pillsNow, underlinedNow } from './marks.ts';

const lamb = 'Large Batch Optimization for Deep Learning: Training BERT in 76 minutes';
const abs = 'https://arxiv.org/abs/1904.00962';
const listing = 'https://arxiv.org/list/cs.LG/recent';

/** The middle of a part of the card, once it is there. */
async function partOf(tab: Tab, selector: string): Promise<{ x: number; y: number }> {
  const box = await eventually(async () => {
    const found = await tab.closed((roots, wanted) => {
      for (const part of roots.flatMap((root) => [...root.querySelectorAll(`[role="dialog"] :is(${wanted})`)])) {
        const { x, y, width, height } = part.getBoundingClientRect();
        if (width > 0) return { x: x + width / 2, y: y + height / 2 };
      }
      return null;
    }, selector);
    return found ?? undefined;
  });
  if (box === undefined) throw new Error(`The card has no ${selector}.`);
  return box;
}

describe.each(kinds)('arXiv in %s', (kind) => {
  const byline = useByline(kind);

  it('marks the title of an abstract page and the people of its byline that the catalog knows', async () => {
    const tab = await byline().visit(abs, fixture('arxiv-abs.html'));
    const report = await byline().report(tab);
    expect(report.papers.map(({ title }) => title)).toEqual([lamb]);
    const visible = report.papers[0]?.mentions.filter((mention) => mention.visible) ?? [];
    expect(visible.map(({ text, via }) => [text, via])).toEqual([[lamb, 'title']]);
    expect(report.people.map(({ name }) => name)).toContain('Srinadh Bhojanapalli');
    expect(report.people.map(({ name }) => name)).not.toContain('Nobody Known');
    expect((await pill(tab, lamb, 'code')).box.height).toBeGreaterThanOrEqual(16);
    await tab.close();
  });

  it('marks each row of a listing, also that of a paper that no catalog has seen', async () => {
    const tab = await byline().visit(listing, fixture('arxiv-listing.html'));
    const report = await byline().report(tab);
    expect(report.papers.map(({ arxivId }) => arxivId)).toEqual(['1912.10077', '2611.00001', '2003.00295']);
    for (const title of ['Adaptive Federated Optimization', 'Are Transformers']) await pill(tab, title);
    // Nothing is known of the third that the page does not say: its pill comes with the pointer, to save it by.
    expect(await pillsNow(tab)).toHaveLength(2);
    await tab.hover(...middle(await boxOfText(tab, 'A paper of last night')));
    await pill(tab, 'A paper of last night');
    expect(await pillsNow(tab)).toHaveLength(3);
    await tab.hover(1200, 880);
    expect(await eventually(async () => ((await pillsNow(tab)).length === 2 ? true : undefined))).toBe(true);
    // A name that no other paper bears tells nothing.
    expect(report.people.map(({ name }) => name)).not.toContain('Somebody New');
    await tab.close();
  });

  it('underlines the names of people with other works, and opens their profile where the pointer rests on one', async () => {
    // Keith Rush has this one paper in the catalog.
    const names = ['Srinadh Bhojanapalli', 'Somebody New', 'Sashank Reddi', 'Keith Rush'];
    const page = fixture('arxiv-listing.html').body.toString().replace('Zachary Charles', 'Keith Rush');
    const tab = await byline().visit(listing, page);
    await byline().report(tab);
    await pill(tab, 'Adaptive Federated Optimization');
    const known = ['Srinadh Bhojanapalli', 'Sashank Reddi'];
    expect(await eventually(async () => ((await underlinedNow(tab, known)).length === 2 ? true : undefined))).toBe(
      true,
    );
    expect(await underlinedNow(tab, names)).toEqual(known);
    // In the row under the pointer all are drawn that open a card.
    await tab.hover(...middle(await boxOfText(tab, 'arXiv:2003.00295')));
    await tab.hover(...middle(await boxOfText(tab, 'Adaptive Federated')));
    const lit = [...known, 'Keith Rush'];
    expect(await eventually(async () => ((await underlinedNow(tab, lit)).length === 3 ? true : undefined))).toBe(true);
    // Its slot says so too, and in the card that opens there a name at rest says it in words.
    const { box } = await pill(tab, 'Adaptive Federated Optimization', 'other works');
    await tab.hover(...middle(box));
    await byline().card(tab);
    const name = await partOf(tab, '.b-known');
    await tab.hover(name.x, name.y);
    const said = (): Promise<string> =>
      tab.closed((roots) =>
        roots
          .flatMap((root) =>
            [...root.querySelectorAll('.b-words [data-words]')].map((one) => one.getAttribute('data-words') ?? ''),
          )
          .join(),
      );
    expect(await eventually(async () => ((await said()) === '' ? undefined : said()))).toMatch(
      /^\d+ works here, \d+ with code; wrote with .+ and .+$/u,
    );
    await tab.hover(900, 880);
    await byline().noCard(tab);
    await tab.hover(...middle(await boxOfText(tab, 'Srinadh Bhojanapalli')));
    expect((await byline().card(tab)).title).toBe('Srinadh Bhojanapalli');
    await tab.close();
  });

  it('opens the card of the page’s own paper where the pointer rests on its pill, not on the heading that is read', async () => {
    const tab = await byline().visit(abs, fixture('arxiv-abs.html'));
    await byline().report(tab);
    const { box } = await pill(tab, lamb);
    const title = await boxOfText(tab, 'Large Batch');
    await tab.hover(5, 500);
    await tab.hover(...middle(title));
    await wait(900);
    expect(await openCard(tab)).toBeUndefined();
    await tab.hover(...middle(box));
    const card = await byline().card(tab);
    expect(card.title).toBe(lamb);
    await tab.hover(900, 880);
    await byline().noCard(tab);
    await tab.close();
  });

  it('opens the card by a click on the pill, and an author inside of it', async () => {
    const tab = await byline().visit(abs, fixture('arxiv-abs.html'));
    await byline().report(tab);
    await tab.click(...middle((await pill(tab, lamb)).box));
    await byline().card(tab);
    // The focus is in the card: its keys work.
    const keysShown = (shown: boolean): Promise<true | undefined> =>
      eventually(async () =>
        (await byline().card(tab)).text.includes('copy a citation') === shown ? true : undefined,
      );
    await tab.press('?');
    expect(await keysShown(true)).toBe(true);
    await tab.press('?');
    expect(await keysShown(false)).toBe(true);
    const author = await eventually(async () => {
      const box = await tab.closed((roots) => {
        const button = roots
          .flatMap((root) => [...root.querySelectorAll<HTMLElement>('[role="dialog"] button')])
          .find(({ innerText }) => innerText.trim() === 'Sashank Reddi');
        if (button === undefined) return null;
        const { x, y, width, height } = button.getBoundingClientRect();
        return { x, y, width, height };
      });
      return box ?? undefined;
    });
    if (author === undefined) throw new Error('The card shows no Sashank Reddi.');
    // Clicks within half a second of the card's appearing count for nothing; a reader is not that quick.
    const opened = await eventually(
      async () => {
        await tab.click(...middle(author));
        const { text } = await byline().card(tab);
        return /works/iu.test(text) ? text : undefined;
      },
      6000,
      300,
    );
    expect(opened).toContain('Sashank');
    await tab.press('Escape');
    await byline().noCard(tab);
    await tab.close();
  });

  it('goes from mark to mark by key, opens the card with Enter, saves in it, and closes it', async () => {
    const tab = await byline().visit(listing, fixture('arxiv-listing.html'));
    await byline().report(tab);
    await pill(tab, 'Adaptive Federated Optimization');
    await tab.front();
    // What the browser's own command (Alt+B) orders; a test can't press the browser's keys.
    await commandPage(byline().session, tab, 'page.step', { by: 1 });
    const pointed = await eventually(async () => {
      const said = await tab.closed((roots) =>
        roots.map((root) => root.querySelector('[role="status"]:not(.refused)')?.textContent ?? '').join(''),
      );
      return said === '' ? undefined : said;
    });
    expect(pointed).toContain('Are Transformers universal approximators');
    expect(await openCard(tab)).toBeUndefined();
    await tab.press('Enter');
    const card = await byline().card(tab);
    const saved = await eventually(
      async () => {
        await tab.press('s');
        const { rows } = await ask(byline().session, 'library.recent', { limit: 5 });
        return rows.length > 0 ? rows : undefined;
      },
      6000,
      600,
    );
    expect(saved?.map(({ title }) => title)).toEqual([card.title]);
    await tab.press('Escape');
    await byline().noCard(tab);
    await pill(tab, card.title, 'list');
    await tab.close();
  });

  it('takes one action to a row’s code, two to an author’s other work, one to save a paper that no pack knows', async () => {
    const { session } = byline();
    const tab = await byline().visit('https://arxiv.org/list/cs.LG/new', listingOf(14));
    await byline().report(tab);
    await tab.size(1280, 1700);
    let actions = 0;
    const click = async ({ x, y }: { x: number; y: number }): Promise<void> => {
      actions += 1;
      for (const before of [30, 15, 0]) await tab.hover(x - before, y);
      await tab.click(x, y);
    };
    const rest = async (title: string): Promise<void> => {
      const [x, y] = middle(await boxOfText(tab, title.slice(0, 24)));
      await tab.hover(x, y - 60);
      await tab.hover(x, y);
      await eventually(async () => ((await openCard(tab))?.title === title ? true : undefined));
    };

    await rest(lamb);
    const tabs = (): Promise<(number | undefined)[]> =>
      session.inExtension(async (api) => (await api.tabs.query({})).map(({ id }) => id));
    const before = await tabs();
    await click(await partOf(tab, '.b-code-button a'));
    const code = await eventually(async () => (await tabs()).find((id) => !before.includes(id)));
    expect(code).toBeGreaterThan(0);
    const toCode = actions;
    await session.inExtension((api, id) => api.tabs.remove(id), code ?? 0);
    await tab.front();
    await tab.press('Escape');

    actions = 0;
    await rest('Does Label Smoothing Mitigate Label Noise?');
    await click(await partOf(tab, '.b-person'));
    await click(await partOf(tab, '.b-level:not([hidden]) .b-work'));
    const other = await eventually(async () => {
      const { title = '' } = (await openCard(tab)) ?? {};
      return ['', 'Michal Lukasik', 'Does Label Smoothing Mitigate Label Noise?'].includes(title) ? undefined : title;
    });
    expect(other).toBeDefined();
    const toWork = actions;
    await tab.close();

    actions = 0;
    const unknown = await byline().visit(listing, fixture('arxiv-listing.html'));
    await byline().report(unknown);
    await pill(unknown, 'Are Transformers');
    /** Of the rows around it. */
    const pills = async (): Promise<unknown[]> =>
      (await pillsNow(unknown))
        .filter(({ label }) => !label.includes('last night'))
        .map(({ label, box: { x: left, y: top } }) => [label, left, top]);
    const places = await pills();
    const { x, y } = await boxOfText(unknown, 'A paper of last night');
    await unknown.hover(x + 40, y + 60);
    await unknown.hover(x + 40, y + 8);
    const { box, title } = await byline().card(unknown);
    for (const by of [10, 30, 50]) await unknown.hover(box.x + by, box.y + by);
    actions += 1;
    await unknown.press('s');
    const saved = await eventually(async () =>
      (await ask(session, 'library.recent', { limit: 5 })).rows.find((row) => row.title === title),
    );
    expect(saved?.status).toBe('to-read');
    await pill(unknown, 'last night', 'on your list');
    // No pill moves because a card is open or a paper was saved.
    expect(await pills()).toEqual(places);
    await ask(session, 'library.set', { id: saved?.id ?? '', status: null });
    await unknown.close();
    const counts = { toCode, toWork, toSaved: actions };
    expect(counts).toEqual({ toCode: 1, toWork: 2, toSaved: 1 });
  });

  it('shows what was saved in the popup, with the papers of the page', async () => {
    const tab = await byline().visit(listing, fixture('arxiv-listing.html'));
    const [paper] = (await byline().report(tab)).papers;
    await ask(byline().session, 'library.set', { id: paper?.id ?? '', status: 'to-read' });
    const popup = await byline().session.openOwn(`popup.html?tab=${tab.id}`);
    const text = await eventually(async () => {
      const words = await popup.evaluate(() => document.body.innerText);
      return words.includes('On this page') && words.includes('On your list') ? words : undefined;
    });
    // Once among the page's papers, once on the list; the ways to its page say its title in a line of their own.
    expect(text?.split('\n').filter((line) => line.trim() === paper?.title)).toHaveLength(2);
    await popup.close();
    await tab.close();
  });
});
