import { expect, it } from 'vitest';
import { keysOfIdentifiers, paperKeys } from '../../../lib/paper/keys.ts';
import { keyOfPerson, namePerson } from '../../../lib/paper/names/person-id.ts';
import { recordId } from '../../../lib/paper/record-id.ts';

it.each([
  [{ id: 'arxiv:1912.10077', arxivId: '1912.10077' }, ['arxiv:1912.10077']],
  [{ id: 'arxiv:1912.10077', arxivId: '1912.10077v3', doi: '10.1000/AB' }, ['arxiv:1912.10077', 'doi:10.1000/ab']],
  [
    { id: 'title:0123456789abcdef', arxivId: 'MATH/0309136v1', doi: null },
    ['title:0123456789abcdef', 'arxiv:math/0309136'],
  ],
  [{ id: 'doi:10.1000/ab', arxivId: null, doi: '10.1000/ab' }, ['doi:10.1000/ab']],
])('%j is found by %j', (paper, keys) => {
  expect(paperKeys(paper)).toEqual(keys);
});

it.each([
  [{ arxiv: '1912.10077', dois: [] }, ['arxiv:1912.10077', 'doi:10.48550/arxiv.1912.10077']],
  [{ arxiv: null, dois: ['10.1000/a/full', '10.1000/a'] }, ['doi:10.1000/a/full', 'doi:10.1000/a']],
  [{ arxiv: null, dois: [] }, []],
])('%j asks for %j', (identifiers, keys) => {
  expect(keysOfIdentifiers(identifiers)).toEqual(keys);
});

// Packs and reading lists hold these ids: another one for the same facts would lose the reader's entry.
it.each([
  [{ title: 'X', arxivId: '1912.10077v5', doi: '10.1000/ab' }, 'arxiv:1912.10077'],
  [{ title: 'X', doi: '10.1000/AB' }, 'doi:10.1000/ab'],
  [{ title: 'X', doi: '10.1000/a(b)' }, 'title:bcfc2208434d22f8'],
  [{ title: 'A Study of Things', authors: ['Ada B. Lovelace'], year: 1843 }, 'title:6b28ff04b58a4d50'],
  [{ title: 'Eﬃcient “Optimisation” of $O(n)$', authors: ['Erdős, Pál'] }, 'title:f3fe55d9228af0ed'],
  [{ title: '深層学習', authors: ['山田 太郎'], year: 2020 }, 'title:b8c3de033b196b4e'],
  [{ title: 'Untitled' }, 'title:53c52865e7a9961e'],
])('the id of %j is %s', (facts, id) => {
  expect(recordId(facts)).toBe(id);
});

it.each([
  ['Ada B. Lovelace', 'n-lovelace-ada'],
  ['Lovelace, Ada', 'n-lovelace-ada'],
  ['Zoltán Szabó', 'n-szabo-zoltan'],
  ['Ludwig van Beethoven', 'n-vanbeethoven-ludwig'],
  ['Plato', 'n-plato'],
  ['山田 太郎', 'n--5c717530592a90ce'],
])('the person of the name %s is %s', (name, id) => {
  expect(namePerson(name)).toBe(id);
  expect(keyOfPerson(id)).not.toBeNull();
});
