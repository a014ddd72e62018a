import { expect, it } from 'vitest';
import { spacedVenues, venueOfWord, venueWords, withAcronyms } from '../../../lib/paper/venue-words.ts';

it.each([
  ['nips', ['neurips']],
  ['Advances in Neural Information Processing Systems 33', ['neurips']],
  ['ICML 2020, PMLR 119:864-873', ['icml']],
  ['Findings of EMNLP 2022', ['emnlp']],
  ['3dv', ['3dv']],
  ['acmmm', ['acmmm']],
  ['Nature Physics', ['nature', 'physic']],
  ['Phys. Rev. D 76, 013009 (2007)', ['phys', 'rev']],
  ['', []],
])('the venue %j is searched by %j', (line, wanted) => {
  expect(venueWords(line)).toEqual(wanted);
});

it.each([
  ['nips', 'neurips'],
  ['neurips', 'neurips'],
  ['cvpr', 'cvpr'],
  ['gaussian', null],
])('%s typed is the venue %s', (word, venue) => {
  expect(venueOfWord(word)).toBe(venue);
});

it.each([
  ['NeurIPS2016 gans', 'NeurIPS 2016 gans'],
  ["ICML'16", 'ICML 2016'],
  ['iclr-24', 'iclr 2024'],
  ['NIPS ’98', 'NIPS 1998'],
  ['resnet50', 'resnet50'],
  ['covid-19', 'covid-19'],
  ['ICML 2016', 'ICML 2016'],
])('%s is read as %s', (typed, read) => {
  expect(spacedVenues(typed)).toBe(read);
});

it.each([
  ['conference on learning theory 2019', 'COLT'],
  ['neural tangent kernels', null],
])('%s has the acronym %s in place of a name', (typed, acronym) => {
  expect(withAcronyms(typed).includes(acronym ?? '\0')).toBe(acronym !== null);
  if (acronym === null) expect(withAcronyms(typed)).toBe(typed);
});
