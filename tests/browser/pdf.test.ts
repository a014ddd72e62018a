// A PDF viewer has no text for a page script, or lets none in: the paper is known by the tab's address.
import { describe, expect, it } from 'vitest';
import { eventually } from '../../tools/browser/byline.ts';
import { kinds, useByline } from './harness.ts';
import { printed } from './own-page.ts';

/** One empty page; the viewers repair what a table of contents would say. */
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

describe.each(kinds)('a PDF of a known paper in %s', (kind) => {
  const byline = useByline(kind);

  it('has its paper in the popup and on the badge', async () => {
    const headers = { 'content-type': 'application/pdf' };
    const tab = await byline().visit('https://arxiv.org/pdf/1904.00962v5', {
      status: 200,
      headers,
      body: Buffer.from(pdf, 'latin1'),
    });
    const popup = await byline().session.openOwn(`popup.html?tab=${tab.id}`);
    const text = await printed(popup, 'Large Batch Optimization for Deep Learning: Training BERT in 76 minutes');
    expect(text).toMatch(/(?:This PDF|On this page) · 1/);
    const badge = await eventually(async () => {
      const text = await byline().session.inExtension((api, id) => api.action.getBadgeText({ tabId: id }), tab.id);
      return text === '' ? undefined : text;
    });
    expect(badge).toBe('1');
  });
});
