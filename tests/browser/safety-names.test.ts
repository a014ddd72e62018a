// Pages whose elements have the names of what scripts use ("DOM clobbering"): marks are drawn as anywhere, and nothing of
// ours fails.
import { describe, expect, it } from 'vitest';
import { kinds, useByline } from './harness.ts';
import { middle, pill } from './marks.ts';

const looped = 'Looped Transformers as Programmable Computers';
const page = (body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><style>body{margin:40px}.off{display:none}</style>${body}`;
const inputs = (names: string): string =>
  names
    .split(' ')
    .map((name) => `<input type="hidden" name="${name}">`)
    .join('');

const ofElements =
  'parentElement parentNode localName tagName nodeName hasAttribute getAttribute getBoundingClientRect getClientRects closest ' +
  'matches contains className isConnected checkVisibility childNodes children firstChild lastChild nextSibling previousSibling ' +
  'nextElementSibling previousElementSibling querySelector querySelectorAll textContent innerText id offsetHeight append ' +
  'attachShadow style ownerDocument nodeType shadowRoot cloneNode scrollIntoView addEventListener';
const ofDocuments =
  'body documentElement head createRange elementFromPoint querySelectorAll getElementById createTreeWalker hidden ' +
  'readyState fonts createElementNS activeElement baseURI addEventListener';
const ofWindows =
  'bylineBridge bylinePage bylineDesk byline browser chrome scheduler navigation matchMedia requestAnimationFrame';

const pages: Record<string, string> = {
  'a form around a title, with controls of all names': `<form>${inputs(ofElements)}<h2>${looped}</h2><p>More</p></form>`,
  'a form as the row of an entry': `<ul><li><form class="ref-cit" data-doi="10.1/x">${inputs(ofElements)}<b>${looped}</b></form></li></ul>`,
  'forms beside a title': `<form>${inputs(ofElements)}x</form><h2>${looped}</h2><form>${inputs(ofElements)}y</form>`,
  'a form in what is not shown, before a title': `<div class="off"><p>One</p><form>${inputs(ofElements)}<b>Two</b></form></div><h2>${looped}</h2>`,
  'pictures with names of the document’s': `<h2>${looped}</h2>${ofDocuments
    .split(' ')
    .map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`)
    .join('')}`,
  'links with names of globals': `<h2>${looped}</h2>${ofWindows
    .split(' ')
    .map((name) => `<a id="${name}"></a>`)
    .join('')}`,
};

describe.each(kinds)('a page with the names of properties, in %s', (kind) => {
  const byline = useByline(kind);

  it.each(Object.entries(pages))('%s', async (_, body) => {
    const tab = await byline().visit('https://openreview.net/names', page(body));
    await tab.front();
    await byline().report(tab);
    const { box } = await pill(tab, looped);
    await tab.click(...middle(box));
    expect((await byline().card(tab)).title).toBe(looped);
    expect(await byline().session.errors()).toEqual([]);
    await tab.close();
  });
});
