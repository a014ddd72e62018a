// Filters on a listing: what does not fit is veiled, the page itself stays as it is; following an author is seen on it.
import { describe, expect, it } from 'vitest';
import { ask, eventually, commandPage } from '../../tools/browser/byline.ts';
import type { Box, Tab } from '../../tools/browser/session.ts';
import { kinds, useByline } from './harness.ts';
import { boxOfText, middle, pill } from './marks.ts';
import { clickOn, printed, violations } from './own-page.ts';

const address = 'https://arxiv.org/list/cs.LG/recent';
const works = [
  ['1904.00962', 'Large Batch Optimization for Deep Learning: Training BERT in 76 minutes', 'Yang You, Sashank Reddi'],
  ['1912.10077', 'Are Transformers universal approximators of sequence-to-sequence functions?', 'Chulhee Yun'],
  ['2002.07028', 'Low-Rank Bottleneck in Multi-head Attention Models', 'Srinadh Bhojanapalli, Chulhee Yun'],
  ['2310.05351', 'Generalized Neural Collapse for a Large Number of Classes', 'Jiachen Jiang, Jinxin Zhou'],
  ['2301.13196', 'Looped Transformers as Programmable Computers', 'Angeliki Giannou, Shashank Rajput'],
  ['2305.05065', 'Recommender Systems with Generative Retrieval', 'Shashank Rajput, Nikhil Mehta'],
] as const;
const [lamb, approximators, lowRank] = works.map(([, title]) => title);
const rowsOfPage = works
  .map(
    ([id, title, names], at) => `<dt><a name="item${at + 1}">[${at + 1}]</a> <a href="/abs/${id}">arXiv:${id}</a></dt>
      <dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> ${title}</div>
      <div class="list-authors">${names
        .split(', ')
        .map((name) => `<a href="/search?a">${name}</a>`)
        .join(', ')}</div><p>Comments: 12 pages</p></div></dd>`,
  )
  .join('');
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Machine Learning</title>
  <style>body{margin:0;font:16px/1.5 sans-serif}header{position:sticky;top:0;height:60px;background:#b31b1b;color:#fff}
  dd{margin:4px 0 30px 40px}#end{height:2000px}</style>
  <header>arXiv</header><h1>Recent papers</h1><dl id="articles">${rowsOfPage}</dl><div id="end"></div>`;

/** The veils that are drawn, in the viewport's pixels, and the chip's words. */
const veils = (tab: Tab): Promise<Box[]> =>
  tab.closed((roots) =>
    roots
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>('[data-drawn]')])
      .map((node) => node.getBoundingClientRect())
      .map(({ x, y, width, height }) => ({ x, y, width, height })),
  );
const chip = (tab: Tab): Promise<{ label: string; box: Box } | null> =>
  tab.closed((roots) => {
    const [button] = roots
      .flatMap((root) => [...root.querySelectorAll('button')])
      .filter(({ ariaLabel }) => ariaLabel?.startsWith('Byline shows') === true);
    if (button === undefined) return null;
    const { x, y, width, height } = button.getBoundingClientRect();
    return { label: button.ariaLabel ?? '', box: { x, y, width, height } };
  });
const holds = ({ x, y, width, height }: Box, [left, top]: readonly [number, number]): boolean =>
  left > x && left < x + width && top > y && top < y + height;
const veiled = async (tab: Tab, text: string): Promise<boolean> => {
  const point = middle(await boxOfText(tab, text));
  return (await veils(tab)).some((box) => holds(box, point));
};
const veilCount = (tab: Tab, count: number): Promise<true | undefined> =>
  eventually(async () => ((await veils(tab)).length === count ? true : undefined));

describe.each(kinds)('filters in %s', (kind) => {
  const byline = useByline(kind);

  it('are chosen in the popup with counts, veil what does not fit, and go by the chip', async () => {
    const tab = await byline().visit(address, page);
    await byline().report(tab);
    await pill(tab, lamb ?? '', 'code');
    const before = await tab.evaluate(() => [document.documentElement.scrollHeight, document.body.innerHTML]);
    const popup = await byline().session.openOwn(`popup.html?tab=${tab.id}`);
    await popup.size(360, 600);
    const text = await printed(popup, 'Code ');
    const count = Number(/Code (\d+)/.exec(text)?.[1]);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(works.length);
    await clickOn(popup, '.filter');
    await printed(popup, `On this page · ${count}`);
    expect(await violations(popup)).toEqual([]);
    await popup.close();

    await tab.front();
    expect(await veilCount(tab, works.length - count)).toBe(true);
    expect(await veiled(tab, lamb ?? '')).toBe(false);
    expect(await veiled(tab, approximators ?? '')).toBe(true);
    expect((await chip(tab))?.label).toContain(`${count} of ${works.length}`);
    // The page's nodes and its size are as they were, and what is under a veil is the page's own.
    expect(await tab.evaluate(() => [document.documentElement.scrollHeight, document.body.innerHTML])).toEqual(before);
    // A header that sticks is never veiled.
    await tab.evaluate(() => scrollTo(0, 300));
    await eventually(async () =>
      (await veils(tab)).every(({ y, height }) => y > 59 || y + height < 1) ? true : undefined,
    );
    expect((await veils(tab)).filter(({ y, height }) => y < 59 && y + height > 1)).toEqual([]);

    const { box } = (await chip(tab)) ?? { box: { x: 0, y: 0, width: 0, height: 0 } };
    await tab.click(...middle(box));
    expect(await veilCount(tab, 0)).toBe(true);
    expect(await chip(tab)).toBeNull();
    await tab.close();
  });

  it('lead steps by key through rows that fit alone, and end with Escape', async () => {
    const tab = await byline().visit(address, page);
    await byline().report(tab);
    await tab.front();
    await commandPage(byline().session, tab, 'page.filter', { code: true, followed: false, unread: false });
    const fitting = (await commandPage(byline().session, tab, 'page.summary', {}))?.listing?.code ?? 0;
    const met = new Set<string>();
    for (let step = 0; step <= fitting; step += 1) {
      await commandPage(byline().session, tab, 'page.step', { by: 1 });
      // The focus mark is there; a screen reader hears its title.
      await eventually(async () => {
        const said = await tab.closed((roots) =>
          roots.map((root) => root.querySelector('[role="status"]:not(.refused)')?.textContent ?? '').join(''),
        );
        return said === '' ? undefined : said;
      });
      await tab.press('Enter');
      const card = await eventually(async () => {
        const { title } = await byline().card(tab);
        return title !== '' && (step === 0 || fitting === 1 || title !== [...met].at(-1)) ? title : undefined;
      });
      met.add(card ?? '');
    }
    expect(met.size).toBe(fitting);
    expect(met.has(approximators ?? '')).toBe(false);
    // The first Escape is the card's.
    await tab.press('Escape');
    await byline().noCard(tab);
    expect(await chip(tab)).not.toBeNull();
    await tab.press('Escape');
    expect(await eventually(async () => ((await chip(tab)) === null ? true : undefined))).toBe(true);
    await tab.close();
  });

  it('know the followed people on pages that are open already', async () => {
    const tab = await byline().visit(address, page);
    const report = await byline().report(tab);
    const person = report.people.find(({ name }) => name === 'Srinadh Bhojanapalli');
    const paper = 'arxiv:2002.07028';
    await ask(byline().session, 'library.follow', { id: person?.id ?? '', follow: true, paper });
    await pill(tab, lowRank ?? '', 'by Srinadh Bhojanapalli, whom you follow');
    await commandPage(byline().session, tab, 'page.filter', { code: false, followed: true, unread: false });
    expect(await eventually(async () => ((await veiled(tab, lamb ?? '')) ? undefined : true))).toBeDefined();
    expect(await veiled(tab, lowRank ?? '')).toBe(false);
    expect((await ask(byline().session, 'library.follows', {})).people).toMatchObject([{ id: person?.id }]);
    await ask(byline().session, 'library.follow', { id: person?.id ?? '', follow: false });
    expect((await ask(byline().session, 'library.follows', {})).people).toEqual([]);
    expect(await byline().session.errors()).toEqual([]);
    await tab.close();
  });
});
