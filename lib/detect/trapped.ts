// A form's inputs take the place of what elements say of themselves: with one called "parentElement" the way up from
// it never ends. No page that means well has such names.
const methods = [
  'checkVisibility',
  'closest',
  'contains',
  'getAttribute',
  'getBoundingClientRect',
  'hasAttribute',
  'matches',
  'querySelector',
  'querySelectorAll',
] as const;
const parentOf = (element: Element): unknown =>
  Object.getOwnPropertyDescriptor(Node.prototype, 'parentElement')?.get?.call(element);

/** Whether a form of the page hides what it is from those who walk the page. */
export const isTrapped = (page: Document): boolean =>
  [...page.getElementsByTagName('form')].some(
    (form) =>
      form.localName !== 'form' ||
      form.parentElement !== parentOf(form) ||
      methods.some((name) => form[name] !== HTMLElement.prototype[name]),
  );
