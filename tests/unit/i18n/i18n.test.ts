import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shortAuthors, shownAuthors, venueAndYear } from '../../../components/work/line.ts';
import { surname } from '../../../lib/paper/names/family-name.ts';
import { count, t, type Messages } from '../../../lib/i18n/i18n.ts';

const messages = JSON.parse(
  readFileSync(new URL('../../../public/_locales/en/messages.json', import.meta.url), 'utf8'),
) as Messages;

describe('the words', () => {
  it('fills in what it is given', () => {
    expect(t('workAndMore', 7)).toBe('+7');
  });

  it('counts one and many', () => {
    expect([count('cardTitles', 1), count('cardTitles', 2)]).toEqual(['1 title', '2 titles']);
  });

  it('has a form for one beside every form for many', () => {
    const many = Object.keys(messages).filter((key) => key.endsWith('_other'));
    expect(many.map((key) => key.replace('_other', '_one')).filter((key) => !(key in messages))).toEqual([]);
  });

  it('stays calm: nothing is exclaimed, nothing is done "successfully"', () => {
    const loud = Object.entries(messages).filter(([, { message }]) => /!|successful|oops|please/i.test(message));
    expect(loud).toEqual([]);
  });

  it('keeps every name that the browsers accept', () => {
    expect(Object.keys(messages).filter((key) => !/^[a-z][A-Za-z0-9]*(_one|_other)?$/.test(key))).toEqual([]);
  });
});

describe('the line under a title', () => {
  it.each([
    ['Sashank J. Reddi', 'Reddi'],
    ['Laurens van der Maaten', 'van der Maaten'],
    ['Ken Griffey Jr.', 'Griffey Jr.'],
    ['Rui da Silva Junior', 'da Silva Junior'],
    ['José Ortega y Gasset', 'Ortega y Gasset'],
    ['LHCb Collaboration', 'LHCb Collaboration'],
    ['Gatica G.N.', 'Gatica'],
    ['Madonna', 'Madonna'],
    ['Yashas Samaga B L', 'Samaga'],
    ['王小明', '王小明'],
    ['أحمد بن محمد', 'أحمد بن محمد'],
  ])('%s is %s for short', (name, short) => expect(surname(name)).toBe(short));

  it('names three and counts the rest', () => {
    expect(shortAuthors(['Yang You', 'Jing Li', 'Sashank Reddi', 'A B', 'C D'])).toBe('You, Li, Reddi, +2');
    expect(shortAuthors(['Yang You'])).toBe('You');
    expect(shortAuthors(['Yang You', 'Jing Li', 'Sashank Reddi', 'A B', 'C D'], true)).toBe(
      'You, Li, Reddi, + more than 2',
    );
  });

  it('names who is followed, in place of the third where they are further down', () => {
    expect(shownAuthors(5, -1)).toEqual([0, 1, 2]);
    expect(shownAuthors(5, 1)).toEqual([0, 1, 2]);
    expect(shownAuthors(5, 4)).toEqual([0, 1, 4]);
    expect(shownAuthors(2, 1)).toEqual([0, 1]);
  });

  it('says the year once', () => {
    expect(venueAndYear({ venue: 'ICLR', year: 2020 })).toBe('ICLR 2020');
    expect(venueAndYear({ venue: 'ICLR 2020', year: 2020 })).toBe('ICLR 2020');
    expect(venueAndYear({ venue: null, year: 2020 })).toBe('2020');
  });
});
