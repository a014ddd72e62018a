import { parentOf, tagOf } from '../dom.ts';
import { isBlockSort, sortOf } from './tags.ts';

/** The block that a changed element is part of: its text is joined with its neighbours'. */
export function blockAround(element: Element): Element {
  let at = element;
  for (;;) {
    const around = parentOf(at);
    if (at === document.body || around === null || !isInline(at)) return at;
    at = around;
  }
}

/** By the tag; no tag says what a custom element is, and whole pages are made of those. */
const isInline = (element: Element): boolean =>
  tagOf(element).includes('-')
    ? getComputedStyle(element).display.startsWith('inline')
    : !isBlockSort(sortOf(tagOf(element)));
