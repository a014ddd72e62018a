// DOIs and arXiv ids as people, exports and sites write them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanArxivId,
  cleanDoi,
  findArxivId,
  findDoi,
  identifiersIn,
  identifiersOf,
} from '../../../lib/paper/identifiers.ts';
import { startSpending } from '../spent.ts';

const SICI = '10.1002/(sici)1097-4571(199906)50:8<651::aid-asi1>3.0.co;2-e';

describe('a DOI in a field', () => {
  it.each([
    // TeX
    [String.raw`10.1007/978-3-642-15552-9\_12`, '10.1007/978-3-642-15552-9_12'],
    [String.raw`10.1007/978-3-642-15552-9{\_}12`, '10.1007/978-3-642-15552-9_12'],
    [String.raw`10.1007/978-3-642-15552-9{\textunderscore}12`, '10.1007/978-3-642-15552-9_12'],
    [String.raw`10.1007/978-3-642-15552-9\textunderscore{}12`, '10.1007/978-3-642-15552-9_12'],
    [String.raw`10.1007/978-3-642-15552-9$\_$12`, '10.1007/978-3-642-15552-9_12'],
    [String.raw`{10.1007/978-3-642-15552-9\_12}`, '10.1007/978-3-642-15552-9_12'],
    [String.raw`\url{https://doi.org/10.1007/978-3-642-15552-9\_12}`, '10.1007/978-3-642-15552-9_12'],
    [String.raw`\href{https://doi.org/10.1000/ab}{10.1000/ab}`, '10.1000/ab'],
    [String.raw`10.1002/(SICI)1097-4571(199906)50:8\%3C651::AID-ASI1\%3E3.0.CO;2-E`, SICI],
    [String.raw`10.1002/(SICI)1097-4571(199906)50:8{\textless}651::AID-ASI1{\textgreater}3.0.CO;2-E`, SICI],
    [String.raw`10.1002/(SICI)1097-4571(199906)50:8$\less$651::AID-ASI1$\greater$3.0.CO;2-E`, SICI],
    [String.raw`10.1002/(SICI)1097-4571(199906)50:8$<$651::AID-ASI1$>$3.0.CO;2-E`, SICI],
    // Old forms, as they are, encoded and in HTML
    ['10.1002/(SICI)1097-4571(199906)50:8<651::AID-ASI1>3.0.CO;2-E', SICI],
    ['https://doi.org/10.1002/(SICI)1097-4571(199906)50:8%3C651::AID-ASI1%3E3.0.CO%3B2-E', SICI],
    ['10.1002/(SICI)1097-4571(199906)50:8&lt;651::AID-ASI1&gt;3.0.CO;2-E.', SICI],
    ['10.1002/(SICI)1097-4571(199906)50:8&amp;lt;651::AID-ASI1&amp;gt;3.0.CO;2-E', SICI],
    ['10.1175/1520-0493(1978)106<0587:ANMOT>2.0.CO;2', '10.1175/1520-0493(1978)106<0587:anmot>2.0.co;2'],
    ['10.1650/0010-5422(2003)105[0132:NPOTC]2.0.CO;2', '10.1650/0010-5422(2003)105[0132:npotc]2.0.co;2'],
    [
      '10.1002/(SICI)1521-3757(19990503)111:9<1400::AID-ANGE1400>3.3.CO;2-#',
      '10.1002/(sici)1521-3757(19990503)111:9<1400::aid-ange1400>3.3.co;2-#',
    ],
    // What is behind it
    ['https://doi.org/10.1000/ab.1?utm_source=feed&utm_medium=rss', '10.1000/ab.1'],
    ['10.1000/ab.1?utm_source=feed', '10.1000/ab.1'],
    ['10.1000/ab.1&domain=pdf', '10.1000/ab.1'],
    ['https://doi.org/10.1000/ab.1#sec-2', '10.1000/ab.1'],
    ['10.1000/ab.1</doi>', '10.1000/ab.1'],
    ['10.1000/ab.1https://doi.org/10.1000/ab.1', '10.1000/ab.1'],
    ['10.1000/ab.1,10.1000/ab.2', '10.1000/ab.1'],
    ['10.1000/ab.1; 10.1000/ab.2', '10.1000/ab.1'],
    ['(10.1000/ab.1).', '10.1000/ab.1'],
    ['<https://doi.org/10.1000/ab.1>', '10.1000/ab.1'],
    // Its own signs
    ['10.1016/0026-0495(67)90027-3', '10.1016/0026-0495(67)90027-3'],
    ['10.3319/TAO.2010.01.07.01(Hy)', '10.3319/tao.2010.01.07.01(hy)'],
    ['10.3319/TAO.2010.01.07.01(Hy)).', '10.3319/tao.2010.01.07.01(hy)'],
    ['10.1021/ja01234+', '10.1021/ja01234+'],
    ['10.1000.10/123456', '10.1000.10/123456'],
    ['10.6084/m9.figshare.12345.v2', '10.6084/m9.figshare.12345.v2'],
    // One spelling
    ['10.1037//0033-295X.84.2.191', '10.1037/0033-295x.84.2.191'],
    ['https://doi.org/10.1037//0033-295X.84.2.191', '10.1037/0033-295x.84.2.191'],
    ['10.1000/\u200bab\u00ad.1\ufeff', '10.1000/ab.1'],
    ['\u202a10.1000/ab.1\u202c', '10.1000/ab.1'],
    ['10.1000/ab\u20101', '10.1000/ab-1'],
    // Before it
    ['DOI 10.1000/ab', '10.1000/ab'],
    ['DOI: https://doi.org/10.1000/ab', '10.1000/ab'],
    ['info:doi/10.1000/ab', '10.1000/ab'],
    ['urn:doi:10.1000/ab', '10.1000/ab'],
    ['https://doi.org/doi:10.1000/ab', '10.1000/ab'],
    ['https://www.doi.org/10.1000/ab', '10.1000/ab'],
    ['dx.doi.org/10.1000/ab', '10.1000/ab'],
    ['https://doi-org.proxy.example.edu/10.1000/ab', '10.1000/ab'],
    // Publishers' addresses
    ['https://dl.acm.org/doi/pdf/10.1145/2939672.2939785', '10.1145/2939672.2939785'],
    ['https://onlinelibrary.wiley.com/doi/full/10.1111/rssb.12345', '10.1111/rssb.12345'],
    ['http://onlinelibrary.wiley.com/doi/10.1111/rssb.12345/abstract', '10.1111/rssb.12345'],
    ['link.springer.com/chapter/10.1007%2F978-3-642-15552-9_12', '10.1007/978-3-642-15552-9_12'],
    ['https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0012345', '10.1371/journal.pone.0012345'],
    [
      'https://academic.oup.com/bioinformatics/advance-article/doi/10.1093/bioinformatics/btz682/5570983',
      '10.1093/bioinformatics/btz682',
    ],
    ['https://www.medrxiv.org/content/10.1101/2021.02.03.21251054v1.full-text', '10.1101/2021.02.03.21251054'],
    // None
    ['10/gdvx9d', null],
    ['10.1145/nnnnnnn.nnnnnnn', null],
    ['“10.1234/5678”', '10.1234/5678'],
    ['http://hdl.handle.net/10.1234/5678', null],
    ['https://scholar.google.com/scholar?q=10.1038/nphys1170', null],
    ['https://arxiv.org/abs/2210.12945', null],
    ['see the appendix', null],
  ])('%s', (written, doi) => {
    expect(cleanDoi(written)).toBe(doi);
  });

  it('what findDoi takes out of a sentence is what the field has', () => {
    expect(findDoi('Available as 10.1002/(SICI)1097-4571(199906)50:8<651::AID-ASI1>3.0.CO;2-E, 1999')).toBe(SICI);
    expect(findDoi('(see 10.3319/TAO.2010.01.07.01(Hy))')).toBe('10.3319/tao.2010.01.07.01(hy)');
    expect(identifiersIn('https://doi.org/10.1145/nnnnnnn.nnnnnnn')).toEqual([]);
  });
});

describe('an arXiv id in a field', () => {
  it.each([
    ['hep-th/1601.07616', '1601.07616'],
    ['arXiv:math.GT/2103.00021v2', '2103.00021'],
    ['2103.00021 [cs.CV]', '2103.00021'],
    ['2103.00021v3 [cs, stat]', '2103.00021'],
    ['arXiv:2103.00021 (math.AG)', '2103.00021'],
    ['0309136 [math.GT]', 'math/0309136'],
    ['cond-mat.mtrl-sci/9901001', 'cond-mat/9901001'],
    ['abs/2103.00021', '2103.00021'],
    ['CoRR abs/2103.00021', '2103.00021'],
    ['ArXiv, abs/2103.00021', '2103.00021'],
    ['arXiv preprint arXiv:2103.00021', '2103.00021'],
    ['arXiv e-prints, arXiv:2103.00021', '2103.00021'],
    ['arXiv.org:2103.00021', '2103.00021'],
    ['arXiv: 2103.\u200b00021', '2103.00021'],
    ['arxiv.org/abs/2103.00021', '2103.00021'],
    [String.raw`\url{https://arxiv.org/abs/2103.00021\#cite}`, '2103.00021'],
    ['https://arxiv.org/abs/hep-th/1601.07616', '1601.07616'],
    ['arXiv:2103.00021v2 [cs.CV] 1 Mar 2021', '2103.00021'],
    ['arXiv: 2103.00021 (2021)', '2103.00021'],
    ['CoRR abs/2103.00021 (2021)', '2103.00021'],
    ['oai:arXiv.org:2103.00021', '2103.00021'],
    ['10.48550/arXiv.2103.00021', '2103.00021'],
    ['arXiv:2103.00021 and arXiv:2103.00022', null],
    ['12345678', null],
    ['0309136', null],
    ['10.1000/2103.00021', null],
    ['https://epubs.siam.org/doi/pdf/10.1137/1.9781611972795.67', null],
    ['corr 2103.00021 was the build', null],
  ])('%s', (written, id) => {
    expect(cleanArxivId(written)).toBe(id);
    if (id !== null) expect(findArxivId(written)).toBe(id);
  });
});

describe('addresses that lead on to a paper', () => {
  it.each([
    'https://www.google.com/url?q=https://arxiv.org/abs/2103.00021&sa=D&usg=x',
    'https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Farxiv.org%2Fpdf%2F2103.00021',
    'https://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/2103.00021&hl=en',
    'https://web.archive.org/web/20210301000000/https://arxiv.org/abs/2103.00021',
    'https://web.archive.org/web/2021id_/http:/arxiv.org/abs/2103.00021v2',
    'https://archive.ph/2021/https://arxiv.org/abs/2103.00021',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Farxiv.org%2Fabs%2F2103.00021&h=x',
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Farxiv.org%2Fabs%2F2103.00021&data=x',
    'https://urldefense.com/v3/__https://arxiv.org/abs/2103.00021__;!!abc',
    'https://login.proxy.example.edu/login?url=https://arxiv.org/abs/2103.00021',
    'https://arxiv-org.proxy.example.edu/abs/2103.00021',
    'https://www-arxiv-org.proxy.example.edu/pdf/2103.00021',
    'https://0-arxiv.org.library.example.edu/abs/2103.00021',
    'https://arxiv.org.ezproxy.example.edu/abs/2103.00021',
    'https://ui.adsabs.harvard.edu/abs/2021arXiv210300021L/abstract',
    'https://www.google.com/url?q=https://doi.org/10.48550/arXiv.2103.00021',
  ])('%s', (address) => {
    expect(identifiersOf(address)).toEqual({ arxiv: '2103.00021', dois: [] });
  });

  it.each([
    ['https://www.google.com/url?q=https://doi.org/10.1000/ab&sa=D', '10.1000/ab'],
    ['https://doi.org/10.1002/(SICI)1097-4571(199906)50:8%3C651::AID-ASI1%3E3.0.CO;2-E', SICI],
    ['https://www.biorxiv.org/content/10.1101/2020.02.03.123456v2.full.pdf+html', '10.1101/2020.02.03.123456'],
    [
      'https://www.biorxiv.org/content/biorxiv/early/2020/02/04/2020.02.03.123456.full.pdf',
      '10.1101/2020.02.03.123456',
    ],
  ])('%s', (address, doi) => {
    expect(identifiersOf(address).dois.at(-1)).toBe(doi);
  });

  it.each([
    'https://twitter.com/intent/tweet?url=https://arxiv.org/abs/2103.00021',
    'https://www.facebook.com/sharer/sharer.php?u=https://arxiv.org/abs/2103.00021',
    'https://hdl.handle.net/10.1234/5678',
    'https://repository.example.edu/handle/10.1234/5678',
    'http://onlinelibrary.wiley.com/journal/10.1111/%28ISSN%291470-9856/issues',
    'https://notarxiv-org.example.edu/abs/2103.00021',
  ])('nothing: %s', (address) => {
    expect(identifiersOf(address)).toEqual({ arxiv: null, dois: [] });
  });
});

describe('in running text', () => {
  it.each([
    ['ArXiv, abs/2006.04862, 2020', ['2006.04862']],
    ['CoRR abs/1912.10077 (2019)', ['1912.10077']],
    ['arXiv:hep-th/1601.07616', ['1601.07616']],
    ['arXiv:0309136 [math.GT]', ['math/0309136']],
    ['arXiv ID 1706.03762', ['1706.03762']],
    ['arXiv e-prints 1706.03762', ['1706.03762']],
    ['arXiv:2202.\n00980', ['2202.00980']],
    ['arXiv:2106.10494,2210.06313', ['2106.10494', '2210.06313']],
    ['arXiv:1706.03762, 1706.03763 and 1706.03764v2.', ['1706.03762', '1706.03763', '1706.03764']],
    ['arXiv:17\u00ad06.03762', ['1706.03762']],
    ['10.1175/1520-0493(1978)106<0587:ANMOT>2.0.CO;2, and', ['10.1175/1520-0493(1978)106<0587:anmot>2.0.co;2']],
    ['10.3319/TAO.2010.01.07.01(Hy), and more', ['10.3319/tao.2010.01.07.01(hy)']],
    ['(doi:10.1000/ab\u200bc.)', ['10.1000/abc']],
    ['see 10.1037//0033-295X.84.2.191.', ['10.1037/0033-295x.84.2.191']],
    ['10.1016/a.1;10.1016/b.2', ['10.1016/a.1']],
    ['corr 2006.04862 and version 2106.10494', []],
  ])('%s', (text, found) => {
    const read = identifiersIn(text);
    expect(read.map(({ arxiv, doi }) => arxiv ?? doi)).toEqual(found);
    for (const { start, end } of read) expect(text.slice(start, end)).toMatch(/\S$/);
  });
});

const doiLike = fc
  .tuple(fc.integer({ min: 1000, max: 99_999 }), fc.stringMatching(/^[a-z0-9][a-z0-9._()/-]{0,30}[a-z0-9]$/))
  .map(([prefix, rest]) => `10.${String(prefix)}/${rest}`)
  .filter((doi) => cleanDoi(doi) === doi);

it('a clean DOI stays what it is, however it is wrapped', () => {
  fc.assert(
    fc.property(doiLike, (doi) => {
      expect(cleanDoi(`https://doi.org/${doi}`)).toBe(doi);
      expect(cleanDoi(`doi:${doi}?utm_source=x`)).toBe(doi);
      expect(cleanDoi(doi.replaceAll('_', String.raw`{\_}`))).toBe(doi);
      expect(cleanDoi(doi.split('').join('\u200b'))).toBe(doi);
      expect(cleanDoi(encodeURIComponent(doi).replace('10%2E', '10.'))).toBe(doi);
    }),
  );
});

it('nothing throws, and what is read is read again alike', () => {
  const piece = fc.constantFrom(
    '10.1000/',
    '(',
    ')',
    '<',
    '>',
    '[',
    ']',
    ';',
    '%3C',
    '\\_',
    '{',
    '}',
    '$',
    'arXiv:',
    '2103.00021',
    'abs/',
    'https://',
    '/',
    '?',
    '&lt;',
    '\u200b',
    '1',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
      ),
      (text) => {
        for (const read of [cleanDoi, cleanArxivId, findDoi, findArxivId]) {
          const once = read(text);
          if (once !== null && /^[\w./()-]+$/.test(once)) expect(read(once)).toBe(once);
        }
        identifiersOf(text);
        for (const { start, end } of identifiersIn(text)) expect(start < end && end <= text.length).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});

it.each([
  '10.1000/',
  '10.1000/(',
  '10.1000/<a>',
  '10.1000/1<',
  'arXiv:',
  '[',
  '{\\_}',
  '\\less$',
  ')',
  '1706.03762,',
  '\u200b',
  '&lt;',
  'https://a/',
])('fifty times the text takes no more than that: %s', (part) => {
  const time = (times: number): number => {
    const text = part.repeat(times);
    const since = startSpending();
    for (const read of [cleanDoi, cleanArxivId, findDoi, findArxivId, identifiersIn, identifiersOf]) read(text);
    return since();
  };
  time(1000);
  expect(time(50_000)).toBeLessThan(1500);
});
