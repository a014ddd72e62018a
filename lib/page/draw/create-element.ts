/** Makes an HTML element, also in a page that is XML. */
export const create = (name: string): HTMLElement => document.createElementNS('http://www.w3.org/1999/xhtml', name);
