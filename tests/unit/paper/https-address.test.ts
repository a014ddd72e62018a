import { describe, expect, it } from 'vitest';
import { safeAddress } from '../../../components/ui/address.ts';
import { elsewhere } from '../../../lib/views/elsewhere.ts';
import { Entry } from '../../../lib/library/schema.ts';
import { cleanUrl } from '../../../lib/paper/clean.ts';
import { parseCodeAddress } from '../../../lib/paper/code-address.ts';
import { expand } from '../../../lib/paper/expand.ts';
import { isHttpsAddress } from '../../../lib/paper/https-address.ts';
import { PageFact } from '../../../lib/paper/page-fact.ts';
import { plainText } from '../../../lib/paper/plain-text.ts';
import { PaperRecord } from '../../../lib/paper/record.ts';
import { record } from '../../fixtures/packs.ts';

const good = 'https://example.org/a?b=@c#d@e';

describe('an address is https, has a host, and no name or password', () => {
  it.each([
    [good, true],
    ['https://example.org', true],
    ['https://example.org/@user/notes', true],
    [`https://example.org/${'a'.repeat(1980)}`, true],
    [`https://example.org/${'a'.repeat(1981)}`, false],
    ['https://user:pass@evil.example/', false],
    ['https://user@evil.example/', false],
    ['https://:pass@evil.example/', false],
    ['https://arxiv.org@evil.example/abs/2103.00021', false],
    ['https://arxiv.org:443@evil.example?x', false],
    ['https://github.com\\@evil.example/', false],
    ['https:///user:pass@evil.example/', false],
    ['https://\\user:pass@evil.example/', false],
    ['HTTPS://example.org/', false],
    ['http://example.org/', false],
    ['javascript:alert(1)', false],
    ['https://', false],
  ])('%s: %s', (address, is) => {
    expect(isHttpsAddress(address)).toBe(is);
    expect(cleanUrl(address) !== null).toBe(is);
  });

  it.each(['https://user:pass@github.com/a/b', 'https://:pass@github.com/a/b', 'https://user@github.com/a/b'])(
    'and is no code address and never opened otherwise: %s',
    (address) => {
      expect(parseCodeAddress(address)).toBeNull();
      expect(safeAddress(address)).toBeNull();
    },
  );
});

describe('a paper loses such addresses, and nothing else', () => {
  const bad = 'https://user:pass@evil.example/';
  const code = [{ url: bad, official: true }, { url: 'https://github.com/a/b' }];
  const row = { ...record({ title: 'On Quiet Rivers' }), links: [bad, good], code };
  const kept = { ...row, links: [good], code: [{ url: 'https://github.com/a/b' }] };

  it('in a pack', () => {
    expect(PaperRecord.parse(row)).toEqual(kept);
    const full = expand(kept, 'dump');
    const parsed = PaperRecord.parse({
      ...kept,
      full: { ...full, links: [bad, good], code: [...full.code, { ...full.code[0], url: bad }] },
    });
    expect(parsed.full).toEqual(full);
  });

  it('on the reading list, and in what a page said', () => {
    const entry = { id: row.id, aliases: [], record: row, from: {}, abstract: null, pdf: bad, site: null };
    const dates = { status: 'read', addedAt: 1, changedAt: 1, readAt: 1 };
    expect(Entry.parse({ ...entry, ...dates })).toMatchObject({ pdf: null, record: kept });
    expect(PageFact.parse({ record: row, abstract: null, pdf: bad, site: 'a.example', from: {} })).toMatchObject({
      pdf: null,
      record: kept,
    });
  });
});

describe('half of a letter', () => {
  const lone = 'A title \ud800 with half a letter';

  it('is marked in what is read, and what is cut', () => {
    expect(plainText(lone)).toBe('A title \ufffd with half a letter');
    expect(plainText('whole 𝔸 letter')).toBe('whole 𝔸 letter');
  });

  it('and a long title in any script still have all places to look the paper up', () => {
    for (const title of [lone, '深'.repeat(2000), 'a'.repeat(2000), `${'a'.repeat(199)}𝔸`]) {
      const places = elsewhere(expand(record({ title, doi: '10.1000/\udc00x' }), 'dump'));
      expect(places.map(({ name }) => name)).toEqual(['DOI', 'Semantic Scholar', 'Google Scholar']);
      for (const { url } of places) expect(isHttpsAddress(url)).toBe(true);
    }
  });
});
