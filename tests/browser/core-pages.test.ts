// Pages that are hard on a guest: strict policies, pages that redraw themselves; and what must never happen there.
import { describe, expect, it } from 'vitest';
import { eventually, commandPage } from '../../tools/browser/byline.ts';
import { served } from '../../tools/browser/site.ts';
import { fixture, kinds, showPaper, useByline } from './harness.ts';
import { pill } from './marks.ts';

const page = (body: string): string => `<!doctype html><meta charset="utf-8"><title>Page</title><main>${body}</main>`;
const title = 'Looped Transformers as Programmable Computers';

describe.each(kinds)('any page in %s', (kind) => {
  const byline = useByline(kind);

  it('works under the strictest policy that a page can have', async () => {
    const strict = {
      'content-security-policy':
        "default-src 'none'; script-src 'none'; style-src 'none'; require-trusted-types-for 'script'; sandbox allow-same-origin",
    };
    const tab = await byline().visit('https://openreview.net/strict', served(page(`<h2>${title}</h2>`), strict));
    const report = await byline().report(tab);
    expect(report.papers).toHaveLength(1);
    await pill(tab, title);
    const card = await showPaper(byline(), tab, report.papers[0]?.id ?? '');
    expect(card.title).toBe(title);
    expect(card.box.width).toBeGreaterThan(300);
    expect(await byline().session.errors()).toEqual([]);
    await tab.close();
  });

  it('follows a page that throws its content away and renders it again', async () => {
    const tab = await byline().visit('https://openreview.net/app', page(`<h2>${title}</h2>`));
    await byline().report(tab);
    await pill(tab, title);
    await tab.evaluate(() => {
      history.pushState(null, '', '/app/next');
      const heading = document.createElement('h2');
      heading.textContent = 'Recommender Systems with Generative Retrieval';
      document.querySelector('main')?.replaceChildren(heading);
    });
    await pill(tab, 'Recommender Systems with Generative Retrieval');
    const left = await eventually(async () => {
      const report = await commandPage(byline().session, tab, 'page.report', {});
      return report?.papers.length === 1 && report.settled ? report.papers : undefined;
    });
    expect(left?.map((paper) => paper.title)).toEqual(['Recommender Systems with Generative Retrieval']);
    await tab.close();
  });

  it('finds what comes later, at the end of a page without end', async () => {
    const tab = await byline().visit('https://openreview.net/endless', page('<p>Nothing yet.</p>'));
    await byline().report(tab);
    await tab.evaluate((words) => {
      const item = document.createElement('h3');
      item.textContent = words;
      document.querySelector('main')?.append(item);
    }, title);
    await pill(tab, title);
    await tab.close();
  });

  it('asks nothing of the network and says nothing on a console, from the first page to the card and the popup', async () => {
    const { session } = byline();
    await session.forget();
    const tab = await byline().visit('https://arxiv.org/abs/1904.00962', fixture('arxiv-abs.html'));
    const [paper] = (await byline().report(tab)).papers;
    await showPaper(byline(), tab, paper?.id ?? '');
    const popup = await session.openOwn(`popup.html?tab=${tab.id}`);
    await popup.close();
    await tab.close();
    const ours = (await session.requests())
      .filter(({ by }) => by !== 'page')
      .map(({ address }) => address)
      .filter((address) => !/^https:\/\/arxiv\.org\/(?:abs\/1904\.00962|favicon\.ico)$/u.test(address));
    expect(ours).toEqual([]);
    expect(await session.errors()).toEqual([]);
  });

  it('leaves nothing in the page that a script of the page can read', async () => {
    const tab = await byline().visit('https://openreview.net/bait', page(`<h2>${title}</h2>`));
    await byline().report(tab);
    await pill(tab, title);
    const seen = await tab.evaluate(() => ({
      inside: document.querySelector('main')?.innerHTML,
      roots: [...document.documentElement.children].filter((element) => element.shadowRoot !== null).length,
      highlights: 'highlights' in CSS ? CSS.highlights.size : 0,
      globals: Object.keys(globalThis).filter((name) => /^byline/iu.test(name)),
    }));
    expect(seen).toEqual({ inside: `<h2>${title}</h2>`, roots: 0, highlights: 0, globals: [] });
    await tab.close();
  });
});
