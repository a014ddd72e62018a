// Entries in styles without titles: names, journal, volume, page and year, or nothing.
import { describe, expect, it } from 'vitest';
import { factOfEntry } from '../../../lib/facts/read-references.ts';
import { referenceByPlace } from '../../../lib/facts/reference-by-place.ts';
import { citedPaper } from '../../../lib/views/cite/cited-paper.ts';
import { cited } from '../../../lib/views/cite/cited.ts';
import { risOfListed } from '../../../lib/views/cite/ris.ts';
import { cslOfListed } from '../../../lib/views/cite/csl.ts';

const line = (entry: string): string | null => {
  const found = referenceByPlace(entry);
  if (found === null) return null;
  const { authors, moreAuthors, venue, volume, pages, year } = found;
  return `${authors.join(', ')}${moreAuthors ? ' and others' : ''}: ${venue} ${volume}, ${pages} (${String(year)})`;
};

describe('an entry without a title', () => {
  it.each([
    [
      'G. Okafor and L. Berg, Phys. Rev. Lett. 98, 010203 (2007).',
      'G. Okafor, L. Berg: Phys. Rev. Lett. 98, 010203 (2007)',
    ],
    ['[4] G. Okafor, J. Opt. Soc. Am. 72, 899 (1982)', 'G. Okafor: J. Opt. Soc. Am. 72, 899 (1982)'],
    [
      'Okafor et al. (2007) G. Okafor, L. Berg, and A. Ruiz, Nature (London) 415, 39 (2002).',
      'G. Okafor, L. Berg, A. Ruiz: Nature (London) 415, 39 (2002)',
    ],
    [
      '(Okafor & Berg 1994) Okafor, G. N., & Berg, L. 1994, A&A, 281, L35',
      'G. N. Okafor, L. Berg: A&A 281, L35 (1994)',
    ],
    ['Okafor G., Berg L., 2006, ApJ, 650, 102', 'G. Okafor, L. Berg: ApJ 650, 102 (2006)'],
    ['[7] G. Okafor, L. Berg, Nano Lett. 2010, 10, 1012.', 'G. Okafor, L. Berg: Nano Lett. 10, 1012 (2010)'],
    [
      'G. Okafor, Adv. Theor. Math. Phys. 2 (1998) 231-252. [hep-th/9711200].',
      'G. Okafor: Adv. Theor. Math. Phys. 2, 231-252 (1998)',
    ],
    [
      'G. Okafor et al. (Fog Bell Collaboration), Phys. Rev. Lett. 116, 061102 (2016).',
      'G. Okafor and others: Phys. Rev. Lett. 116, 061102 (2016)',
    ],
    ['Fog Bell Collaboration, Phys. Lett. B 716, 1 (2012)', 'Fog Bell Collaboration: Phys. Lett. B 716, 1 (2012)'],
  ])('%s', (entry, expected) => {
    expect(line(entry)).toBe(expected);
  });

  it.each([
    ['a title before the journal', 'G. Okafor, Fog Bells, Nature 415, 39 (2002).'],
    [
      'a title that ends before the journal',
      'Okafor, G., & Berg, L. (1993). Garden Bell Induction. IEEE Expert, 8 (6), 61-69.',
    ],
    ['two works', 'G. Okafor, Phys. Rev. 12, 34 (1999); L. Berg, Phys. Rev. 13, 35 (2000).'],
    ['two places', 'G. Okafor and L. Berg, Phys. Rev. 104, 254 (1956); 105, 1119 (1957).'],
    ['the work before', 'ibid. 12, 34 (1999).'],
    ['a journal alone', 'G. Okafor, ibid. 12, 34 (1999).'],
    ['a book', 'G. Okafor, Fog and Bells (Garden Press, 2002), p. 12.'],
    ['a note', 'See the supplement of G. Okafor, Phys. Rev. 12, 34 (1999), and references therein.'],
    ['what is in press', 'Okafor, G. 1997, ApJ, in press'],
    ['an address', 'https://journal.example/12,34(1999)'],
    ['10 kB', `G. Okafor, ${'Phys. '.repeat(2000)}12, 34 (1999)`],
  ])('is not read from %s', (_, entry) => {
    expect(referenceByPlace(entry)).toBeNull();
  });
});

describe('its paper', () => {
  const text = 'G. Okafor and L. Berg, Phys. Rev. Lett. 98, 010203 (2007).';
  const fact = factOfEntry({ kind: 'reference', text, spans: [] }, 'Journal of Tests', () => ({
    title: null,
    authors: ['G. Okafor', 'L. Berg'],
    moreAuthors: false,
    year: 2007,
    venue: 'Phys. Rev. Lett.',
    volume: '98',
    pages: '010203',
  }));
  const record = fact?.record ?? { id: 'none', title: 'none' };

  it('is called by where it was printed', () => {
    expect(record).toMatchObject({ title: 'Phys. Rev. Lett. 98, 010203 (2007)', authors: ['G. Okafor', 'L. Berg'] });
  });

  it('is cited without a title', () => {
    const paper = citedPaper({ record });
    expect(cited('bibtex', [paper]).text).toBe(
      '@article{okafor2007,\n  author = {Okafor, G. and Berg, L.},\n  journal = {Phys. Rev. Lett.},\n  volume = {98},\n  pages = {010203},\n  year = {2007},\n}\n',
    );
    expect(cited('apa', [paper]).text).toBe('Okafor, G., & Berg, L. (2007). Phys. Rev. Lett., 98, 010203.');
    expect(cited('ieee', [paper]).text).toBe('G. Okafor and L. Berg, Phys. Rev. Lett., vol. 98, p. 010203, 2007.');
    expect(cited('mla', [paper]).text).toBe('Okafor, G., and L. Berg. Phys. Rev. Lett., vol. 98, 2007, p. 010203.');
    expect(cited('chicago', [paper]).text).toBe('Okafor, G., and L. Berg. 2007. Phys. Rev. Lett. 98:010203.');
    expect(cited('nature', [paper]).text).toBe('Okafor, G. & Berg, L. Phys. Rev. Lett. 98, 010203 (2007).');
    expect(cited('acm', [paper]).text).toBe('G. Okafor and L. Berg. 2007. Phys. Rev. Lett. 98, (2007), 010203.');
    // A link has to be called something.
    expect(cited('markdown', [paper]).text).toBe('Phys. Rev. Lett. 98, 010203 (2007)');
    const listed = { record, abstract: null, tags: [], note: '' };
    expect(risOfListed([listed])).not.toContain('TI  -');
    expect(cslOfListed([listed])).not.toContain('"title"');
  });
});
