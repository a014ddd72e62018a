// What elements are and do, asked of their prototypes. A form's controls hide the form's own properties from scripts
// ("DOM clobbering"): with `<input name=hasAttribute>` in it, `form.hasAttribute` is that input, in Chromium also for
// extensions. So whatever may be a form of the page is asked by these, where an input in place of the answer would
// do harm: a call that fails, a way up that never ends. Each takes the element first.
// Marked as pure, so that a script has only those that it uses.

const method = <T, N extends keyof T>(
  { prototype }: { prototype: T },
  name: N,
): T[N] extends (...given: infer G) => infer R ? (it: T, ...given: G) => R : never =>
  Function.prototype.call.bind(prototype[name] as never) as never;

const getter = <T extends object, N extends keyof T>({ prototype }: { prototype: T }, name: N): ((it: T) => T[N]) =>
  Function.prototype.call.bind((Object.getOwnPropertyDescriptor(prototype, name) as { get: () => T[N] }).get) as never;

const above = /* @__PURE__ */ getter(Node, 'parentNode');
/** The element around a node; around what is in an open shadow root, the element that has the root. */
export const parentOf = (it: Node): HTMLElement | null => {
  const up = above(it);
  const element = up instanceof ShadowRoot ? up.host : up;
  return element instanceof Element ? (element as HTMLElement) : null;
};
export const contains = /* @__PURE__ */ method(Node, 'contains');
const compare = /* @__PURE__ */ method(Node, 'compareDocumentPosition');
/** Whether the second comes after the first in the document. */
export const isAfter = (it: Node, other: Node): boolean =>
  (compare(it, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
export const tagOf = /* @__PURE__ */ getter(Element, 'localName');
export const attributeOf = /* @__PURE__ */ method(Element, 'getAttribute');
export const hasAttribute = /* @__PURE__ */ method(Element, 'hasAttribute');
export const boxOf = /* @__PURE__ */ method(Element, 'getBoundingClientRect');
export const matchesSelector = /* @__PURE__ */ method(Element, 'matches');
export const closest = /* @__PURE__ */ method(Element, 'closest');
export const checkVisibility = /* @__PURE__ */ method(Element, 'checkVisibility');
export const rootOf = /* @__PURE__ */ method(Node, 'getRootNode');
export const nextOf = /* @__PURE__ */ getter(Node, 'nextSibling');
export const previousOf = /* @__PURE__ */ getter(Node, 'previousSibling');
export const lastOf = /* @__PURE__ */ getter(Node, 'lastChild');
export const shadowOf = /* @__PURE__ */ getter(Element, 'shadowRoot');
export const childrenOf = /* @__PURE__ */ getter(Node, 'childNodes');
export const textIn = /* @__PURE__ */ getter(Node, 'textContent');
export const copyOf = /* @__PURE__ */ method(Node, 'cloneNode');

export const findIn = /* @__PURE__ */ method(Element, 'querySelector');
const inElement = /* @__PURE__ */ method(Element, 'querySelectorAll');
/** All that match in an element, or in the document, in its order. */
export const findAll = (root: ParentNode, selector: string): Element[] => [
  ...(root instanceof Element ? inElement(root, selector) : root.querySelectorAll(selector)),
];
