// The work that a catalog knows where a reference says only names, journal, volume, page and year.
import { describe, expect, it } from 'vitest';
import { Lookup } from '../../../lib/catalog/lookup.ts';
import { abbreviates, titledAtPlace } from '../../../lib/catalog/printed-place.ts';
import { CatalogSearch } from '../../../lib/catalog/search/catalog-search.ts';
import { citationLine } from '../../../lib/paper/citation-line.ts';
import { expand } from '../../../lib/paper/expand.ts';
import { packOfRecords, record } from '../../fixtures/packs.ts';

describe('a journal’s name', () => {
  it.each([
    ['Phys. Rev. Lett.', 'Physical Review Letters', true],
    ['Proc. Natl. Acad. Sci.', 'Proceedings of the National Academy of Sciences', true],
    ['PRL', 'Physical Review Letters', true],
    ['Phys. Rev.', 'Physical Review Letters', false],
    ['Phys. Rev. A', 'Physical Review E', false],
    ['Nature', 'Nature Physics', false],
  ])('“%s” abbreviates “%s”: %s', (short, long, does) => {
    expect(abbreviates(short, long)).toBe(does);
  });
});

const waves = record({
  title: 'On the Sound of Two Rivers',
  authors: ['Mona Vale', 'Ada Example'],
  venue: 'Physical Review Letters',
  volume: '116',
  pages: '061102-061110',
  year: 2016,
  doi: '10.1103/physrevlett.116.061102',
});
const others = [
  record({ ...waves, title: 'Another of the Same Year', pages: '061103', doi: '10.1103/physrevlett.116.061103' }),
  record({ ...waves, title: 'By Others', authors: ['Bo Other'], volume: '117', doi: '10.1103/physrevlett.117.061102' }),
];

describe('a reference without a title', () => {
  const asked = {
    venue: 'Phys. Rev. Lett.',
    volume: '116',
    pages: '061102',
    year: 2016,
    authors: ['M. Vale', 'A. Example'],
  };
  it.each([
    ['in all of its parts', {}, waves.id],
    ['but for its volume', { volume: '115' }, null],
    ['but for its page', { pages: '061104' }, null],
    ['but for its journal', { venue: 'Phys. Rev. D' }, null],
    ['but for its first author', { authors: ['C. Vale', 'A. Example'] }, null],
    ['but for its year', { year: 2013 }, null],
  ])('that agrees %s', async (_, other, expected) => {
    const facts = { ...asked, ...other };
    const paper = expand(record({ ...facts, title: citationLine(facts) ?? '' }), 'page');
    const lookup = new Lookup([await packOfRecords('journal', [waves, ...others])]);
    expect(await titledAtPlace(paper, lookup, new CatalogSearch(lookup))).toBe(expected);
  });
});
