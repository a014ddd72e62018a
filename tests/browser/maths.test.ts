// Titles with formulas are real MathML nodes in the card over a page and in the popup: one has the typesetter injected,
// the other loads it as a chunk.
import { describe, expect, it } from 'vitest';
import { eventually } from '../../tools/browser/byline.ts';
import type { Tab } from '../../tools/browser/session.ts';
import { kinds, showPaper, useByline } from './harness.ts';
import { printed } from './own-page.ts';

const address = 'https://arxiv.org/list/cs.LG/new';
const page = `<!doctype html><html lang="en"><title>Listing</title><h1>Two papers</h1><ul>
  <li>O(n) Connections are Expressive Enough: Universal Approximability of Sparse Transformers</li>
  <li>HiRE: High Recall Approximate Top-k Estimation for Efficient LLM Inference</li></ul>`;
const sparse = 'arxiv:2006.04862';
const mathML = 'http://www.w3.org/1998/Math/MathML';

/** Waits for formulas in MathML's own namespace and of some size; answers the letters of each. */
async function formulas(tab: Tab, atLeast: number): Promise<string[]> {
  const look = (): Promise<string[]> =>
    tab.closed(
      (roots, namespace) =>
        [document, ...roots]
          .flatMap((root) => [...root.querySelectorAll('math')])
          .filter((tree) => tree.namespaceURI === namespace && tree.getBoundingClientRect().width > 0)
          .map((tree) => tree.textContent ?? ''),
      mathML,
    );
  const found = await eventually(async () => {
    const all = await look();
    return all.length >= atLeast ? all : undefined;
  });
  return found ?? look();
}

describe.each(kinds)('titles with formulas in %s', (kind) => {
  const byline = useByline(kind);

  it('are typeset in the card over a page', async () => {
    const tab = await byline().visit(address, page);
    await byline().report(tab);
    const card = await showPaper(byline(), tab, sparse);
    expect(card.title).toContain('Connections are Expressive Enough');
    expect((await formulas(tab, 1))[0]).toBe('O(n)');
    // Letters of the mathematical alphabet, which browsers put in their place, are never bold.
    const letters = await tab.closed((roots) =>
      roots
        .flatMap((root) => [...root.querySelectorAll('math mi')])
        .map((letter) => {
          const { fontWeight, fontStyle } = getComputedStyle(letter);
          return [letter.getAttribute('mathvariant'), Number(fontWeight) >= 600, fontStyle];
        }),
    );
    expect(letters.slice(0, 2)).toEqual([
      ['normal', true, 'italic'],
      ['normal', true, 'italic'],
    ]);
    expect(await byline().session.errors()).toEqual([]);
  });

  it('are typeset in the rows of the popup', async () => {
    const tab = await byline().visit(address, page);
    await byline().report(tab);
    const popup = await byline().session.openOwn(`popup.html?tab=${tab.id}`);
    await printed(popup, 'On this page · 2');
    expect((await formulas(popup, 2)).sort()).toEqual(['O(n)', 'k']);
    expect(await byline().session.errors()).toEqual([]);
  });
});
