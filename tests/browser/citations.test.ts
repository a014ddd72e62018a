// Resting on a citation opens the card of what it cites; of several in one bracket, a list of them; reading over them opens none.
import { describe, expect, it } from 'vitest';
import { ask, commandPage, eventually, openCard, wait } from '../../tools/browser/byline.ts';
import type { Tab } from '../../tools/browser/session.ts';
import { clickInCard } from './card-in-page.ts';
import { kinds, useByline, type Byline } from './harness.ts';
import { boxOfText, middle } from './marks.ts';
import { restOn } from './rest-on.ts';
import { boxOf, lamb, lambId, transformers } from './two-papers.ts';

const lowRank = 'Low-Rank Bottleneck in Multi-head Attention Models';
const papers = [
  `Chulhee Yun, Srinadh Bhojanapalli. ${transformers} ICLR, 2020.`,
  `Yang You, Jing Li, Sashank Reddi. ${lamb}. ICLR, 2020.`,
  `Srinadh Bhojanapalli, Chulhee Yun. ${lowRank}. ICML, 2020.`,
];
const list = (entry: (text: string, number: number) => string, tag = 'ol', name = ''): string =>
  `<h2>References</h2><${tag} class="${name}">${papers.map((text, at) => entry(text, at + 1)).join('')}</${tag}>`;
const link = (number: number, words = String(number)): string => `<a href="#r${number}" id="c${number}">${words}</a>`;
const many = Array.from(
  { length: 10 },
  (_, at) => `and more of it [<a href="#r${(at % 3) + 1}">${(at % 3) + 1}</a>]`,
).join(' ');

/** The same article in the ways in which sites link a citation to its entry. */
const forms: Record<string, { text: string; references: string }> = {
  'numbers that link to items': {
    text: `Shown before [${link(2)}]. It holds [${link(1)}, ${link(3)}] in all. It holds <span id="range">[<a href="#r1" id="from">1</a>–<a href="#r3">3</a>]</span>.`,
    references: list((text, at) => `<li id="r${at}">${text}</li>`),
  },
  'superscripts that link to an anchor inside of an item': {
    text: `Shown before.<sup>${link(2)}</sup> It holds.<sup>${link(1)}</sup><sup>,</sup><sup>${link(3)}</sup> In all<sup id="range"><a href="#r1" id="from">1</a>–<a href="#r3">3</a></sup>.`,
    references: list((text, at) => `<li><span class="n"><a id="r${at}"></a>${at}.</span> <span>${text}</span></li>`),
  },
  'names and years that link to paragraphs': {
    text: `As You et al. (${link(2, '2020')}) say. It holds (${link(1, 'Yun, 2020')}; ${link(3, 'Bhojanapalli, 2020')}). Again <span id="range">(<a href="#r1" id="from">Yun, 2020</a>; <a href="#r2">You, 2020</a>; <a href="#r3">Bhojanapalli, 2020</a>)</span>.`,
    references: list((text, at) => `<p id="r${at}">${text}</p>`, 'div'),
  },
  'plain numbers': {
    text: 'Shown before <span id="c2">[2]</span>. It holds <span id="c1">[1, 3]</span> in all. It holds <span id="from">[1–3]</span>.',
    references: list((text, at) => `<li>[${at}] ${text}</li>`, 'ul', 'references'),
  },
};

async function article(byline: Byline, form: keyof typeof forms, more = ''): Promise<Tab> {
  const { text = '', references = '' } = forms[form] ?? {};
  const tab = await byline.visit(
    'https://journal.example/article',
    `<!doctype html><html lang="en"><title>Article</title><style>body { font: 18px/2 serif; max-width: 700px; margin: 40px }</style>
      <h1>On Quiet Rivers and what they carry</h1><p id="text">${text}</p><p id="many">${many}</p><div style="height: 900px"></div>
      ${references}${more}`,
  );
  await tab.front();
  await byline.report(tab);
  return tab;
}
const shown = (tab: Tab) => eventually(() => openCard(tab), 15_000);
async function leave(tab: Tab): Promise<void> {
  await tab.hover(900, 20);
  await eventually(async () => ((await openCard(tab)) === undefined ? true : undefined));
}

describe.each(kinds)('citations in %s', (kind) => {
  const byline = useByline(kind);

  it.each(Object.keys(forms))('of %s open what they cite', async (form) => {
    const tab = await article(byline(), form);
    await restOn(tab, '#c2');
    expect((await shown(tab))?.title).toBe(lamb);
    await leave(tab);
    await restOn(tab, '#c1');
    const two = (await shown(tab))?.text ?? '';
    expect([transformers, lamb, lowRank].map((title) => two.includes(title))).toEqual([true, false, true]);
    expect(two).toContain('2 papers cited here');
    await leave(tab);
    await restOn(tab, '#from');
    const three = (await shown(tab))?.text ?? '';
    expect([transformers, lamb, lowRank].map((title) => three.includes(title))).toEqual([true, true, true]);
    expect(await byline().session.errors()).toEqual([]);
    await tab.close();
  });

  it('open nothing while one reads over ten of them, nor where the link leads to a note, a figure or another page', async () => {
    const tab = await article(
      byline(),
      'numbers that link to items',
      '<p><a href="#fig" id="c8">Figure 1</a> <a href="https://journal.example/other#r1" id="c9">there</a></p><p id="fig">A figure of a river, with a caption that is long enough for one.</p>' +
        `<p><a href="#part" id="c7">1. A part of it</a></p><section><h2><a id="part"></a>A part of it</h2><p>${lamb}</p></section>`,
    );
    const { x, y, width, height } = await boxOf(tab, '#many');
    for (let at = 0; at < width; at += 12) await tab.hover(x + at, y + height / 2);
    await tab.hover(900, 20);
    // Longer than the delay after which a card opens.
    await wait(700);
    expect(await openCard(tab)).toBeUndefined();
    for (const id of ['#c7', '#c8', '#c9']) {
      await tab.evaluate((wanted) => document.querySelector(wanted)?.scrollIntoView({ behavior: 'instant' }), id);
      await restOn(tab, id);
      await wait(900);
      expect(await openCard(tab)).toBeUndefined();
    }
    await tab.close();
  });

  it('are left to a page that shows them itself', async () => {
    const popup = `<div id="own" style="position:absolute;width:240px;height:80px;background:#eee" hidden>Entry</div>
      <script>const link = document.querySelector('#c2'); link.addEventListener('mouseenter', () => { const box = link.getBoundingClientRect();
        Object.assign(own.style, { left: box.left + 'px', top: box.bottom + scrollY + 4 + 'px' }); own.hidden = false; });
        link.addEventListener('mouseleave', () => { own.hidden = true; });</script>`;
    const tab = await article(byline(), 'numbers that link to items', popup);
    await restOn(tab, '#c2');
    await wait(1200);
    expect(await openCard(tab)).toBeUndefined();
    await tab.hover(900, 20);
    // One that the page shows nothing for is ours.
    await restOn(tab, '#c1');
    expect((await shown(tab))?.text).toContain(transformers);
    await tab.close();
  });

  it('open by key where the page shows them itself, where the focus is, and from one to the next', async () => {
    const { session } = byline();
    const popup = `<div id="own" style="position:absolute;width:240px;height:80px;background:#eee" hidden>Entry</div>
      <script>const link = document.querySelector('#c2'); link.addEventListener('mouseenter', () => { const box = link.getBoundingClientRect();
        Object.assign(own.style, { left: box.left + 'px', top: box.bottom + scrollY + 4 + 'px' }); own.hidden = false; });</script>`;
    const tab = await article(byline(), 'numbers that link to items', popup);
    await restOn(tab, '#c2');
    await eventually(async () =>
      (await tab.evaluate(() => document.querySelector<HTMLElement>('#own')?.hidden === false)) ? true : undefined,
    );
    await commandPage(session, tab, 'page.step', { by: 1 });
    expect((await shown(tab))?.title).toBe(lamb);
    await tab.press('Escape');
    await eventually(async () => ((await openCard(tab)) === undefined ? true : undefined));
    await tab.hover(900, 20);
    await tab.evaluate(() => document.querySelector<HTMLElement>('#c1')?.focus());
    await commandPage(session, tab, 'page.step', { by: 0 });
    expect((await shown(tab))?.text).toContain('2 papers cited here');
    await tab.press('Escape');
    await eventually(async () => ((await openCard(tab)) === undefined ? true : undefined));
    await tab.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    // The first of the text, then the bracket after it.
    await step(byline(), tab, '#c2');
    await step(byline(), tab, '#c1');
    await tab.press('Enter');
    expect((await shown(tab))?.text).toContain('2 papers cited here');
    await tab.close();
  });

  it('of plain numbers in one piece of text are told from each other, by pointer and by key', async () => {
    const { session } = byline();
    const list = forms['plain numbers']?.references ?? '';
    const tab = await byline().visit(
      'https://journal.example/article',
      `<!doctype html><html lang="en"><title>Article</title><style>body { font: 18px/2 serif; max-width: 700px; margin: 40px }</style>
        <h1>On Quiet Rivers and what they carry</h1><p>Shown before [2] for some, and for others [3] as well, but not in [1] at all.</p><div style="height: 400px"></div>${list}`,
    );
    await tab.front();
    await byline().report(tab);
    for (const [numbers, title] of [
      ['[2]', lamb],
      ['[3]', lowRank],
    ] as const) {
      const [x, y] = middle(await boxOfText(tab, numbers));
      await tab.hover(x, y);
      await tab.hover(x + 1, y);
      expect(await eventually(async () => ((await openCard(tab))?.title === title ? true : undefined), 15_000)).toBe(
        true,
      );
    }
    await leave(tab);
    for (const title of [lamb, lowRank, transformers]) {
      await commandPage(session, tab, 'page.step', { by: 1, among: 'citations' });
      const said = await eventually(async () => {
        const words = await tab.closed((roots) =>
          roots.flatMap((root) => [...root.querySelectorAll('[role="status"]')]).map(({ textContent }) => textContent),
        );
        return words.some((one) => one === title) ? true : undefined;
      });
      expect(said).toBe(true);
    }
    await tab.close();
  });

  it('say where else a paper is cited, and lead there and back', async () => {
    const tab = await article(byline(), 'numbers that link to items');
    await restOn(tab, '#c2');
    // In the first line, and in three of the ten after it.
    const cited = await eventually(
      async () => ((await openCard(tab))?.text.includes('Cited 4 times on this page') === true ? true : undefined),
      15_000,
    );
    expect(cited).toBe(true);
    const before = await tab.evaluate(() => scrollY);
    for (const place of ['Place 1 of 4', 'Place 2 of 4']) {
      await clickInCard(tab, '.b-cited-here button');
      expect(
        await eventually(async () => ((await openCard(tab))?.text.includes(place) === true ? true : undefined)),
      ).toBe(true);
    }
    await clickInCard(tab, '.b-cited-here button:last-of-type');
    await eventually(async () => ((await openCard(tab)) === undefined ? true : undefined));
    expect(await tab.evaluate(() => scrollY)).toBe(before);
    await tab.close();
  });

  it.each(['numbers that link to items', 'plain numbers'] as const)(
    'of %s have a line where the reader has the paper, and no letter moves',
    async (form) => {
      const { session } = byline();
      const tab = await article(byline(), form);
      const place = await boxOf(tab, '#c2');
      expect(await lineOver(tab, '#c2')).toBeNull();
      const id = (await byline().report(tab))?.papers.find(({ title }) => title === lamb)?.id ?? '';
      await ask(session, 'library.set', { id, status: 'to-read' });
      expect(await eventually(async () => (await lineOver(tab, '#c2')) ?? undefined)).toBe('solid');
      await ask(session, 'library.set', { id, status: 'read' });
      expect(await eventually(async () => ((await lineOver(tab, '#c2')) === 'double' ? true : undefined))).toBe(true);
      expect(await boxOf(tab, '#c2')).toEqual(place);
      await ask(session, 'settings.set', { citations: false });
      expect(await eventually(async () => ((await lineOver(tab, '#c2')) === null ? true : undefined))).toBe(true);
      await ask(session, 'settings.set', { citations: true });
      await ask(session, 'library.set', { id, status: null });
      await tab.close();
    },
  );

  it('have a line of its own where somebody whom the reader follows wrote the paper', async () => {
    const { session } = byline();
    const tab = await article(byline(), 'numbers that link to items');
    const { authors } = await ask(session, 'card.paper', { id: lambId });
    const id = authors.find(({ name }) => name === 'Yang You')?.person ?? '';
    await ask(session, 'library.follow', { id, follow: true, paper: lambId });
    expect(await eventually(async () => (await lineOver(tab, '#c2')) ?? undefined)).toBe('dotted');
    expect(await lineOver(tab, '#c3')).toBeNull();
    await ask(session, 'library.follow', { id, follow: false });
    expect(await eventually(async () => ((await lineOver(tab, '#c2')) === null ? true : undefined))).toBe(true);
    await tab.close();
  });

  it('of entries without a title open a card that is called by where they were printed; it is saved and cited', async () => {
    const { session } = byline();
    const place = 'Phys. Rev. Lett. 98, 010203 (2007)';
    const tab = await byline().visit(
      'https://journal.example/physics',
      `<!doctype html><html lang="en"><title>Article</title><style>body { font: 18px/2 serif; max-width: 700px; margin: 40px }</style>
        <h1>On Quiet Rivers and what they carry</h1><p>Shown before [${link(1)}], and as others said [${link(2)}].</p><div style="height: 900px"></div>
        <h2>References</h2><ol class="references"><li id="r1">G. Okafor and L. Berg, ${place}.</li><li id="r2">G. Okafor, ibid. 12, 34 (1999).</li></ol>`,
    );
    await tab.front();
    const report = await byline().report(tab);
    expect(report.papers.map(({ title }) => title)).toEqual([place]);
    await restOn(tab, '#c1');
    const card = await shown(tab);
    expect(card?.title).toBe(place);
    expect(card?.text).toContain('Title not known');
    expect(card?.text).toContain('Okafor');
    await clickInCard(tab, '.b-action-row [title="Copy a citation"]');
    await clickInCard(tab, '[title="Save to the reading list"]');
    expect(await eventually(async () => (await lineOver(tab, '#c1')) ?? undefined)).toBe('solid');
    const { bibtex } = await ask(session, 'card.paper', { id: report.papers[0]?.id ?? '' });
    expect(bibtex).toContain('journal = {Phys. Rev. Lett.}');
    expect(bibtex).not.toMatch(/^ {2}title =/mu);
    await ask(session, 'library.set', { id: report.papers[0]?.id ?? '', status: null });
    // A card that was clicked in stays until it is closed.
    await tab.press('Escape');
    await leave(tab);
    await restOn(tab, '#c2');
    await wait(900);
    expect(await openCard(tab)).toBeUndefined();
    expect(await session.errors()).toEqual([]);
    await tab.close();
  });
});

/** A step by key to the next citation: the ring is around it. */
async function step(byline: Byline, tab: Tab, selector: string): Promise<void> {
  await commandPage(byline.session, tab, 'page.step', { by: 1, among: 'citations' });
  expect(
    await eventually(async () => ((await drawnOver(tab, selector)).some(({ ring }) => ring) ? true : undefined)),
  ).toBe(true);
}

/** What is drawn where an element is: the form of its line, or a ring. */
async function drawnOver(tab: Tab, selector: string): Promise<{ line: string; ring: boolean }[]> {
  const { x, y, width } = await boxOf(tab, selector);
  const drawn = await tab.closed((roots) =>
    roots
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>('div')])
      .filter(({ style }) => style.borderBottomStyle !== '')
      .map((div) => {
        const box = div.getBoundingClientRect();
        const { borderBottomStyle, borderTopStyle } = div.style;
        return { x: box.x, y: box.y, width: box.width, line: borderBottomStyle, ring: borderTopStyle === 'solid' };
      }),
  );
  return drawn.filter((one) => Math.abs(one.x - x) < 8 && Math.abs(one.y - y) < 12 && Math.abs(one.width - width) < 16);
}
const lineOver = async (tab: Tab, selector: string): Promise<string | null> =>
  (await drawnOver(tab, selector)).find(({ ring }) => !ring)?.line ?? null;
