import { venueReadings } from '../../../lib/views/readings.ts';
import { describe, expect, it } from 'vitest';
import type { CodeLink } from '../../../lib/paper/schema.ts';
import { reasonsShown, reasonWords } from '../../../components/card/related/reasons.ts';
import {
  codeName,
  codeWords,
  matchWords,
  personWords,
  saysWords,
  sourceNames,
} from '../../../components/card/phrases.ts';
import { paperFacts } from '../../../components/card/sources.tsx';
import { differences, differenceWords } from '../../../components/card/readings.tsx';
import { personFacts } from '../../../components/card/author/sources.tsx';
import { initials } from '../../../components/card/author/initials.ts';
import { paper, person, sources, withCode } from '../../fixtures/card/samples.ts';

describe('an author in one line', () => {
  const [work] = person.works;
  const ada = { id: 'ada-example', name: 'Ada Example', works: 2 };
  const others = [ada, { ...ada, name: 'Bo Other' }, { ...ada, name: 'Cy Third' }];
  it.each([
    [3, 2, 3, '3 works here, 2 with code; wrote with Ada Example and Bo Other'],
    [1, 0, 1, '1 work here; wrote with Ada Example'],
    [2, 0, 0, '2 works here'],
  ])('%i works, %i with code, %i co-authors', (works, code, colleagues, expected) => {
    const view = {
      ...person,
      works: Array.from({ length: works }, () => work).filter((one) => one !== undefined),
      withCode: code,
      collaborators: others.slice(0, colleagues),
    };
    expect(personWords(view)).toBe(expected);
  });
});

describe('why a work is related', () => {
  it('counts shared authors, and names them all for those who ask', () => {
    expect(reasonWords({ kind: 'authors', names: ['Yang You'] })).toEqual({
      kind: 'authors',
      text: '1 shared author',
      full: 'Yang You',
    });
    expect(reasonWords({ kind: 'authors', names: ['A', 'B', 'C'] })).toMatchObject({
      text: '3 shared authors',
      full: 'A, B, and C',
    });
  });
  it('names two topics', () => {
    expect(reasonWords({ kind: 'topics', topics: ['attention', 'optimization', 'theory'] }).text).toBe(
      'attention, optimization',
    );
  });
  it('names the words that both have, and says the rest in three at most, the strongest first', () => {
    const words = reasonsShown([
      { kind: 'cites' },
      { kind: 'references', count: 4 },
      { kind: 'words', words: ['Sparse', 'Transformers', 'attention', 'kernels'] },
      { kind: 'authors', names: ['A', 'B'] },
    ]);
    expect(words.map(({ text }) => text)).toEqual(['cites it', 'both cite 4 works', 'Sparse, Transformers, attention']);
    expect(words[2]?.full).toBe('Words in common: Sparse, Transformers, attention, and kernels');
  });
});

describe('whose code it is', () => {
  const [official, other, guess] = withCode.code as [CodeLink, CodeLink, CodeLink];
  it.each([
    [official, 'according to Google Research · GitHub · official'],
    [other, 'according to Public record · GitHub · unofficial'],
    [guess, 'name match, not confirmed · GitHub'],
  ])('%#', (link, words) => expect(codeWords(link, sources)).toBe(words));

  it.each([
    ['tensorflow/addons', 'https://github.com/tensorflow/addons/blob/master/optimizers/lamb.py', 'addons'],
    ['ab/short', 'https://github.com/ab/short', 'ab/short'],
    [
      'acnagle/optimal-lottery-tickets',
      'https://github.com/acnagle/optimal-lottery-tickets',
      'optimal-lottery-tickets',
    ],
    [
      'google-research/federated',
      'https://github.com/google-research/federated/tree/master/optimization',
      'federated/optimization',
    ],
    [
      'google-research/google-research',
      'https://github.com/google-research/google-research/tree/master/negative_cache',
      'negative_cache',
    ],
    ['Supplement', 'https://openreview.net/attachment?id=x&name=y', 'Supplement'],
  ])('a button for %s tells what opens', (label, url, name) => expect(codeName({ label, url })).toBe(name));

  it('calls no guess official', () => {
    expect(codeWords({ ...guess, official: true }, sources)).not.toContain('official');
  });
});

describe('how it was matched', () => {
  it.each([
    [{ via: 'arxiv', confidence: 1 }, 'matched by arXiv id'],
    [{ via: 'title', confidence: 0.95 }, 'matched by title'],
    [{ via: 'title', confidence: 0.7 }, 'matched by title, uncertain'],
    [{ via: '', confidence: 1 }, null],
    [undefined, null],
  ])('%j', (match, words) => expect(matchWords(match)).toBe(words));
});

describe('where sources differ', () => {
  it('is said in the head and listed reading by reading', () => {
    expect(differenceWords(withCode)).toBe('2 titles, also 2019');
    expect(differences(withCode).map(({ label, readings }) => [label, readings.length])).toEqual([
      ['factTitle', 2],
      ['factYear', 2],
    ]);
  });
  it('is nothing where they agree', () => expect(differences(paper)).toEqual([]));

  it('names the site that contradicts, or says how many there are', () => {
    const other = (site: string) => ({ site, fact: 'year' as const, value: '2019' });
    const words = (...sites: string[]): string => differenceWords({ ...paper, disputes: sites.map(other) });
    expect(words('other.example')).toBe('other.example says otherwise');
    expect(words('other.example', 'other.example')).toBe('other.example says otherwise');
    expect(words('other.example', 'third.example')).toBe('2 sites say otherwise');
  });

  const said = <T>(values: readonly T[]) =>
    values.map((value) => ({ value, sources: [], certainty: 'stated' as const }));
  const claims = (titles: string[], years: number[], venues: string[]) => ({
    titles: said(titles),
    years: said(years),
    venues: venueReadings({ venues: said(venues), years: said(years) }),
  });
  it.each([
    [
      'a listing as a preprint',
      claims(['T'], [2020], ['ICML 2020, PMLR 119:864-873', 'arXiv preprint (2020)']),
      'also a preprint',
    ],
    ['another venue', claims(['T'], [2020, 2021], ['arXiv preprint (2020)', 'ICML 2021']), 'also ICML 2021'],
    ['another year', claims(['T'], [2024, 2023], ['ICML 2024']), 'also 2023'],
    [
      'one venue written in two ways',
      claims(['T'], [2020], ['ICML 2020, PMLR 119:864-873', 'International Conference on Machine Learning']),
      '',
    ],
    [
      'capitals and hyphens',
      claims(['In defense of dual-encoders', 'In Defense of Dual Encoders'], [2022], ['ICML 2022']),
      '',
    ],
    ['another apostrophe', claims(["Teacher's pet", 'Teacher’s pet'], [2022], ['TMLR 2022']), ''],
    ['maths as LaTeX', claims(['Top-k Estimation', 'Top-$k$ Estimation'], [2024], ['arXiv']), ''],
    ['American spelling', claims(['Robust Optimisation', 'robust optimization'], [2021], ['ICLR 2021']), ''],
    ['a lost space', claims(['Subset Sum: Logarithmic', 'SUBSETSUM:Logarithmic'], [2020], ['NeurIPS']), ''],
  ])('%s', (_, view, words) => {
    expect(differenceWords({ ...view, disputes: [] })).toBe(words);
    expect(differences(view).length > 0).toBe(words !== '');
  });
});

describe('names', () => {
  it('names a site once, however many of its pages were read', () => {
    const two = [
      ...sources,
      { id: 'google-2', name: 'Google Research', what: 'another page', kind: 'document' as const },
    ];
    expect(sourceNames(['google', 'google-2', 'unknown'], two)).toEqual(['Google Research']);
  });
  it.each([
    ['Srinadh Bhojanapalli', 'SB'],
    ['Madonna', 'M'],
    ['王小明', '王'],
    ['Łukasz Żółć', 'ŁŻ'],
    ['', ''],
  ])('%s has the initials %s', (name, letters) => expect(initials(name)).toBe(letters));
});

describe('who says a fact', () => {
  it.each([
    [{ sources: ['google'], certainty: 'stated' }, 'Google Research'],
    [
      { sources: ['google', 'record'], certainty: 'confirmed' },
      'Google Research, Public record, checked November 2026 · confirmed',
    ],
    [{ sources: ['gone'], certainty: 'stated' }, 'stated there'],
    [
      { sources: ['listing'], certainty: 'not confirmed', note: 'By its name alone.' },
      'Author listing · not confirmed · By its name alone.',
    ],
  ] as const)('%j', (said, words) => expect(saysWords(said, sources)).toBe(words));

  it('gives an author’s areas of one source one row', () => {
    expect(
      personFacts(person)
        .filter(({ label }) => label === 'factAreas')
        .map(({ value }) => value),
    ).toEqual(['non-convex optimization; matrix factorization; neural networks; sub-linear algorithms']);
  });

  it('has each code link and listing among a paper’s facts', () => {
    const labels = paperFacts(withCode).map(({ label }) => label);
    expect(labels.filter((label) => label === 'factCode')).toHaveLength(3);
    expect(paperFacts(withCode)).toContainEqual({
      label: 'factListing',
      value: 'cs.LG · Jun 14, 2022 · marked as having code',
      says: 'Author listing',
    });
  });
});
