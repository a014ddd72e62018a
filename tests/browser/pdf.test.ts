// A PDF viewer has no text for a page script, or lets none in: the paper is known by the tab's address.
import { describe, expect, it } from 'vitest';
import { eventually } from '../../tools/browser/byline.ts';
import type { Served } from '../../tools/browser/site.ts';
import { kinds, useByline } from './harness.ts';
import { clickOn, printed } from './own-page.ts';

/** One empty page; the viewers repair what a table of contents would say. */
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

const file: Served = {
  status: 200,
  headers: { 'content-type': 'application/pdf' },
  body: Buffer.from(pdf, 'latin1'),
};

describe.each(kinds)('a PDF in %s', (kind) => {
  const byline = useByline(kind);

  it('has its paper in the popup and on the badge', async () => {
    const tab = await byline().visit('https://arxiv.org/pdf/1904.00962v5', file);
    const popup = await byline().session.openOwn(`popup.html?tab=${tab.id}`);
    const text = await printed(popup, 'Large Batch Optimization for Deep Learning: Training BERT in 76 minutes');
    expect(text).toMatch(/(?:This PDF|On this page) · 1/);
    const badge = await eventually(async () => {
      const text = await byline().session.inExtension((api, id) => api.action.getBadgeText({ tabId: id }), tab.id);
      return text === '' ? undefined : text;
    });
    expect(badge).toBe('1');
  });

  it('of a paper that only its page told of has it too, and there is a way to the page and back', async () => {
    const { session, visit, report } = byline();
    const [abstract, address] = [
      'https://openreview.net/forum?id=Rivers0001',
      'https://openreview.net/pdf?id=Rivers0001',
    ];
    const title = 'On the Warm-Up of Quiet Rivers';
    const read = await visit(
      abstract,
      `<!doctype html><title>${title} | OpenReview</title><meta name="citation_title" content="${title}">
      <meta name="citation_author" content="Ada Example"><meta name="citation_pdf_url" content="${address}">
      <h2 class="citation_title">${title}</h2>`,
    );
    await report(read);
    await read.close();
    const tab = await visit(address, file);
    const tabAddress = (): Promise<string | undefined> =>
      session.inExtension(async (api, id) => (await api.tabs.get(id)).url, tab.id);
    const [popup, panel] = await Promise.all(
      ['popup.html', 'sidepanel.html'].map((own) => session.openOwn(`${own}?tab=${tab.id}`)),
    );
    if (popup === undefined || panel === undefined) throw new Error('a page of ours did not open');
    for (const own of [popup, panel]) {
      await printed(own, title);
      // The panel has room for the card.
      await printed(own, own === popup ? 'This PDF · 1' : 'Ada Example');
      await printed(own, 'Open OpenReview page');
    }
    await clickOn(popup, `[title="${abstract}"]`);
    // The panel stays where it is and goes along with its tab.
    await printed(panel, 'Open PDF');
    await printed(panel, title);
    expect(await tabAddress()).toBe(abstract);
    await clickOn(panel, `[title="${address}"]`);
    await printed(panel, 'Open OpenReview page');
    await printed(panel, title);
    expect(await tabAddress()).toBe(address);
    await panel.close();
    await tab.close();
    expect(await session.errors()).toEqual([]);
  });
});
