// What happens to a guest while it is there: its worker is stopped, the extension is restarted under open tabs, pages go
// and come back, throw out our element or their own body.
import { describe, expect, it } from 'vitest';
import { ask, catalogReady, eventually, openCard, commandPage } from '../../tools/browser/byline.ts';
import type { Tab } from '../../tools/browser/session.ts';
import { kinds, useByline, onlyChromium } from './harness.ts';
import { boxOfText, middle, pill, pillsNow } from './marks.ts';

const looped = 'Looped Transformers as Programmable Computers';
const loopedId = 'arxiv:2301.13196';
const generative = 'Recommender Systems with Generative Retrieval';
const page = (body: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>
  <style>body { margin: 40px }</style><main>${body}</main>`;
const at = 'https://openreview.net/';

const hosts = (tab: Tab): Promise<number> =>
  tab.evaluate(() => document.querySelectorAll('html > :not(head, body)').length);
const becomes = (look: () => Promise<boolean>): Promise<true | undefined> =>
  eventually(async () => ((await look()) ? true : undefined));

async function hoverText(tab: Tab, text: string): Promise<void> {
  const { x, y } = await boxOfText(tab, text);
  await tab.hover(x + 60, y + 200);
  await tab.hover(x + 20, y + 8);
}

describe.each(kinds)('a guest in %s', (kind) => {
  const byline = useByline(kind);

  it.each(onlyChromium(kind))(
    'goes on when its worker was stopped: before the hover, and between card and save',
    async () => {
      const { session } = byline();
      const tab = await byline().visit(`${at}stopped`, page(`<h3>${looped}</h3>`));
      await byline().report(tab);
      await pill(tab, looped);
      await session.stopWorker?.();
      await hoverText(tab, looped);
      const { box } = await byline().card(tab);
      await tab.click(box.x + 8, box.y + 8);
      await session.stopWorker?.();
      // A card takes keys once its reader has seen it for half a second.
      const isSaved = async (): Promise<boolean> => (await openCard(tab))?.text.includes('To read') === true;
      const pressed = await eventually(
        async () => {
          if (!(await isSaved())) await tab.press('s');
          return (await isSaved()) || undefined;
        },
        30_000,
        700,
      );
      expect(pressed).toBe(true);
      await session.stopWorker?.();
      const saved = async (): Promise<boolean> =>
        (await ask(session, 'card.paper', { id: loopedId })).status === 'to-read';
      expect(await becomes(saved)).toBe(true);
      await ask(session, 'library.set', { id: loopedId, status: null });
      expect(await session.errors()).toEqual([]);
      await tab.close();
    },
  );

  it.each(onlyChromium(kind))('is replaced when the extension restarts under open tabs, three times', async () => {
    const { session } = byline();
    const tab = await byline().visit(`${at}restarted`, page(`<h3>${looped}</h3>`));
    await byline().report(tab);
    await pill(tab, looped);
    await hoverText(tab, looped);
    await byline().card(tab);
    for (let round = 0; round < 3; round++) {
      await session.reload?.();
      await catalogReady(session);
      // The reader goes on: whatever is left of the old script notices at the next move.
      await tab.front();
      await tab.hover(600, 500 + round);
      await becomes(async () => (await commandPage(session, tab, 'page.report', {})) !== null);
      expect(await becomes(async () => (await hosts(tab)) <= 1)).toBe(true);
    }
    await byline().report(tab);
    await hoverText(tab, looped);
    expect((await byline().card(tab)).title).toBe(looped);
    expect(await hosts(tab)).toBeLessThanOrEqual(2);
    expect(await session.errors()).toEqual([]);
    await tab.close();
  });

  it('is there again after back and forward', async () => {
    const tab = await byline().visit(`${at}there`, page(`<h3>${looped}</h3>`));
    await byline().report(tab);
    await pill(tab, looped);
    await hoverText(tab, looped);
    await byline().card(tab);
    await (await byline().visit(`${at}elsewhere`, page('<p>Nothing.</p>'))).close();
    await tab.front();
    await tab.goto(`${at}elsewhere`);
    await tab.evaluate(() => {
      history.back();
    });
    await becomes(() =>
      tab.evaluate(() => location.pathname === '/there' && document.readyState === 'complete').catch(() => false),
    );
    expect((await byline().report(tab)).papers).toHaveLength(1);
    await pill(tab, looped);
    expect(await openCard(tab)).toBeUndefined();
    expect(await hosts(tab)).toBeLessThanOrEqual(2);
    await tab.close();
  });

  it('follows a page that exchanges its body, its root, or rewrites itself', async () => {
    const tab = await byline().visit(`${at}rewritten`, page(`<h3>${looped}</h3>`));
    await byline().report(tab);
    await pill(tab, looped);
    const has = (title: string): Promise<true | undefined> =>
      becomes(async () => {
        const labels = (await pillsNow(tab)).map(({ label }) => label);
        return labels.length === 1 && labels[0]?.includes(title) === true;
      });
    await tab.evaluate((title) => {
      const body = document.createElement('body');
      body.append(Object.assign(document.createElement('h3'), { textContent: title }));
      document.body.replaceWith(body);
    }, generative);
    expect(await has(generative)).toBe(true);
    await tab.evaluate(
      (html) => {
        document.open();
        // oxlint-disable-next-line no-deprecated -- the deprecated way is what is tested
        document.write(html);
        document.close();
      },
      page(`<h3>${looped}</h3>`),
    );
    expect(await has(looped)).toBe(true);
    await tab.evaluate((title) => {
      document.documentElement.remove();
      const root = document.createElement('html');
      root.append(document.createElement('head'), document.createElement('body'));
      document.append(root);
      document.body.append(Object.assign(document.createElement('h3'), { textContent: title }));
    }, generative);
    expect(await has(generative)).toBe(true);
    await tab.evaluate(() => {
      document.body.remove();
    });
    await tab.hover(300, 300);
    expect(await becomes(async () => (await pillsNow(tab)).length === 0)).toBe(true);
    expect(await byline().session.errors()).toEqual([]);
    await tab.close();
  });

  it('keeps its marks on a long page that renders them again and again', async () => {
    const tab = await byline().visit(
      `${at}rewritten-often`,
      page(`<h3>${looped}</h3>${'<p>Some words.</p>'.repeat(2000)}`),
    );
    await byline().report(tab);
    await pill(tab, looped);
    await tab.evaluate(() => {
      setInterval(() => {
        const title = document.querySelector('h3');
        title?.replaceChildren(title.textContent);
      }, 400);
    });
    let [seen, looks] = [0, 0];
    for (const until = performance.now() + 2400; performance.now() < until; looks++)
      if ((await pillsNow(tab)).length > 0) seen++;
    expect(seen / looks).toBeGreaterThan(0.6);
    await tab.close();
  });

  it('gives way to a page that throws it out, and leaves no traps where its pills were', async () => {
    const thief = `<script>addEventListener('load', () => {
      thrown = 0;
      new MutationObserver(() => { for (const host of document.querySelectorAll('html > div')) { thrown += 1; host.remove(); } })
        .observe(document.documentElement, { childList: true });
    });</script>`;
    const tab = await byline().visit(`${at}thief`, page(`<h3><a href="#hit">${looped}</a></h3>${thief}`));
    await byline().report(tab);
    const thrown = (): Promise<number> => tab.evaluate(() => (globalThis as unknown as { thrown: number }).thrown);
    await becomes(async () => (await thrown()) >= 6);
    await hoverText(tab, looped);
    const { x, y, width } = await boxOfText(tab, looped);
    await tab.hover(x + width + 14, y + 9);
    expect(await thrown()).toBeLessThanOrEqual(8);
    // Half in the pill's place, were there one: the page gets the click.
    await tab.click(x + width - 4, y + 9);
    expect(await tab.evaluate(() => location.hash)).toBe('#hit');
    await tab.close();
  });

  it('comes home when a page puts it elsewhere', async () => {
    const tab = await byline().visit(
      `${at}moved`,
      page(`<h3>${looped}</h3><div id="away" style="position: fixed; left: 500px; top: 300px; opacity: 0.01"></div>`),
    );
    await byline().report(tab);
    await pill(tab, looped);
    await tab.evaluate(() => {
      const host = document.querySelector('html > div');
      if (host !== null) document.querySelector('#away')?.append(host);
    });
    const { box } = await pill(tab, looped);
    const text = await boxOfText(tab, looped);
    expect(Math.abs(middle(box)[1] - middle(text)[1])).toBeLessThan(3);
    await tab.close();
  });
});
