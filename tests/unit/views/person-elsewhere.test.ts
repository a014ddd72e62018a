// Ways on from a person: none is a dead end, and names of any script make valid addresses.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { personElsewhere } from '../../../lib/views/person-elsewhere.ts';

it('has searches for the name where people look', () => {
  expect(personElsewhere({ name: 'Zoë O’Hara' }).map(({ name, url }) => `${name} ${url}`)).toEqual([
    'Google Scholar https://scholar.google.com/scholar?q=author%3A%22Zo%C3%AB%20O%E2%80%99Hara%22',
    'Semantic Scholar https://www.semanticscholar.org/search?q=Zo%C3%AB%20O%E2%80%99Hara&sort=relevance',
    'arXiv https://arxiv.org/search/?searchtype=author&query=Zo%C3%AB%20O%E2%80%99Hara',
    'dblp https://dblp.org/search?q=Zo%C3%AB%20O%E2%80%99Hara',
    'OpenReview https://openreview.net/search?term=Zo%C3%AB%20O%E2%80%99Hara&content=authors&group=all',
  ]);
});

it.each([
  [['dblp:Wei Wang 0001', 'orcid:0000-0002-1825-0097'], 'https://orcid.org/0000-0002-1825-0097'],
  [['orcid:0000-0002-1825-009X'], 'https://orcid.org/0000-0002-1825-009X'],
  [['orcid:https://evil.example/'], undefined],
])('of the ids %j leads to %s', (ids, url) => {
  expect(personElsewhere({ name: 'Ada Example' }, ids).find(({ name }) => name === 'ORCID')?.url).toBe(url);
});

it('whatever the name, each address is a whole one of that site', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }), (name) => {
      for (const { url } of personElsewhere({ name })) {
        const { protocol, hostname } = new URL(url);
        expect(protocol).toBe('https:');
        expect(hostname).toMatch(/(?:google|semanticscholar|arxiv|dblp|openreview)/);
      }
    }),
  );
});
