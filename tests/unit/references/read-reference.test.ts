// Entries of reference lists as the packed weights and the rules read them. Names and works are made up.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certainEntry } from '../../../lib/facts/read-entry.ts';
import { modelOf } from '../../../lib/references/model.ts';
import { titleLetters } from '../../../lib/references/read-reference.ts';
import { partsFrom } from '../../../lib/references/weights-file.ts';
import { spent } from '../spent.ts';

const model = modelOf(partsFrom(readFileSync('public/references.bin')));
const read = (entry: string) => certainEntry(entry, model);
const title = 'Fog bells as warnings for small gardens';

describe('an entry says title, names, year and journal', () => {
  it.each<[string, string, string[], number, string | null]>([
    [
      'a journal, full names',
      `Okafor, Nneka, Lars Berg, and Ana Ruiz. 2004. “${title}.” Journal of Garden History 12: 45–67.`,
      ['Nneka Okafor', 'Lars Berg', 'Ana Ruiz'],
      2004,
      'Journal of Garden History',
    ],
    [
      'a chapter',
      `Berg, L. (1998). ${title}. In A. Ruiz & B. Okafor (Eds.), Handbook of garden acoustics (pp. 23–47). New York: Wiley.`,
      ['L. Berg'],
      1998,
      'Handbook of garden acoustics',
    ],
    [
      'commas alone',
      `L. Berg, N. Okafor, ${title}, Journal of Fog Research, vol. 3, no. 2, pp. 12–19, 2001.`,
      ['L. Berg', 'N. Okafor'],
      2001,
      'Journal of Fog Research',
    ],
  ])('%s', (_, entry, authors, year, venue) => {
    const found = read(entry);
    expect(found).toMatchObject({ authors, year, venue });
    expect(titleLetters(found?.title ?? '')).toBe(titleLetters(title));
  });

  it.each<[string, string, string[], number]>([
    [
      'SILVA, João da. O jardim e a névoa: ensaios. São Paulo: Companhia das Letras, 1999.',
      'O jardim e a névoa: ensaios',
      ['João da SILVA'],
      1999,
    ],
    [
      'DUPONT Jean, « La brume et le jardin », Revue d’histoire des jardins, n° 12, 1998, p. 34-56.',
      'La brume et le jardin',
      ['Jean DUPONT'],
      1998,
    ],
  ])('%s', (entry, expected, authors, year) => {
    expect(read(entry)).toMatchObject({ title: expected, authors, year });
  });

  it('without a title, names, journal, volume and page', () => {
    expect(read('[13] G. Okafor and L. Berg, Phys. Rev. Lett. 98, 010203 (2007).')).toEqual({
      title: null,
      authors: ['G. Okafor', 'L. Berg'],
      moreAuthors: false,
      year: 2007,
      venue: 'Phys. Rev. Lett.',
      volume: '98',
      pages: '010203',
    });
  });
});

describe('a title', () => {
  it.each<[string, string]>([
    [
      'Berg, L. and Ruiz, A. (1994) A bell for gardens in fog, Comm. of the ACM, 37(7), 72-76.',
      'A bell for gardens in fog',
    ],
    ['Lars Berg. Fog integral operators. II. Acta mathematica, 127(1):79–183, 1971.', 'Fog integral operators. II'],
    ['Berg, L. (2010). Como medir a névoa (5. ed.). São Paulo: Atlas.', 'Como medir a névoa'],
    [
      'Baker, N. (2004) Fog-centred gardening. In P. Sanders (Ed.) The tribes of the fog: A guide to gardens. London: PCCS.',
      'Fog-centred gardening',
    ],
  ])('is whole, or not said: %s', (entry, whole) => {
    expect([null, whole]).toContain(read(entry)?.title ?? null);
  });
});

describe('an entry of which nothing is certain', () => {
  it.each<[string, string]>([
    ['nothing', ''],
    ['spaces', '   '],
    ['ibid.', 'Ibid., p. 34.'],
    ['ibid. with more', 'Ibid., pp. 44–47. See also the discussion in the appendix below.'],
    ['a page', 'See note 12 above.'],
    ['an address', 'https://example.org/articles/2019/03/fog-bells-for-gardens.html'],
    ['ten kilobytes', `Berg, L. ${'a fog bell rings in the garden '.repeat(330)} 2001.`],
    ['another script', '山田太郎「霧の鐘と庭」園芸学報、2001年、12–19頁'],
  ])('%s has no title', (_, entry) => {
    expect(read(entry)?.title ?? null).toBeNull();
  });
});

const words = fc.constantFrom(
  ...'Berg, L. Okafor (2001). “Fog bells” gardens in In: Journal of , . 12(3) 45–67 pp. https://x.org/a eds. München : Wiley É Ж 霧 & and 1999 "'.split(
    ' ',
  ),
);

describe('any text', () => {
  it('gives a title of its own words, or none', () => {
    const text = fc.oneof(
      fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
    );
    fc.assert(
      fc.property(text, (entry) => {
        const found = read(entry);
        if (found === null) return;
        expect(titleLetters(entry)).toContain(titleLetters(found.title ?? ''));
        if (found.year !== null) expect(entry).toContain(String(found.year));
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it('takes time in proportion to its length', async () => {
    const entry = `Berg, L., Okafor, N. (2001). ${title}. Journal of Fog, 12(3), 45–67. `;
    const some = (times: number) => (): void => {
      for (let turn = 0; turn < 40; turn += 1) read(entry.repeat(times));
    };
    await spent(some(4));
    const [short, long] = [await spent(some(4)), await spent(some(400))];
    // A hundred times the text; what is too long is not read at all.
    expect(long).toBeLessThan(short * 100 + 500);
  });
});
