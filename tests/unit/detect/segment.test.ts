import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidatesIn } from '../../../lib/detect/match.ts';
import { buildSegment, openSegment, SegmentError } from '../../../lib/detect/segment.ts';
import type { Segment } from '../../../lib/detect/segment.ts';
import { emptySums } from '../../../lib/text/hash.ts';
import { fold } from '../../../lib/text/tokens.ts';

/** Papers whose title a text is, as a whole. */
function papersOf(segment: Segment, text: string): string[] {
  const folded = fold(text);
  const whole = { from: 0, to: folded.words };
  return candidatesIn(text, folded, emptySums(), [{ segment, paperId: String }], [whole])
    .filter(({ from, to }) => from === 0 && to === folded.words)
    .flatMap(({ papers }) => papers);
}

const word = fc.stringMatching(/^[a-z]{1,12}$/);
const title = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));

test('every title put in is found again, by its paper', () => {
  fc.assert(
    fc.property(fc.array(title, { maxLength: 60 }), (titles) => {
      const segment = openSegment(buildSegment(titles.map((one, paper) => ({ paper, titles: [one] }))));
      titles.forEach((one, paper) => {
        expect(papersOf(segment, one)).toContain(String(paper));
      });
    }),
  );
});

test('papers keep their ordinals up to the last', () => {
  const segment = openSegment(buildSegment([{ paper: 16_777_215, titles: ['The Very Last Paper That Fits In Here'] }]));
  expect(papersOf(segment, 'the very last paper that fits in here')).toEqual(['16777215']);
  expect(() => buildSegment([{ paper: 16_777_216, titles: ['One more'] }])).toThrow(SegmentError);
});

test('titles of 255 letters and more are found whole', () => {
  const long = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ');
  const segment = openSegment(
    buildSegment([
      { paper: 3, titles: [long] },
      { paper: 4, titles: [`${long} and more`] },
    ]),
  );
  expect(papersOf(segment, long)).toEqual(['3']);
  expect(papersOf(segment, `${long} and more`)).toEqual(['4']);
});

test('titles without letters are left out, and an empty pack is a segment', () => {
  expect(openSegment(buildSegment([{ paper: 0, titles: ['', '?!', '   '] }])).entries).toBe(0);
  expect(papersOf(openSegment(buildSegment([])), 'Anything at all that one may ask')).toEqual([]);
});

const many = Array.from({ length: 300 }, (_, paper) => ({
  paper,
  titles: [`Title number ${paper} of a long row: with subtitle ${paper * 7}`],
}));

describe('a damaged segment', () => {
  const whole = buildSegment(many);
  test('is refused, whatever bit is wrong', () => {
    fc.assert(
      fc.property(fc.nat({ max: whole.byteLength - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const copy = whole.slice(0);
        const bytes = new Uint8Array(copy);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        expect(() => openSegment(copy)).toThrow(SegmentError);
      }),
      { numRuns: 300 },
    );
  });

  test('is refused when cut off or foreign', () => {
    fc.assert(
      fc.property(fc.nat({ max: whole.byteLength - 1 }), (length) => {
        expect(() => openSegment(whole.slice(0, length))).toThrow(SegmentError);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(() => openSegment(new Uint8Array(bytes).buffer)).toThrow(SegmentError);
      }),
    );
  });

  test('opened without the check of its contents answers wrongly at worst', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 64, maxLength: 400 }),
        fc.nat({ max: whole.byteLength - 500 }),
        (noise, at) => {
          const copy = whole.slice(0);
          new Uint8Array(copy).set(noise, 64 + at);
          const segment = openSegment(copy, { contents: false });
          for (const { titles } of many.slice(0, 20)) papersOf(segment, titles[0] ?? '');
        },
      ),
    );
  });
});

test('a title costs at most 12.4 bytes', () => {
  const titles = Array.from({ length: 30_000 }, (_, paper) => ({
    paper,
    titles: [`Some learned ${paper} thing about ${paper % 97} others`],
  }));
  expect(buildSegment(titles).byteLength / titles.length).toBeLessThan(12.4);
});
