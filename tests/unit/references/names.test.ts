// The names of an entry, as reference lists write them. Names are made up.
import { describe, expect, it } from 'vitest';
import { namesIn } from '../../../lib/references/names.ts';

describe('names in a stretch of an entry', () => {
  it.each<[string, string[]]>([
    ['Okafor, N. B., & Berg, L.', ['N. B. Okafor', 'L. Berg']],
    ['Okafor NB, Berg L.', ['N. B. Okafor', 'L. Berg']],
    ['N. B. Okafor, L. Berg, et al.,', ['N. B. Okafor', 'L. Berg']],
    ['Okafor, N. B., L. Berg, and A. Ruiz.', ['N. B. Okafor', 'L. Berg', 'A. Ruiz']],
    ['Okafor, Nneka, Lars Berg, and Ana B. Ruiz.', ['Nneka Okafor', 'Lars Berg', 'Ana B. Ruiz']],
    ['Okafor, Nneka, Berg, Lars und Ruiz, Ana:', ['Nneka Okafor', 'Lars Berg', 'Ana Ruiz']],
    ['Okafor, Nneka; Berg, Lars.', ['Nneka Okafor', 'Lars Berg']],
    ['Berg, Lars.', ['Lars Berg']],
    ['Berg, Lars Erik', ['Lars Erik Berg']],
    ['Nneka Okafor, Lars Berg, and Bo Li.', ['Nneka Okafor', 'Lars Berg', 'Bo Li']],
    ['BERG Lars,', ['Lars BERG']],
    ['BERG (L.), OKAFOR (N.-B.),', ['L. BERG', 'N.-B. OKAFOR']],
    ['BERG, Lars, Bo CHO, Li HUANG', ['Lars BERG', 'Bo CHO', 'Li HUANG']],
    ['Berg, L. E., Jr.', ['L. E. Berg Jr.']],
    ['Berg, Jr., L. E. & Ruiz, A.', ['L. E. Berg Jr.', 'A. Ruiz']],
    ['Berg, L. (Ed.).', ['L. Berg']],
    ['Council of Fog Advisers.', ['Council of Fog Advisers']],
    ['———.', []],
    ['', []],
    ['3,', []],
  ])('%s', (written, names) => {
    expect(namesIn(written)).toEqual(names);
  });
});
