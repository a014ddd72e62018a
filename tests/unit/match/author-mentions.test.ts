import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames } from '../../../lib/match/author-mentions.ts';

const people = ['Sashank J. Reddi', 'Zachary Charles', 'Manzil Zaheer', 'Sanjiv Kumar', 'Jy-yong Sohn'].map((name) => ({
  name,
  person: name,
  variants: name === 'Sashank J. Reddi' ? ['Sashank Reddi'] : [],
}));

describe('names in a byline', () => {
  const plain = (text: string) => findNames({ text, spans: [] }, people);
  it.each([
    ['Authors:Sashank Reddi, Zachary Charles*, and M. Zaheer', ['Sashank Reddi', 'Zachary Charles', 'M. Zaheer']],
    ['Reddi, Sashank; Charles, Zachary', ['Reddi, Sashank', 'Charles, Zachary']],
    ['Zachary Charles Manzil Zaheer Sanjiv Kumar', ['Zachary Charles', 'Manzil Zaheer', 'Sanjiv Kumar']],
    ['Sashank J. Reddi¹, Jy-yong Sohn²', ['Sashank J. Reddi', 'Jy-yong Sohn']],
    ['by Sanjiv Kumar · 2 May 2020', ['Sanjiv Kumar']],
    ['M Zaheer, S Kumar - ICML 2020, 2020 - arxiv.org', ['M Zaheer', 'S Kumar']],
    ['SJ Reddi, Z Charles… - ICLR 2021…', ['SJ Reddi', 'Z Charles']],
    ['Nobody Known, Zachary Charleston', []],
  ])('%s', (text, names) => {
    const found = plain(text);
    expect(found.map(({ start, length }) => text.slice(start, start + length))).toEqual(names);
    expect(found.map(({ name }) => name)).toEqual(names);
  });

  it('names count whether linked or not, each once', () => {
    const text = 'Sanjiv Kumar, Manzil Zaheer';
    const spans = [{ start: 14, end: 27, kind: 'link' }];
    expect(findNames({ text, spans }, people).map(({ person }) => person)).toEqual(['Sanjiv Kumar', 'Manzil Zaheer']);
  });

  it('a name that two authors could have is left alone', () => {
    const two = [...people, { name: 'Sameer Kumar', person: 'Sameer Kumar', variants: [] }];
    expect(findNames({ text: 'S. Kumar, Zachary Charles', spans: [] }, two).map(({ person }) => person)).toEqual([
      'Zachary Charles',
    ]);
  });
});

it('no byline is too strange', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, name) => {
      for (const { start, length } of findNames({ text, spans: [] }, [{ name, person: 'p', variants: [text] }])) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start + length).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
