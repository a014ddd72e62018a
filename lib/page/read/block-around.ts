import { isBlockSort, sortOf } from './tags.ts';

/** The block that a changed element is part of: its text is joined with its neighbours'. */
export function blockAround(element: Element): Element {
  let at = element;
  while (at !== document.body && at.parentElement !== null && isInline(at)) at = at.parentElement;
  return at;
}

/** By the tag; no tag says what a custom element is, and whole pages are made of those. */
const isInline = (element: Element): boolean =>
  element.localName.includes('-')
    ? getComputedStyle(element).display.startsWith('inline')
    : !isBlockSort(sortOf(element.localName));
