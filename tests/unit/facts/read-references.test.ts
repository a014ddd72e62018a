// Entries of reference lists as blocks: which are read, and what identifies their papers.
import { describe, expect, it } from 'vitest';
import type { Block, RowFields } from '../../../lib/messages/page-protocol.ts';
import { factOfEntry, factsOfReferences } from '../../../lib/facts/read-references.ts';

const title = 'Fog bells for sparse gardens';
const entry = `Okafor, N. B. and Berg, L. ${title}. In International Conference on Gardens, 2019.`;
const block = (kind: Block['kind'], text: string, hrefs: string[] = [], row?: number): Block => ({
  kind,
  text,
  spans: hrefs.map((href) => ({ start: 0, end: 4, kind: 'link', href })),
  ...(row === undefined ? {} : { row }),
});
const factOf = (one: Block, rows: RowFields[] = [], told = new Map<number, unknown>()) =>
  factsOfReferences({ blocks: [one], rows }, told, 'Journal of Tests').get(0);

describe('an entry that is only text', () => {
  it('says title, names and year, and who says so', () => {
    expect(factOf(block('reference', entry))).toMatchObject({
      record: { title, authors: ['N. B. Okafor', 'L. Berg'], year: 2019 },
      site: 'Journal of Tests',
      from: { title: 'pattern', authors: 'pattern', date: 'pattern' },
    });
  });

  it.each<[string, Block, boolean]>([
    ['an item of a list', block('item', entry), true],
    ['a cell', block('cell', entry), true],
    ['a paragraph that links to a paper', block('text', entry, ['https://doi.org/10.55555/1']), true],
    ['any paragraph', block('text', entry, ['https://example.org/']), false],
    ['a heading', block('heading', entry), false],
    ['a title', block('title', entry), false],
    ['a whole list in one', block('reference', `${entry} `.repeat(40)), false],
  ])('%s', (_, one, isRead) => {
    expect(factOf(one) !== undefined).toBe(isRead);
  });

  it.each<[string, string, string[], string | RegExp]>([
    ['a link', '', ['https://doi.org/10.55555/Fog.1'], 'doi:10.55555/fog.1'],
    ['its text', ' doi:10.55555/fog.1.', [], 'doi:10.55555/fog.1'],
    ['an arXiv id', ' arXiv:1901.00001v2.', [], 'arxiv:1901.00001'],
    ['the same twice', ' doi:10.55555/fog.1', ['https://doi.org/10.55555/fog.1'], 'doi:10.55555/fog.1'],
    ['two, of which one must be another’s', ' doi:10.55555/fog.1', ['https://doi.org/10.55555/bell.2'], /^title:/u],
  ])('is identified by %s', (_, tail, hrefs, id) => {
    expect(factOf(block('reference', entry + tail, hrefs))?.record.id).toMatch(id);
  });

  it('a row that has said its paper is not read again', () => {
    const row: RowFields = { row: 4, isPageRow: false, fields: {} };
    const one = block('reference', entry, [], 4);
    expect(factOf(one, [row])).toBeDefined();
    expect(factOf(one, [row], new Map([[4, 'fact']]))).toBeUndefined();
    expect(factOf(one, [{ ...row, isPageRow: true }])).toBeUndefined();
    expect(factOf(one)).toBeUndefined();
  });

  it.each<[string, string, string, string[], boolean]>([
    [
      'a page of an office',
      'Office of Gardens. "Fog bells and their towns". Archived from the original on 2 May 2010.',
      'Fog bells and their towns',
      ['https://web.archive.org/web/2010/http://gardens.example/bells'],
      false,
    ],
    [
      'news',
      'Okafor, Nneka (2 May 2010). "Fog bells ring again". The Daily Garden. Retrieved 3 May 2010.',
      'Fog bells ring again',
      ['https://daily.example/bells'],
      false,
    ],
    [
      'an address in the text',
      'Okafor N. Fog bells ring again. https://daily.example/bells, 2010.',
      'Fog bells ring again',
      [],
      false,
    ],
    [
      'an article on its own site',
      'Okafor, Nneka (2010). "Fog bells ring again". Garden Journal. 12 (3): 4-5.',
      'Fog bells ring again',
      ['https://journal.example/12/3/4'],
      true,
    ],
    [
      'a file',
      'Okafor, Nneka (2010). "Fog bells ring again".',
      'Fog bells ring again',
      ['https://okafor.example/bells.pdf'],
      true,
    ],
    [
      'a preprint',
      'Okafor, Nneka (2010). "Fog bells ring again".',
      'Fog bells ring again',
      ['https://arxiv.org/abs/1901.00001'],
      true,
    ],
    [
      'links of the site itself',
      'Okafor, Nneka (2010). "Fog bells ring again".',
      'Fog bells ring again',
      ['/wiki/Fog_bell'],
      true,
    ],
  ])('of %s', (_, text, found, hrefs, isPaper) => {
    const learned = () => ({ title: found, authors: ['Nneka Okafor'], year: 2010, venue: null });
    const fact = factOfEntry(block('reference', text, hrefs), 'Journal of Tests', learned);
    expect(fact?.record.title ?? null).toBe(isPaper ? found : null);
  });
});
