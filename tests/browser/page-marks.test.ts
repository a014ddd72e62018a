// What marks do on pages that hide, scroll, cover and reveal text, and that they are gone when Byline is switched off.
import { describe, expect, it } from 'vitest';
import { eventually, openCard, commandPage } from '../../tools/browser/byline.ts';
import type { Tab } from '../../tools/browser/session.ts';
import { fixture, kinds, useByline } from './harness.ts';
import { boxOfText, middle, pill, pillsNow, type Pill } from './marks.ts';
import { startCounting } from './measuring.ts';

const page = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Page</title><style>h2{margin:40px}</style>${body}`;
const looped = 'Looped Transformers as Programmable Computers';
const generative = 'Recommender Systems with Generative Retrieval';

/** Waits until as many pills are drawn as expected. */
const pillCount = (tab: Tab, count: number): Promise<true | undefined> =>
  eventually(async () => ((await pillsNow(tab)).length === count ? true : undefined));

describe.each(kinds)('marks in %s', (kind) => {
  const byline = useByline(kind);

  it('wait for text that nobody sees yet', async () => {
    const hidden = `<h2 id="late" style="display:none">${generative}</h2><!-- ${generative} -->`;
    const tab = await byline().visit('https://openreview.net/hidden', page(`<h2>${looped}</h2>${hidden}`));
    const report = await byline().report(tab);
    expect(report.papers.map((paper) => paper.title)).toEqual([looped]);
    await tab.evaluate(() => document.getElementById('late')?.removeAttribute('style'));
    await pill(tab, generative);
    await tab.close();
  });

  it('are on what readers see, or would see after a click on its <details>, and on nothing else', async () => {
    const titles = [
      'On Emergence of Activation Sparsity in Trained Transformers',
      'Understanding Robustness of Transformers for Image Classification',
      'Low-Rank Bottleneck in Multi-head Attention Models',
      'Robust Training of Neural Networks Using Scale Invariant Architectures',
      'The Expressive Power of Tuning Only the Normalization Layers',
      'Finding Everything within Random Binary Networks',
      looped,
    ];
    const hidden = [
      'Coping with label shift via distributionally robust optimisation',
      'On the Reproducibility of Neural Network Predictions',
      'Are Transformers universal approximators of sequence-to-sequence functions?',
      'Maestro: Uncovering Low-Rank Structures via Trainable Decomposition',
      'Minibatch vs Local SGD with Shuffling: Tight Convergence Bounds and Beyond',
      'An Exponential Improvement on the Memorization Capacity of Deep Threshold Networks',
      generative,
    ];
    const [a, b, c, d, e, f, g] = titles;
    const [t, u, v, w, x, y, z] = hidden;
    const body = `<style>.sr{position:absolute;clip-path:inset(50%)}.gone{display:none}.off{visibility:hidden}
        .tab{margin:9px}.tab[aria-selected=false]{position:absolute;left:-9999px}</style>
      <p>${a}</p><p>${b}</p><p>${c}</p><p style="position:absolute;clip-path:inset(50%)">${t}</p>
      <div class="sr"><b>${u}</b></div><p style="opacity:0">${v}</p>
      <p class="tab">${d}</p><p class="tab" aria-selected="false">${w}</p><p class="tab">${e}</p>
      <details><summary>More</summary><p>${f}</p><p>${g}</p>
        <div class="gone"><p>${x}</p></div><p class="off">${y}</p>
        <details><summary>Still more</summary><p>${z}</p></details></details>`;
    const tab = await byline().visit('https://openreview.net/hiding', page(body));
    const report = await byline().report(tab);
    const mentions = report.papers.flatMap((paper) => paper.mentions);
    expect(mentions.map(({ text }) => text).toSorted()).toEqual(titles.toSorted());
    expect(mentions.map(({ visible }) => visible)).not.toContain(false);
    await tab.close();
  });

  it('are one mark over a title in two blocks, with its pill behind the second', async () => {
    const [first, rest] = ['Low-Rank Bottleneck in', 'Multi-head Attention Models'];
    const tab = await byline().visit(
      'https://openreview.net/lines',
      page(`<ul><li><div>${first}</div><div>${rest}</div></li><li><div>${first}</div><div>Shelves</div></li></ul>`),
    );
    const { box } = await pill(tab, `${first} ${rest}`);
    const end = await boxOfText(tab, rest);
    expect(Math.abs(middle(box)[1] - middle(end)[1])).toBeLessThan(8);
    const report = await byline().report(tab);
    expect(report.papers.flatMap((paper) => paper.mentions)).toHaveLength(1);
    await tab.close();
  });

  it('are clipped by a box that scrolls, and move with it', async () => {
    const items = [looped, generative].map((title) => `<h2 style="margin:0 0 300px">${title}</h2>`).join('');
    const box = `<div id="box" style="height:120px;overflow:auto">${items}</div>`;
    const tab = await byline().visit('https://openreview.net/box', page(box));
    const report = await byline().report(tab);
    // Both can be seen by scrolling; one is drawn.
    expect(report.papers.flatMap((paper) => paper.mentions.map(({ visible }) => visible))).toEqual([true, true]);
    expect(await pillCount(tab, 1)).toBe(true);
    expect((await pill(tab, looped)).label).toContain(looped);
    await tab.evaluate(() => document.getElementById('box')?.scrollTo(0, 320));
    const { box: drawn } = await pill(tab, generative);
    const text = await boxOfText(tab, generative);
    expect(Math.abs(middle(drawn)[1] - middle(text)[1])).toBeLessThan(4);
    expect(await pillCount(tab, 1)).toBe(true);
    await tab.close();
  });

  it('move with the page and are not measured again when it scrolls', async () => {
    const titles = Array.from({ length: 20 }, () => `<p>${looped}</p><p>${generative}</p>`).join('');
    const tab = await byline().visit(
      'https://openreview.net/plain',
      page(`<style>p{margin:0;height:22px}</style>${titles}<div style="height:4000px"></div>`),
    );
    await byline().report(tab);
    const before = await pillsNow(tab);
    expect(before.length).toBe(40);
    const measured = await startCounting(byline().session, tab);
    await tab.evaluate(async () => {
      for (let step = 0; step < 10; step += 1) {
        scrollBy(0, 20);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    // Until nothing has been measured for a while: the end of scrolling is noticed by a pause.
    let [rects, quiet] = [0, 0];
    await eventually(async () => {
      const now = await measured();
      rects += now.rects;
      quiet = now.rects + now.points === 0 ? quiet + 1 : 0;
      return quiet > 5 ? true : undefined;
    });
    // One mark is looked at, for changes that no event tells of.
    expect(rects).toBeLessThan(3);
    const after = await pillsNow(tab);
    expect(after.map(({ box }) => box.y)).toEqual(before.map(({ box }) => box.y - 200));
    await tab.close();
  });

  it('go under a header at once, while the page is still scrolling', async () => {
    const header = '<header style="position:fixed;top:0;left:0;right:0;height:90px;background:#eee">Header</header>';
    const tab = await byline().visit(
      'https://openreview.net/still',
      page(`${header}<h2 style="margin-top:150px">${looped}</h2><div style="height:3000px"></div>`),
    );
    await byline().report(tab);
    await pill(tab, looped);
    await tab.evaluate(() => {
      let step = 0;
      const going = setInterval(() => scrollTo(0, 105 + (step++ % 2)), 40);
      document.body.addEventListener('click', () => clearInterval(going));
    });
    expect(await pillCount(tab, 0)).toBe(true);
    await tab.evaluate(() => document.body.click());
    await tab.close();
  });

  it('go under what only sticks further down, and stay beside text that sticks itself', async () => {
    const sticky = 'position:sticky;top:0;margin:0;height:70px;background:#fff';
    const tab = await byline().visit(
      'https://openreview.net/years',
      page(`<div style="height:900px"></div><section><h3 style="${sticky}">2023</h3><h2>${looped}</h2>
        <div style="height:2000px"></div></section><section><h2 style="${sticky}">${generative}</h2>
        <div style="height:3000px"></div></section>`),
    );
    await byline().report(tab);
    await tab.evaluate(() => scrollTo(0, 985));
    expect(await pillCount(tab, 0)).toBe(true);
    await tab.evaluate(() => scrollTo(0, 3300));
    const stuck = await pill(tab, generative);
    await tab.evaluate(() => scrollTo(0, 3600));
    const text = await boxOfText(tab, generative);
    expect(text.y).toBeLessThan(70);
    const follows = await eventually(async () => {
      const [now] = await pillsNow(tab);
      return now !== undefined && Math.abs(middle(now.box)[1] - middle(text)[1]) < 4 ? now : undefined;
    });
    expect(follows?.box.x).toBe(stuck.box.x);
    await tab.close();
  });

  it('are right again after a scroll where the layout changed and no event told of it', async () => {
    const tab = await byline().visit(
      'https://openreview.net/untold',
      page(`<style>html,body{height:100%;margin:0}</style><h2>${looped}</h2><div style="height:3000px"></div>`),
    );
    await byline().report(tab);
    await pill(tab, looped);
    await tab.evaluate(() => document.styleSheets[0]?.insertRule('h2{padding-top:160px}'));
    await tab.evaluate(() => scrollTo(0, 30));
    const text = await boxOfText(tab, looped);
    const right = await eventually(async () => {
      const [now] = await pillsNow(tab);
      return now !== undefined && Math.abs(middle(now.box)[1] - middle(text)[1]) < 4 ? true : undefined;
    });
    expect(right).toBe(true);
    await tab.close();
  });

  it('slide under a header that stays', async () => {
    const header = '<header style="position:sticky;top:0;height:90px;background:#eee">Header</header>';
    const tab = await byline().visit(
      'https://openreview.net/sticky',
      page(`${header}<h2>${looped}</h2><div style="height:3000px"></div>`),
    );
    await byline().report(tab);
    await pill(tab, looped);
    await tab.evaluate(() => scrollTo(0, 110));
    expect(await pillCount(tab, 0)).toBe(true);
    await tab.evaluate(() => scrollTo(0, 0));
    await pill(tab, looped);
    await tab.close();
  });

  it('go under what opens over some of many, not over what is behind them all, for a few hit tests', async () => {
    const titles = Array.from({ length: 100 }, () => `<p>${looped}</p><p>${generative}</p>`).join('');
    const fixed = 'position:fixed;background:#eee';
    const tab = await byline().visit(
      'https://openreview.net/many',
      page(`<style>p{margin:0;height:22px}main{columns:2}</style>
        <div style="${fixed};inset:0;z-index:-1"></div><main>${titles}</main>
        <div id="menu" style="${fixed};left:0;top:220px;width:620px;height:300px" hidden>Menu</div>`),
    );
    await byline().report(tab);
    const before = await pillsNow(tab);
    expect(before.length).toBeGreaterThan(80);
    const measured = await startCounting(byline().session, tab);
    await tab.evaluate(() => document.getElementById('menu')?.removeAttribute('hidden'));
    const isUnder = ({ box }: Pill): boolean => {
      const [x, y] = middle(box);
      return x < 620 && y > 220 && y < 520;
    };
    const expected = before.filter((one) => !isUnder(one)).length;
    expect(expected).toBeLessThan(before.length);
    expect(await pillCount(tab, expected)).toBe(true);
    expect((await pillsNow(tab)).filter(isUnder)).toEqual([]);
    // However many marks there are: for the search, for where they are in the order of painting, for pills beside their block.
    expect((await measured()).points).toBeLessThan(80);
    await tab.evaluate(() => document.getElementById('menu')?.setAttribute('hidden', ''));
    expect(await pillCount(tab, before.length)).toBe(true);
    await tab.close();
  });

  it('are beside their titles on a page that zooms itself, and the card at the title it is about', async () => {
    const tab = await byline().visit(
      'https://openreview.net/zoomed',
      page(
        `<style>html{zoom:1.5}</style><p style="height:150px"></p><h2>${looped}</h2><p style="margin:40px"><b>${generative}</b><br>A, B`,
      ),
    );
    const report = await byline().report(tab);
    for (const title of [looped, generative]) {
      const { box } = await pill(tab, title);
      const text = await boxOfText(tab, title);
      expect(Math.abs(middle(box)[1] - middle(text)[1]), title).toBeLessThan(5);
    }
    const text = await boxOfText(tab, looped);
    await commandPage(byline().session, tab, 'page.show', {
      id: report.papers.find((paper) => paper.title === looped)?.id ?? '',
    });
    const card = await byline().card(tab);
    const isBelow = card.box.y >= text.y + text.height && card.box.y - text.y - text.height < 24;
    const isLevel = card.box.x >= text.x + text.width && Math.abs(card.box.y - text.y) < 60;
    expect(isBelow || isLevel, JSON.stringify({ card: card.box, text })).toBe(true);
    expect(card.box.width).toBeLessThan(420);
    await tab.close();
  });

  it('never lie on text: in running text there is no pill', async () => {
    const tab = await byline().visit(
      'https://openreview.net/text',
      page(`<p>We follow “${looped}” in all that comes, and say below in which way we differ from it.</p>`),
    );
    const report = await byline().report(tab);
    expect(report.papers.map((paper) => paper.title)).toEqual([looped]);
    expect(await pillsNow(tab)).toEqual([]);
    await tab.close();
  });

  it('open the profile of an author whose name the pointer rests on', async () => {
    const tab = await byline().visit('https://arxiv.org/abs/1904.00962', fixture('arxiv-abs.html'));
    const report = await byline().report(tab);
    const name = report.people[0]?.name ?? '';
    await tab.hover(...middle(await boxOfText(tab, name)));
    const card = await eventually(() => openCard(tab));
    expect(card?.text).toContain(name);
    await tab.close();
  });

  it('are all gone at once when Byline is switched off here', async () => {
    const tab = await byline().visit('https://openreview.net/off', page(`<h2>${looped}</h2>`));
    await byline().report(tab);
    await pill(tab, looped);
    const settings = {
      hover: 'rest',
      delay: 500,
      modifier: 'alt',
      sitesOff: [],
      visits: false,
      citations: true,
      cite: 'bibtex',
    } as const;
    await commandPage(byline().session, tab, 'page.settings', {
      on: false,
      settings: { ...settings, sitesOff: [], visits: false },
    });
    expect(await pillsNow(tab)).toEqual([]);
    expect(await tab.evaluate(() => document.documentElement.lastElementChild?.localName)).toBe('body');
    expect(await commandPage(byline().session, tab, 'page.report', {})).toBeNull();
    await tab.close();
  });
});
