// DOM clobbering: a form's inputs replace the form's own properties. From a form with an input called "parentElement" the
// way up never ends. No well-meaning page has such names.
const parent = Object.getOwnPropertyDescriptor(Node.prototype, 'parentElement');

/** Whether a form of the page hides its own properties from scripts that walk the page. */
export const isClobbered = (page: Document): boolean =>
  [...page.getElementsByTagName('form')].some(
    (form) => form.localName !== 'form' || form.parentElement !== parent?.get?.call(form),
  );
