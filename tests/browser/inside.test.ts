// Titles inside of other things: shadow roots, frames of the page's own site, dialogs and popovers, a PDF viewer's text.
import { describe, expect, it } from 'vitest';
import { ask, eventually, openCard } from '../../tools/browser/byline.ts';
import type { Box, Tab } from '../../tools/browser/session.ts';
import { kinds, useByline } from './harness.ts';
import { boxOfText, middle, pill, pillsNow } from './marks.ts';

const looped = 'Looped Transformers as Programmable Computers';
const generative = 'Recommender Systems with Generative Retrieval';
const page = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>List</title><style>body{font:16px/1.5 sans-serif;margin:40px}@media(prefers-color-scheme:dark){:root{color-scheme:dark}body{background:#111;color:#eee}}</style>${body}`;

const saveButton = (tab: Tab): Promise<Box | null> =>
  tab.closed((roots) => {
    for (const root of roots)
      for (const button of root.querySelectorAll<HTMLElement>('[role="dialog"] button')) {
        const { x, y, width, height } = button.getBoundingClientRect();
        if ((button.getAttribute('aria-label') ?? button.innerText).trim().startsWith('Save'))
          return { x, y, width, height };
      }
    return null;
  });

describe.each(kinds)('what is inside, in %s', (kind) => {
  const byline = useByline(kind);

  it('of open shadow roots is marked, also what comes later', async () => {
    const body = `<h1>List</h1><paper-list><template shadowrootmode="open"><ul><li><a href="https://arxiv.org/abs/2301.13196">${looped}</a></li></ul></template></paper-list>
      <script>customElements.define('late-list', class extends HTMLElement {
        connectedCallback() { setTimeout(() => { this.attachShadow({ mode: 'open' }).innerHTML = '<p><b>${generative}</b></p>'; }, 700); }
      })</script><late-list></late-list>`;
    const tab = await byline().visit('https://openreview.net/shadow', page(body));
    expect((await pill(tab, looped)).box.width).toBeGreaterThan(0);
    const { box } = await pill(tab, generative);
    const { papers } = await byline().report(tab);
    expect(papers.map(({ title, mentions }) => [title, mentions.map(({ visible }) => visible)])).toEqual([
      [looped, [true]],
      [generative, [true]],
    ]);
    await tab.front();
    await tab.click(...middle(box));
    expect((await byline().card(tab)).title).toBe(generative);
    await tab.close();
  });

  it('of open shadow roots keeps its marks where boxes scroll; what the reader types there is not read', async () => {
    const body = `<div id="outer" style="height:300px;overflow:auto"><paper-list><template shadowrootmode="open">
      <div id="inner" style="height:260px;overflow:auto"><p style="margin:120px 0"><a href="https://arxiv.org/abs/2301.13196">${looped}</a></p>
      <div style="height:900px"></div></div></template></paper-list><paper-note><template shadowrootmode="open">
      <div contenteditable="true"><h2>${generative}</h2></div></template></paper-note><div style="height:900px"></div></div>`;
    const tab = await byline().visit('https://openreview.net/scrolled', page(body));
    const follows = (id: string): Promise<boolean | undefined> =>
      eventually(async () => {
        const [one] = await pillsNow(tab);
        const y = await tab.evaluate(() => {
          const link = document.querySelector('paper-list')?.shadowRoot?.querySelector('a');
          const { top, bottom } = link?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
          return (top + bottom) / 2;
        });
        return one !== undefined && Math.abs(middle(one.box)[1] - y) < 6 ? true : undefined;
      }).then((did) => (did === true ? did : Promise.reject(new Error(`The pill stayed when #${id} scrolled.`))));
    await follows('nothing');
    await tab.evaluate(() => document.querySelector('#outer')?.scrollBy(0, 40));
    await follows('outer');
    await tab.evaluate(() =>
      document.querySelector('paper-list')?.shadowRoot?.querySelector('#inner')?.scrollBy(0, 40),
    );
    await follows('inner');
    const { papers } = await byline().report(tab);
    expect(papers.map(({ title }) => title)).toEqual([looped]);
    await tab.close();
  });

  it('of modal dialogs is marked, with the card above them', async () => {
    const body = `<h1>List</h1><h2>${generative}</h2><dialog id="d" style="width:860px;height:420px"><h2><a href="https://arxiv.org/abs/2301.13196">${looped}</a></h2><p>More of it.</p></dialog>
      <button onclick="document.getElementById('d').showModal()">Open</button>`;
    const tab = await byline().visit('https://openreview.net/modal', page(body));
    await pill(tab, generative);
    await tab.evaluate(() => (document.getElementById('d') as HTMLDialogElement).showModal());
    const { box } = await pill(tab, looped);
    // What is under the dialog has no marks on it.
    expect(await eventually(async () => ((await pillsNow(tab)).length === 1 ? true : undefined))).toBe(true);
    await tab.front();
    await tab.click(...middle(box));
    const card = await byline().card(tab);
    expect(card.title).toBe(looped);
    // The card takes clicks although all outside of the dialog is inert; those of its first half second do nothing.
    const saved = await eventually(
      async () => {
        if ((await openCard(tab))?.text.includes('To read') === true) return true;
        const save = await saveButton(tab);
        if (save !== null) await tab.click(...middle(save));
        return undefined;
      },
      10_000,
      200,
    );
    expect(saved).toBe(true);
    await tab.close();
  });

  it('of popovers is marked', async () => {
    const body = `<h1>List</h1><div popover="manual" id="p" style="width:700px;height:200px"><a href="https://arxiv.org/abs/2301.13196">${looped}</a></div>
      <script>document.getElementById('p').showPopover()</script>`;
    const tab = await byline().visit('https://openreview.net/popover', page(body));
    const { box } = await pill(tab, looped);
    const text = await boxOfText(tab, looped);
    expect(Math.abs(middle(box)[1] - middle(text)[1])).toBeLessThan(6);
    await tab.close();
  });

  it('of frames of the page’s own site is marked there', async () => {
    const body = `<h1>List</h1><iframe width="900" height="300" srcdoc="<h2><a href='https://arxiv.org/abs/2301.13196'>${looped}</a></h2>"></iframe>`;
    const tab = await byline().visit('https://openreview.net/frame', page(body));
    const found = await eventually(async () => {
      const marks = await tab.evaluate(
        () => document.querySelector('iframe')?.contentDocument?.documentElement.lastElementChild?.localName ?? '',
      );
      return marks === 'div' ? marks : undefined;
    });
    expect(found).toBe('div');
    // The popup and the badge count what frames have, and a row of the popup leads to the card in its frame.
    const { session } = byline();
    const view = await eventually(async () => {
      const now = await ask(session, 'popup.tab', { tab: tab.id });
      return now.rows.length > 0 ? now : undefined;
    });
    expect(view?.rows.map(({ title }) => title)).toEqual([looped]);
    const badge = await eventually(async () => {
      const text = await session.inExtension((api, tabId) => api.action.getBadgeText({ tabId }), tab.id);
      return text === '' ? undefined : text;
    });
    expect(badge).toBe('1');
    expect(await ask(session, 'popup.show', { tab: tab.id, id: view?.rows[0]?.id ?? '' })).toEqual({ shown: true });
    await tab.close();
  });

  it('of a PDF viewer’s text layer is marked over two lines', async () => {
    const line = (top: number, text: string): string =>
      `<span style="left:100px;top:${top}px" role="presentation" dir="ltr">${text}</span><br role="presentation">`;
    const body = `<style>.textLayer{position:absolute;inset:0}.textLayer span{position:absolute;white-space:pre}</style><div class="textLayer">
      ${line(40, 'Closing the convergence gap of SGD without')}${line(64, 'replacement')}
      ${line(110, '[1] Maestro: Uncovering Low-Rank Structures via')}${line(130, 'Trainable Decomposition. 2023.')}
      ${line(160, `[2] ${looped}. arXiv:2301.13196`)}</div><form class="textLayer" style="top:300px"><input name="className" hidden><span>One</span></form>`;
    const tab = await byline().visit('https://openreview.net/viewer', page(body));
    const { papers } = await byline().report(tab);
    expect(
      papers.flatMap(({ mentions }) => mentions.map(({ text }) => text.replaceAll(/\s+/gu, ' '))).toSorted(),
    ).toEqual([
      'Closing the convergence gap of SGD without replacement',
      looped,
      'Maestro: Uncovering Low-Rank Structures via Trainable Decomposition',
    ]);
    await tab.close();
  });
});
