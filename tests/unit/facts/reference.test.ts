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

  it.each<[string, string, string, number | null]>([
    [
      'an exclamation',
      'Okafor NB, Berg L. Fog is loud, let us listen! J Fog Sci. 2019;1:9.',
      'Fog is loud, let us listen!',
      2019,
    ],
    [
      'a question and an exclamation',
      'N. B. Okafor and L. Berg. Does fog ring?! In Proceedings of Fog, 2019.',
      'Does fog ring?!',
      2019,
    ],
    [
      'a question and what it is about',
      'Okafor NB. Who hears fog? A study of bells. J Fog Sci. 2019;12(3):1-9.',
      'Who hears fog? A study of bells',
      2019,
    ],
    ['a letter at its end', 'Okafor NB. Bells and vitamin D. J Fog Sci. 2019;12(3):1-9.', 'Bells and vitamin D', 2019],
    [
      'a part’s number',
      'N. B. Okafor and L. Berg. Fog bell operators. II. Acta Fog, 128(1):183–269, 2019.',
      'Fog bell operators. II',
      2019,
    ],
    [
      'three full stops',
      'Okafor NB, Berg L. Bells ... and gardens of fog. J Fog Sci. 2019;1:9.',
      'Bells ... and gardens of fog',
      2019,
    ],
    [
      'quotes in quotes',
      'N. B. Okafor, ““who hears the fog?” asking quiet gardens,” in Symposium on Fog, 2019.',
      '“who hears the fog?” asking quiet gardens',
      2019,
    ],
    [
      'quotes at a title’s end',
      'N. B. Okafor, “Asking gardens “who hears the fog?”,” in Symposium on Fog, 2019.',
      'Asking gardens “who hears the fog?”',
      2019,
    ],
    [
      'straight quotes in straight quotes',
      'N. B. Okafor, "Rings "who-hears" bells of fog," Fog Record, vol. 27, no. 2, 2019.',
      'Rings "who-hears" bells of fog',
      2019,
    ],
    [
      'straight quotes first of all',
      'N. B. Okafor, ""Who hears" bells of fog," Fog Record, vol. 27, no. 2, 2019.',
      '"Who hears" bells of fog',
      2019,
    ],
    [
      'two words in quotes',
      'N. B. Okafor and L. Berg, “Garden bells,” Fog, vol. 12, no. 3, p. 729, 2019.',
      'Garden bells',
      2019,
    ],
    [
      'two words behind initials',
      'Okafor, N. B. & Berg, L. Garden bells. Nature 521, 436–444 (2019).',
      'Garden bells',
      2019,
    ],
    [
      'two words behind a year',
      'Okafor, N. B. (2019). Garden bells. The Fog Journal, 27(2), 97–111.',
      'Garden bells',
      2019,
    ],
    [
      'GB/T 7714',
      'Okafor N B, Berg L, et al. Fog bells for gardens[J]. Advances in quiet gardens, 2019, 33: 1-9.',
      'Fog bells for gardens',
      2019,
    ],
    [
      'GB/T 7714, proceedings',
      'Okafor N B, Berg L. Fog bells for gardens[C]//Symposium on Fog. 2019: 1-9.',
      'Fog bells for gardens',
      2019,
    ],
    [
      'a journal in small letters',
      'Okafor NB, Berg L. Fog bells for gardens. eFog. 2019;12:e1234.',
      'Fog bells for gardens',
      2019,
    ],
    [
      'an archive of another name',
      'Nneka Okafor and Lars Berg. Fog bells for gardens. Cryptology ePrint Archive, Paper 2019/123, 2019.',
      'Fog bells for gardens',
      2019,
    ],
    [
      'a group',
      'FogLab. 2019. Bells report of gardens. arXiv preprint arXiv:1901.00001.',
      'Bells report of gardens',
      2019,
    ],
    [
      'a collaboration',
      'The Fog Bell Collaboration. 2019. Bells of all gardens. Fog Letters, 12(3), 4–5.',
      'Bells of all gardens',
      2019,
    ],
    [
      'in press, as a date',
      'Ó Néill, S., & de la Berg, M. J. (in press). Fog bells for children. Fog.',
      'Fog bells for children',
      null,
    ],
    [
      'in press, at the end',
      'Okafor NB, Berg L. Fog bells for children. J Fog Sci. In press.',
      'Fog bells for children',
      null,
    ],
    [
      'ahead of print',
      'Okafor, N. B., & Berg, L. (2019). Fog bells for children. Fog Science. Advance online publication.',
      'Fog bells for children',
      2019,
    ],
  ])('%s', (_, entry, title, year) => {
    expect(referenceFrom(entry)).toMatchObject({ title, year });
  });

  it.each<[string, string, string[]]>([
    [
      'initials with spaces',
      'Okafor N B, Berg L. Fog bells for gardens[J]. Fog, 2019, 33: 1-9.',
      ['N. B. Okafor', 'L. Berg'],
    ],
    [
      'three family names',
      'A. Berg Ruiz Oh and L. Berg, “Fog bells for gardens,” Fog, vol. 1, 2019.',
      ['A. Berg Ruiz Oh', 'L. Berg'],
    ],
    [
      'an Irish name',
      'Ó Néill, S., & Berg, L. (2019). Fog bells for gardens. Fog, 1(2), 3.',
      ['S. Ó Néill', 'L. Berg'],
    ],
    ['a group', 'FogLab. 2019. Bells report of gardens. arXiv preprint arXiv:1901.00001.', ['FogLab']],
  ])('who wrote it: %s', (_, entry, authors) => {
    expect(referenceFrom(entry)?.authors).toEqual(authors);
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
    ['a book in press', 'Okafor, N. B. (in press). The art of fog. Harbour Press.'],
    ['a book by its mark', 'Okafor N B, Berg L. Fog bells for gardens[M]. Harbour: Harbour House, 2019.'],
    ['a family of one letter', 'Okafor NB. Bells of E. Coli. Fog Harbour. 2019;1:9.'],
    ['a journal cut in two', 'Okafor, N. B., & Berg, L. (2019). Proc Natl. Acad Sci, 12(3), 1–9.'],
    ['a journal behind a question', 'Okafor NB. Who hears it? J Fog Sci. Suppl. 2019;12(3):1-9.'],
    ['a venue behind a comma', 'Okafor, N. B.: Fog bells for gardens and climate, Clim. Dynam., 22, 597-603, 2019.'],
    [
      'a journal cut behind its first word',
      'Okafor, N. and Berg, L. (1994) Fog bells for gardens, Comm. of the ACM, 37(7), 72-76.',
    ],
    ['quotes that never end', 'N. B. Okafor, “Fog bells for “quiet gardens”, Fog, vol. 1, 2019.'],
    ['two words of no one', 'Garden bells. Nature 521, 436–444 (2019).'],
    [
      'names in full behind an initial',
      'Nneka A. Okafor, Lars Berg: Bells FTW! bells and gardens of fog. CoRR abs/1901.00001 (2019)',
    ],
    ['a name with its initial stuck to it', 'McOkaforN. (2019). Bells for gardens of fog. Fog Letters, 12(3), 4–5.'],
    ['a word that is no group', 'Gardens. 2019. Bells report of fog. arXiv preprint arXiv:1901.00001.'],
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
  ['quotes that open', '“a '],
  ['straight quotes that open', ' "a'],
  ['questions', 'Aa bbbb? '],
  ['initials with spaces', 'Okafor N B, '],
])('an endless entry of %s takes no longer than a hundred usual ones', (_, part) => {
  const usual = least('Okafor, N. B., & Berg, L. (2019). Fog bells for gardens. Fog Research Letters, 12(3), 45–67.');
  expect(least(part.repeat(20_000 / part.length)) / usual).toBeLessThan(100);
});
