// The card over a page: comes and goes, pins, walks, keeps to itself; on a page whose CSP forbids everything and whose
// styles and scripts are not friendly.
import { describe, expect, it } from 'vitest';
import { stillFor } from '../../components/over-page/may-act.ts';
import { ask, eventually, openCard, wait } from '../../tools/browser/byline.ts';
import { fillLibrary, paperId, refuseSaves, titleOf } from '../../tools/browser/library.ts';
import type { Status } from '../../lib/library/schema.ts';
import { kinds, useByline } from './harness.ts';
import { pill } from './marks.ts';
import {
  boxOf,
  covers,
  heardBy,
  hoverText,
  lamb,
  lambId,
  partOf,
  says,
  titled,
  transformers,
  visit,
} from './two-papers.ts';

describe.each(kinds)('the card in %s', (kind) => {
  const byline = useByline(kind);

  it('comes where the pointer rests, beside the text, and goes when the pointer has left both', async () => {
    const tab = await visit(byline());
    await hoverText(tab, '#one');
    const card = await byline().card(tab);
    expect(card.title).toBe(transformers);
    expect(covers(card.box, await boxOf(tab, '#one'))).toBe(false);
    // On the way from the text to the card, and in it, it stays.
    await tab.hover(card.box.x + 60, card.box.y + 40);
    await wait(700);
    expect((await openCard(tab))?.title).toBe(transformers);
    await tab.hover(1200, 20);
    await byline().noCard(tab);
  });

  it('looks as it should on a page that forbids all styles and reaches for its own', async () => {
    const tab = await visit(byline(), "default-src 'none'; style-src 'unsafe-inline'; script-src 'none'");
    await hoverText(tab, '#one');
    await byline().card(tab);
    const look = await tab.closed((roots) => {
      const title = roots.map((root) => root.querySelector('.b-title')).find((found) => found !== null);
      const style = title === undefined || title === null ? null : getComputedStyle(title);
      return style === null ? null : { size: style.fontSize, weight: style.fontWeight, colour: style.color };
    });
    expect(look).toMatchObject({ size: '17px', weight: '600' });
    expect(look?.colour).not.toBe('rgb(255, 0, 0)');
  });

  it('is pinned by a click inside and closed by one outside', async () => {
    const tab = await visit(byline());
    await hoverText(tab, '#one');
    const { box } = await byline().card(tab);
    await tab.click(box.x + 8, box.y + 8);
    await tab.hover(1200, 20);
    await wait(700);
    expect(await titled(tab, transformers)).toBe(true);
    await tab.click(1200, 20);
    await byline().noCard(tab);
  });

  it('is closed by Escape, and the focus stays where it was', async () => {
    const tab = await visit(byline());
    const field = await boxOf(tab, '#field');
    await tab.click(field.x + 10, field.y + 10);
    await hoverText(tab, '#one');
    await byline().card(tab);
    await tab.press('Escape');
    await byline().noCard(tab);
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('field');
  });

  it('walks from paper to author and back, saves and takes off by key, and gives the focus back', async () => {
    // The card says it at once, the store a moment later.
    const comesToBe = async (wanted: Status | null): Promise<string | null> => {
      const statusNow = async (): Promise<string | null> =>
        (await ask(byline().session, 'card.paper', { id: lambId })).status;
      await eventually(async () => ((await statusNow()) === wanted ? true : undefined));
      return statusNow();
    };
    await ask(byline().session, 'library.set', { id: lambId, status: null });
    const tab = await visit(byline());
    const field = await boxOf(tab, '#field');
    await tab.click(field.x + 10, field.y + 10);
    await hoverText(tab, '#two');
    const { box } = await byline().card(tab);
    await wait(600);
    await tab.click(box.x + 8, box.y + 8);
    const before = (await heardBy(tab)).length;

    await tab.press('s');
    await says(tab, 'To read');
    expect(await comesToBe('to-read')).toBe('to-read');

    await tab.press('3');
    expect(await titled(tab, 'Sashank Reddi')).toBe(true);
    await tab.press('Backspace');
    expect(await titled(tab, lamb)).toBe(true);

    await tab.press('s');
    const remove = await partOf(tab, 'Remove');
    await tab.click(remove.x, remove.y);
    await partOf(tab, 'Undo');
    expect(await comesToBe(null)).toBeNull();
    const undo = await partOf(tab, 'Undo');
    await tab.click(undo.x, undo.y);
    await says(tab, 'To read');
    expect(await comesToBe('to-read')).toBe('to-read');
    await ask(byline().session, 'library.set', { id: lambId, status: null });

    // None of it was the page's to hear.
    expect((await heardBy(tab)).slice(before)).toEqual([]);
    await tab.press('Escape');
    await byline().noCard(tab);
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('field');
  });

  it('takes a paper off that only the list knows, and puts it back as it was, by its buttons', async () => {
    const { session } = byline();
    await fillLibrary(session, 3);
    const id = paperId(1);
    await ask(session, 'library.set', { id, status: 'reading' });
    const list = `<!doctype html><html lang="en"><title>Rivers</title><p>Again:</p><h3 id="one">${titleOf(1)}</h3>`;
    const tab = await byline().visit('https://arxiv.org/list/cs.RI/new', list);
    await tab.front();
    await pill(tab, titleOf(1));
    await hoverText(tab, '#one');
    expect(await titled(tab, titleOf(1))).toBe(true);
    const { box } = await byline().card(tab);
    await wait(600);
    await tab.click(box.x + 8, box.y + 8);
    await tab.press('s');
    const remove = await partOf(tab, 'Remove');
    await tab.click(remove.x, remove.y);
    const status = async () => (await ask(session, 'library.recent', { limit: 9 })).rows.find((row) => row.id === id);
    await eventually(async () => ((await status()) === undefined ? true : undefined));
    expect(await status()).toBeUndefined();
    // Whatever the worker had in memory is gone.
    await session.stopWorker?.();
    const undo = await partOf(tab, 'Undo');
    await tab.click(undo.x, undo.y);
    expect(await says(tab, 'Reading')).toBe(true);
    expect((await eventually(status))?.status).toBe('reading');
    await ask(session, 'data.erase', { confirmed: true });
    await tab.close();
  });

  it('says in a sentence that a save failed, keeps what was wanted, and “Try again” saves it', async () => {
    const { session } = byline();
    // The store is there from then on.
    for (const status of ['read', null] as const) await ask(session, 'library.set', { id: lambId, status });
    const tab = await visit(byline());
    await hoverText(tab, '#two');
    const { box } = await byline().card(tab);
    await wait(600);
    await tab.click(box.x + 8, box.y + 8);
    const fault = await refuseSaves(session);
    await tab.press('s');
    expect(await says(tab, fault.sentence)).toBe(true);
    // Not a word of it is on the list, and the button says so.
    await partOf(tab, 'Save');
    expect((await ask(session, 'card.paper', { id: lambId })).status).toBeNull();
    const first = await partOf(tab, 'Try again');
    await tab.click(first.x, first.y);
    expect(await says(tab, fault.sentence)).toBe(true);
    await fault.end();
    const second = await partOf(tab, 'Try again');
    await tab.click(second.x, second.y);
    await says(tab, 'To read');
    const saved = await eventually(async () => (await ask(session, 'card.paper', { id: lambId })).status ?? undefined);
    expect(saved).toBe('to-read');
    expect((await openCard(tab))?.text).not.toContain(fault.sentence);
    await ask(session, 'library.set', { id: lambId, status: null });
    await tab.press('Escape');
  });

  it('keeps its head in sight when its sources are brought into view', async () => {
    const tab = await visit(byline());
    await hoverText(tab, '#one');
    expect(await titled(tab, transformers)).toBe(true);
    const { x, y } = await partOf(tab, 'Google Research');
    await wait(600);
    await tab.click(x, y);
    expect(await says(tab, 'Sources')).toBe(true);
    const [card, head] = await tab.closed((roots) => {
      const root = roots.find((one) => one.querySelector('[role="dialog"]') !== null);
      return ['[role="dialog"]', 'h2'].map((part) => root?.querySelector(part)?.getBoundingClientRect().top ?? 0);
    });
    expect((head ?? 0) - (card ?? 0)).toBeGreaterThan(8);
    await tab.close();
  });

  it('saves nothing at a click in its first half second', async () => {
    const tab = await visit(byline());
    await hoverText(tab, '#one');
    const first = await byline().card(tab);
    const save = await partOf(tab, 'Save');
    await tab.hover(1200, 20);
    await byline().noCard(tab);

    const refused = (): Promise<string> =>
      tab.closed((roots) => roots.map((root) => root.querySelector('.refused')?.textContent ?? '').join(''));
    const clickSoon = async (): Promise<string> => {
      for (let tries = 0; tries < 6; tries += 1) {
        const asked = performance.now();
        await hoverText(tab, '#one');
        const second = await byline().card(tab);
        expect(second.box.x).toBe(first.box.x);
        await tab.click(save.x, save.y);
        const took = performance.now() - asked;
        const said = await eventually(async () => ((await refused()) === '' ? undefined : refused()), 2000);
        if (said !== undefined || took < stillFor) return said ?? '';
        // A busy machine brought the click so late that the reader has seen the card: it counted.
        await ask(byline().session, 'library.set', { id: 'arxiv:1912.10077', status: null });
        await tab.press('Escape');
        await byline().noCard(tab);
        await tab.hover(1200, 20);
      }
      throw new Error('Each click came later than a reader needs to see the card.');
    };
    // The reader sees that it did nothing, and the next click works.
    expect(await clickSoon()).toContain('Try again');
    expect((await ask(byline().session, 'card.paper', { id: 'arxiv:1912.10077' })).status).toBeNull();
    await wait(500);
    await tab.click(save.x, save.y);
    const saved = await eventually(async () => {
      const { status } = await ask(byline().session, 'card.paper', { id: 'arxiv:1912.10077' });
      return status ?? undefined;
    });
    expect(saved).toBe('to-read');
    await ask(byline().session, 'library.set', { id: 'arxiv:1912.10077', status: null });
  });

  it('saves at a click 80 to 700 ms after it came, by a pointer that moved into it', async () => {
    const id = 'arxiv:1912.10077';
    const status = async () => (await ask(byline().session, 'card.paper', { id })).status;
    const tab = await visit(byline());
    // Where its Save will be.
    await hoverText(tab, '#one');
    await byline().card(tab);
    const save = await partOf(tab, 'Save');
    const { x, y } = await boxOf(tab, '#one');
    /** Off the text, over the gap, into the card, to the button; whether the card is still there then. */
    const reach = async (ms: number): Promise<boolean> => {
      await tab.hover(1200, 20);
      await byline().noCard(tab);
      await hoverText(tab, '#one');
      const card = await eventually(() => openCard(tab), 10_000, 5);
      const came = performance.now();
      expect(card?.title).toBe(transformers);
      for (const share of [0.1, 0.5, 0.97])
        await tab.hover(x + 40 + (save.x - x - 40) * share, y + 8 + (save.y - y - 8) * share);
      await wait(Math.max(0, ms - (performance.now() - came)));
      return (await openCard(tab)) !== undefined;
    };
    for (const ms of [80, 200, 350, 500, 700]) {
      // A busy machine may move the pointer so slowly that the card goes before it is reached.
      if (!(await reach(ms)) && !(await reach(ms))) await reach(ms);
      await tab.click(save.x, save.y);
      expect([ms, await eventually(async () => (await status()) ?? undefined)]).toEqual([ms, 'to-read']);
      await ask(byline().session, 'library.set', { id, status: null });
      await tab.press('Escape');
    }
  });

  it('takes keys while the pointer is in it, but none that a field of the page is to have', async () => {
    const id = 'arxiv:1912.10077';
    const status = async () => (await ask(byline().session, 'card.paper', { id })).status;
    const tab = await visit(byline());
    const enter = async (): Promise<void> => {
      await hoverText(tab, '#one');
      const { box } = await byline().card(tab);
      for (const by of [10, 30, 50]) await tab.hover(box.x + by, box.y + by);
    };
    await enter();
    const before = (await heardBy(tab)).filter((type) => type === 'keydown').length;
    await tab.press('s');
    expect(await eventually(async () => (await status()) ?? undefined)).toBe('to-read');
    expect((await heardBy(tab)).filter((type) => type === 'keydown')).toHaveLength(before);
    await ask(byline().session, 'library.set', { id, status: null });
    await tab.press('Escape');
    await byline().noCard(tab);

    const field = await boxOf(tab, '#field');
    await tab.click(field.x + 10, field.y + 10);
    await enter();
    await tab.press('s');
    expect(await tab.evaluate(() => document.querySelector('input')?.value)).toBe('s');
    expect(await status()).toBeNull();
  });

  it('does nothing at forged events', async () => {
    const tab = await visit(byline());
    await hoverText(tab, '#one');
    const { box } = await byline().card(tab);
    await tab.click(box.x + 8, box.y + 8);
    await tab.evaluate(() => {
      for (const target of [document, document.body, ...document.querySelectorAll('html > div')])
        for (const key of ['s', '1', 'c', 'Escape', 'Enter'])
          target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      for (const host of document.querySelectorAll<HTMLElement>('html > div')) {
        host.click();
        host.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      }
      document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    });
    await wait(300);
    expect((await openCard(tab))?.title).toBe(transformers);
    expect((await ask(byline().session, 'card.paper', { id: 'arxiv:1912.10077' })).status).toBeNull();
  });

  it('follows its text when the page scrolls, and goes with it when it leaves the window', async () => {
    const tab = await visit(byline());
    await hoverText(tab, '#one');
    // Its sections fill in, and it is placed again by its height.
    let before = '';
    const box = await eventually(
      async () => {
        const card = await openCard(tab);
        const same = card !== undefined && JSON.stringify(card.box) === before;
        before = JSON.stringify(card?.box);
        return same ? card.box : undefined;
      },
      30_000,
      500,
    );
    if (box === undefined) throw new Error('The card does not come to rest.');
    await tab.evaluate(() => scrollBy({ top: 40, behavior: 'instant' }));
    const moved = await eventually(async () => {
      const card = await openCard(tab);
      return card !== undefined && Math.abs(card.box.y - (box.y - 40)) < 2 ? true : undefined;
    });
    expect(moved).toBe(true);
    await tab.evaluate(() => scrollTo({ top: 1800, behavior: 'instant' }));
    await byline().noCard(tab);
  });

  it('opens inside the window and off the text at the window’s lower edge', async () => {
    const tab = await visit(byline());
    await tab.evaluate(() => {
      document.querySelector('#two')?.scrollIntoView({ block: 'end', behavior: 'instant' });
    });
    await hoverText(tab, '#two');
    const card = await byline().card(tab);
    const text = await boxOf(tab, '#two');
    expect(covers(card.box, text)).toBe(false);
    expect(card.box.y + card.box.height).toBeLessThanOrEqual(await tab.evaluate(() => innerHeight));
  });

  it('leaves no error on any console', async () => {
    expect(await byline().session.errors()).toEqual([]);
  });
});
