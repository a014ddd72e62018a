// Runs in a page: mark.js on it, as one would use it to find titles (whole phrases, over element borders).
import Mark from 'mark.js';

/** Milliseconds until every title is marked. */
function markTitles(titles: readonly string[]): Promise<{ milliseconds: number; marks: number }> {
  return new Promise((resolve) => {
    const began = performance.now();
    new Mark(document.body).mark([...titles], {
      separateWordSearch: false,
      acrossElements: true,
      diacritics: false,
      done: (marks) => resolve({ milliseconds: performance.now() - began, marks }),
    });
  });
}

Object.assign(globalThis, { markTitles });
