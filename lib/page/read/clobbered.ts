// A form's inputs take the place of what elements say of themselves: from one with an input called "parentElement" the
// way up never ends. No page that means well has such names.
const parent = Object.getOwnPropertyDescriptor(Node.prototype, 'parentElement');

/** Whether a form of the page hides what it is from those who walk the page. */
export const isTrapped = (page: Document): boolean =>
  [...page.getElementsByTagName('form')].some(
    (form) => form.localName !== 'form' || form.parentElement !== parent?.get?.call(form),
  );
