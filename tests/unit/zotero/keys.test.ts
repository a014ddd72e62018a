// Which papers are said to be in Zotero, by what its items say.
import { expect, it } from 'vitest';
import { hasKey, keysOfKnown, keysOfPaper, packedKeys } from '../../../lib/zotero/keys.ts';

interface Case {
  item: { title?: string; texts?: string[] };
  paper: { title?: string; doi?: string; arxivId?: string };
  there: boolean;
}
const is = (item: Case['item'], paper: Case['paper']): Case => ({ item, paper, there: true });
const isNot = (item: Case['item'], paper: Case['paper']): Case => ({ item, paper, there: false });

it.each<[string, Case]>([
  ['a DOI in its field, in other letters', is({ texts: ['10.5555/LOUD.7'] }, { doi: '10.5555/loud.7' })],
  ['a DOI as an address', is({ texts: ['https://doi.org/10.5555/loud.7'] }, { doi: '10.5555/loud.7' })],
  ['an arXiv id as Zotero keeps it', is({ texts: ['arXiv:2101.00007'] }, { arxivId: '2101.00007' })],
  ['an arXiv id in "extra"', is({ texts: ['Pages: 3\narXiv:2101.00007 [cs.LG]'] }, { arxivId: '2101.00007' })],
  ['an address of a version', is({ texts: ['http://arxiv.org/abs/2101.00007v2'] }, { arxivId: '2101.00007' })],
  ['arXiv’s own DOI', is({ texts: ['10.48550/arXiv.2101.00007'] }, { arxivId: '2101.00007' })],
  ['the paper by arXiv’s own DOI', is({ texts: ['arXiv:2101.00007'] }, { doi: '10.48550/arxiv.2101.00007' })],
  ['a title in other letters', is({ title: 'On the LOUD rivers of “8”.' }, { title: 'On the Loud Rivers of 8' })],
  ['another DOI', isNot({ texts: ['10.5555/loud.7'] }, { doi: '10.5555/loud.70' })],
  ['another id', isNot({ texts: ['arXiv:2101.00007'] }, { arxivId: '2101.00008' })],
  ['a title that many papers have', isNot({ title: 'Introduction' }, { title: 'Introduction' })],
  ['nothing', isNot({}, {})],
])('%s', (_, { item: { title = '', texts = [] }, paper, there }) => {
  const others = Array.from({ length: 100 }, (_one, at) => `doi:10.5555/other.${at}`);
  const packed = packedKeys([...keysOfKnown({ title, texts }), ...others]);
  expect(keysOfPaper({ title: 'A', doi: null, arxivId: null, ...paper }).some((key) => hasKey(packed, key))).toBe(
    there,
  );
});
