import { describe, expect, it } from 'vitest';
import { fieldsOfPapers } from '../../../lib/exports/exports.ts';
import { recordOf } from '../../../lib/paper/clean.ts';
import type { PaperRecord } from '../../../lib/paper/record.ts';

const paper = (at: number, facts: { venue?: string; categories?: string[] }): PaperRecord => {
  const made = recordOf({ title: `Paper ${at}`, ...facts });
  if ('refused' in made) throw new Error('no paper');
  return made.record;
};
const papers = (...facts: { venue?: string; categories?: string[] }[]): PaperRecord[] =>
  facts.map((one, at) => paper(at, one));

describe('the fields of a reading list', () => {
  it.each([
    ['Advances in Neural Information Processing Systems 33', ['cs:cs:LG']],
    ['Proceedings of the 58th Annual Meeting of the Association for Computational Linguistics', ['cs:cs:CL']],
    ['IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)', ['cs:cs:CV']],
    ['Proc. CHI 2021', ['cs:cs:HC']],
    ['Physical Review D', ['physics:hep-th', 'physics:hep-ph']],
    [
      'Monthly Notices of the Royal Astronomical Society',
      ['physics:astro-ph:GA', 'physics:astro-ph:CO', 'physics:astro-ph:HE'],
    ],
    ['The Annals of Statistics', ['stat:stat:ME', 'math:math:ST']],
    ['Bioinformatics', ['q-bio:q-bio:QM', 'q-bio:q-bio:GN']],
    ['Journal of Garden History', []],
  ])('%s', (venue, sets) => {
    expect(fieldsOfPapers(papers(...Array.from({ length: 4 }, () => ({ venue }))))).toEqual(sets);
  });

  it('are by the categories that papers have, before where they appeared; the field of most comes first', () => {
    const list = papers(
      { categories: ['hep-th', 'cs.LG'], venue: 'NeurIPS' },
      { categories: ['hep-th'] },
      { categories: ['hep-th'] },
      { venue: 'NeurIPS' },
      { venue: 'ICML 2019' },
      { categories: ['none.XX'] },
      {},
    );
    expect(fieldsOfPapers(list)).toEqual(['physics:hep-th', 'cs:cs:LG']);
  });

  it('are at most six, and none for a list that says nothing', () => {
    const all = ['cs.LG', 'cs.CL', 'cs.CV', 'cs.RO', 'cs.CR', 'cs.SE', 'cs.PL', 'cs.DB'];
    expect(fieldsOfPapers(papers(...[...all, ...all].map((one) => ({ categories: [one] }))))).toHaveLength(6);
    expect(fieldsOfPapers([])).toEqual([]);
    expect(fieldsOfPapers(papers({}, { venue: 'Nature' }))).toEqual([]);
  });
});
