// What nobody sees is neither asked nor marked.

/** Not text of the page, or text that the reader is typing. */
const unread = new Set(
  (
    'SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT OPTION DATALIST INPUT IFRAME OBJECT CANVAS SVG AUDIO VIDEO HEAD ' +
    'TITLE METER PROGRESS'
  ).split(' '),
);
export const isUnread = (element: Element): boolean =>
  unread.has(element.localName.toUpperCase()) ||
  (element.hasAttribute('contenteditable') && element.getAttribute('contenteditable') !== 'false');

/** Rendered, not `visibility: hidden`, not fully transparent, itself and through its ancestors. */
export const isShown = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

/** The closed <details> round an element, if a click on it would show the element. As find-in-page, we read there. */
export function closedRound(element: Element): Element | null {
  const details = element.closest('details:not([open])');
  if (details === null || !isShown(details)) return null;
  for (let at: Element | null = element; at !== null && at !== details; at = at.parentElement)
    if (getComputedStyle(at).display === 'none') return null;
  return getComputedStyle(element).visibility === 'visible' ? details : null;
}

/** Text for screen readers alone: out of the flow, and clipped or of one pixel, or far off the page. */
export function isForEarsOnly(style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  if (/inset\((?:50|100)%|rect\((?:0|1)px/u.test(`${style.clipPath} ${style.getPropertyValue('clip')}`)) return true;
  if (Number.parseFloat(style.left) < -999 || Number.parseFloat(style.top) < -999) return true;
  return style.overflow !== 'visible' && Number.parseFloat(style.width) <= 1 && Number.parseFloat(style.height) <= 1;
}
