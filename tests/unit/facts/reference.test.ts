// Entries of reference lists, as many styles write them. Names and papers are made up.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceFrom } from '../../../lib/facts/reference.ts';
import { startSpending } from '../spent.ts';

const title = 'Fog bells for sparse gardens';
const two = ['N. B. Okafor', 'L. Berg'];

describe('an entry says title, names and year', () => {
  it.each<[string, string, string[]]>([
    ['quotes', `[3] N. B. Okafor and L. Berg, “${title},” in Proc. IEEE Conf. Gardens, 2019, pp. 1–9.`, two],
    ['straight quotes', `N. B. Okafor, L. Berg, "${title}", Journal of Fog, 2.2 (2019), 160-85.`, two],
    ['Wikipedia', `^ Okafor, N. B.; Berg, L. (2019). "${title}". Journal of Fog. 12 (3): 1–9. doi:10.55555/1.`, two],
    ['APA', `Okafor, N. B., & Berg, L. (2019). ${title}. Fog Research Letters, 12(3), 45–67.`, two],
    ['ICML', `Okafor, N. B. and Berg, L. ${title}. In International Conference on Gardens, 2019.`, two],
    ['AAAI', `Okafor, N. B.; and Berg, L. 2019. ${title}. arXiv preprint arXiv:1901.00001.`, two],
    ['a preprint’s address', `Okafor, N. B. and Berg, L. ${title}, 2019. URL https://arxiv.org/abs/1901.00001.`, two],
    ['medicine', `12. Okafor NB, Berg L. ${title}. J Fog Sci. 2019;12(3):1-9.`, two],
    [
      'proceedings',
      `Okafor, N.B., Berg, L.: ${title}. In: Proceedings of the 3rd Workshop on Fog, pp. 1–9 (2019)`,
      ['N.B. Okafor', 'L. Berg'],
    ],
    ['Nature', `Okafor, N. B. et al. ${title}. Nat. Mach. Intell. 3, 12–19 (2019).`, ['N. B. Okafor']],
    ['LaTeXML', `Okafor et al. (2019) N. B. Okafor, L. Berg (2019) ${title}. arXiv preprint arXiv:1901.00001.`, two],
    ['Elsevier', `[4] N. B. Okafor, L. Berg, ${title}, Fog Networks 34 (2019) 4134–4146.`, two],
    [
      'ACL',
      `Nneka B Okafor, Lars Berg, and 1 others. 2019. ${title}. In Advances in Garden Systems, volume 3.`,
      ['Nneka B Okafor', 'Lars Berg'],
    ],
    [
      'a name that begins like “senior”',
      `Nneka B Okafor, Srinadh Berg, and Ivana Ruiz. 2019. ${title}. In Advances in Garden Systems, volume 3.`,
      ['Nneka B Okafor', 'Srinadh Berg', 'Ivana Ruiz'],
    ],
    [
      'two people in full with a comma between them',
      `Nneka B. Okafor, Lars Erik Berg. 2019. ${title}. In Advances in Garden Systems, volume 3.`,
      ['Nneka B. Okafor', 'Lars Erik Berg'],
    ],
    [
      'two people of three words and two',
      `Nneka Bola Okafor, Lars Berg. 2019. ${title}. In Advances in Garden Systems, volume 3.`,
      ['Nneka Bola Okafor', 'Lars Berg'],
    ],
    [
      'two people of two words each',
      `Nneka Okafor, Lars Berg. 2019. ${title}. In Advances in Garden Systems, volume 3.`,
      ['Nneka Okafor', 'Lars Berg'],
    ],
    [
      'one person with two given names',
      `Okafor, Nneka Bola. 2019. ${title}. In Advances in Garden Systems, volume 3.`,
      ['Nneka Bola Okafor'],
    ],
    [
      'one person with two family names',
      `García Okafor, Nneka. 2019. ${title}. In Advances in Garden Systems, volume 3.`,
      ['Nneka García Okafor'],
    ],
    [
      'one person with two family names and an initial',
      `García Okafor, Nneka B. 2019. ${title}. In Advances in Garden Systems, volume 3.`,
      ['Nneka B. García Okafor'],
    ],
    [
      'one person with a particle',
      `van den Berg, Lars Erik. 2019. ${title}. In Advances in Garden Systems, volume 3.`,
      ['Lars Erik van den Berg'],
    ],
    ['no names', `“${title}.” arXiv preprint arXiv:1901.00001, 2019.`, []],
  ])('%s', (_, entry, authors) => {
    expect(referenceFrom(entry)).toEqual({ title, authors, year: 2019 });
  });

  it.each([
    ['a question', 'Okafor NB. Does fog carry bells? J Fog Sci. 2019;12(3):1-9.', 'Does fog carry bells?'],
    ['a species', 'Okafor NB, Berg L. Bells of E. coli in fog. J Fog Sci. 2019;1:9.', 'Bells of E. coli in fog'],
    [
      'initials that could be “Junior”',
      'Okafor JR, Berg L: Bells in the fog. J Fog Sci. 2019, 4: 39.',
      'Bells in the fog',
    ],
  ])('%s', (_, entry, expected) => {
    expect(referenceFrom(entry)?.title).toBe(expected);
  });

  it('“Okafor JR” has two initials', () => {
    expect(referenceFrom('Okafor JR, Berg L: Bells in the fog. J Fog Sci. 2019, 4: 39.')?.authors[0]).toBe(
      'J. R. Okafor',
    );
  });

  it('two years are none', () => {
    expect(referenceFrom(`Okafor NB. ${title}. J Fog Sci. 2018;12(3):1-9. Revised 2020.`)).toMatchObject({
      title,
      year: null,
    });
  });
});

describe('nothing is better than something wrong', () => {
  it.each([
    ['no title at all', 'N. B. Okafor, L. Berg, Phys. Rev. E 78, 021303 (2008).'],
    ['astronomy', 'Okafor, N. B., & Berg, L. 1996, ApJS, 106, 423'],
    ['a book', 'Okafor, Nneka (2004). The Art of Fog. Harbour Press.'],
    ['an edited book', 'Okafor NB. Bells of the fog. New York: Harbour-Verlag; 2002.'],
    ['a page of the web', 'The Harbour Board. “How fog comes about.” Retrieved 5 September 2020.'],
    ['news', 'Okafor, Nneka (4 May 2019). "Fog over the harbour again". The Daily Bell. Retrieved 5 May 2019.'],
    ['lost spaces', 'N.OkaforandL.Berg Fog bells of all sizes for gardens. Preprint arXiv:1106.6270 (2011).'],
    ['names that go on', 'Okafor, N. B. Ruiz KY, Berg L-K. bells in gardens of fog. J Fog Sci. 2019;1:9.'],
    ['a quotation that begins a title', 'N. B. Okafor. “Who hears the bells of fog?” Explaining gardens. 2019.'],
    [
      'a sentence',
      'As Okafor and Berg have shown in their paper of 2019, fog carries bells. See also arXiv:1901.00001.',
    ],
    ['a menu', 'Home. About us. Journal of Fog, 2019.'],
    ['nothing', ''],
  ])('%s', (_, entry) => {
    expect(referenceFrom(entry)).toBeNull();
  });

  it('every fact it gives is in the text of the entry', () => {
    const part = fc.constantFrom(
      'Okafor, N. B.',
      'L. Berg',
      ' and ',
      '. ',
      ', ',
      ' (2019) ',
      '“',
      '”',
      title,
      'In: Proc. of Fog',
      'arXiv:1901.00001',
      ': ',
      '2019',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const entry = parts.join('');
        const found = referenceFrom(entry);
        return found === null || entry.replaceAll(/\s+/gu, ' ').includes(found.title);
      }),
    );
  });
});

/** The least of several runs, in milliseconds. */
function least(entry: string): number {
  const times = Array.from({ length: 5 }, () => {
    const since = startSpending();
    for (let turn = 0; turn < 20; turn += 1) referenceFrom(entry);
    return since();
  });
  return Math.min(...times);
}

it.each([
  ['initials', 'A.'],
  ['names', 'Okafor, '],
  ['names with initials', 'Okafor NB, '],
  ['short names', 'Ab Cd '],
  ['quotes', '“a”'],
  ['full stops', 'Aa. '],
  ['small words', 'De la '],
  ['years', '(2019 '],
])('an endless entry of %s takes no longer than a hundred usual ones', (_, part) => {
  const usual = least('Okafor, N. B., & Berg, L. (2019). Fog bells for gardens. Fog Research Letters, 12(3), 45–67.');
  expect(least(part.repeat(20_000 / part.length)) / usual).toBeLessThan(100);
});
