import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../lib/text/place-of.ts';

const cut = (text: string, title: string): string | null => {
  const place = placeOf(text, title);
  return place === null ? null : text.slice(place.start, place.start + place.length);
};

describe('where a title stands in a reference', () => {
  it.each([
    ['as it is', 'A. Example, Reading Pages, 2020', 'Reading Pages', 'Reading Pages'],
    [
      'in other capitals, with a hyphen at the line’s end',
      'READING PA-\nGES. 2020',
      'Reading pages',
      'READING PA-\nGES',
    ],
    ['with accents on one side', 'Émile Zola: Théorie des pages', 'Theorie des pages', 'Théorie des pages'],
    ['with a ligature', 'On eﬃcient reading', 'On efficient reading', 'On eﬃcient reading'],
    ['not inside a longer word', 'Rereading Pagesetting', 'reading pages', null],
    ['not at all', 'Something else', 'Reading Pages', null],
    ['not a title of hardly a letter', 'It is it', 'It', null],
  ])('%s', (_what, text, title, found) => {
    expect(cut(text, title)).toBe(found);
  });

  it('is found wherever it is put, whatever stands round it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const title = 'Learning to Read 12 Pages';
        const place = placeOf(`${before} · ${title} · ${after}`, title);
        expect(place).not.toBeNull();
      }),
    );
  });
});
