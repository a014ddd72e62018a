import { describe, expect, it } from 'vitest';
import { parseVenue, venueShort } from '../../../lib/paper/venue.ts';

describe('the short form of a venue', () => {
  it.each([
    ['ICLR 2020', 2020, 'ICLR 2020'],
    ['ICML 2020, PMLR 119:864-873', 2020, 'ICML 2020'],
    ['NeurIPS 2020 (spotlight), 33:2599-2610', 2020, 'NeurIPS 2020'],
    ['NeurIPS 2019, pp. 10320-10330', 2019, 'NeurIPS 2019'],
    ['ICCV 2021, pp. 10231-10241', 2021, 'ICCV 2021'],
    ['AISTATS 2021, PMLR 130', 2021, 'AISTATS 2021'],
    ['COLT 2023, PMLR 195', 2023, 'COLT 2023'],
    ['Findings of EMNLP 2022', 2022, 'Findings of EMNLP 2022'],
    ['Transactions on Machine Learning Research (TMLR) 2022', 2022, 'TMLR 2022'],
    ['arXiv preprint (2021)', 2021, 'arXiv 2021'],
    ['arXiv preprint', 2021, 'arXiv 2021'],
    ['International Conference on Learning Representations (2021)', 2021, 'ICLR 2021'],
    ['Advances in Neural Information Processing Systems 33', 2020, 'NeurIPS 2020'],
    ['NIPS 2016', 2016, 'NeurIPS 2016'],
    ['International Conference on Artificial Intelligence and Statistics (2021)', 2021, 'AISTATS 2021'],
    ['Privacy Regulation and Protection in Machine Learning Workshop at ICLR 2024', 2024, 'ICLR 2024 workshop'],
    ['Journal of Unheard Results, 12:1-9', 1998, 'Journal of Unheard Results 1998'],
    ['', null, ''],
  ])('%s', (line, year, short) => {
    expect(venueShort(line, year)).toBe(short);
  });

  it('a long unknown name is cut, so that a row stays one line', () => {
    expect(
      venueShort('Proceedings of the Very Long Named Society for the Study of Long Names', 2001).length,
    ).toBeLessThan(45);
  });
});

describe('the parts of a venue line', () => {
  it.each([
    ['ICML 2020, PMLR 119:864-873', { acronym: 'ICML', volume: '119', pages: '864-873', year: 2020 }],
    ['NeurIPS 2021, 34:4134-4146', { acronym: 'NeurIPS', volume: '34', pages: '4134-4146', year: 2021 }],
    ['NeurIPS 2021, 34', { acronym: 'NeurIPS', volume: '34', pages: null }],
    ['ICML 2024, PMLR 235:22010-22041', { volume: '235', pages: '22010-22041' }],
    ['ICML 2023, PMLR 202', { volume: '202', pages: null }],
    ['ICCV 2021, pp. 10231-10241', { volume: null, pages: '10231-10241', kind: 'conference' }],
    ['TMLR 2022', { kind: 'journal', volume: null, pages: null }],
  ])('%s', (line, parts) => {
    expect(parseVenue(line)).toMatchObject(parts);
  });
});
