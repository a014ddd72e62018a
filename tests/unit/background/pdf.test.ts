// A PDF's tab has only an address: its paper is the one that a page said it is about, or that the address names.
import { fake } from '../../fixtures/fake-browser.ts';
// Before what opens stores: it brings their IndexedDB.
import { testedWorker } from './worker.ts';
import { expect, it } from 'vitest';
import { isPdf } from '../../../lib/background/badge.ts';
import { placesOf } from '../../../lib/facts/address.ts';
import type { Answer } from '../../../lib/messages/contract.ts';

const { stores, value } = testedWorker();
const title = 'On the Warm-Up of Quiet Rivers';

/** The reader is at a paper's page, which has tags; nothing of it is in the catalog. */
async function visit(
  url: string,
  name: string,
  more: readonly [string, string][] = [],
  incognito = false,
): Promise<void> {
  const said = { title: name, linked: [], scripts: [], coins: [], dois: [], stale: false };
  const meta: [string, string][] = [
    ['citation_title', name],
    ['citation_author', 'Ada Example'],
    ['citation_date', '2026'],
    ...more.map(([tag, content]): [string, string] => [tag, content]),
  ];
  const from = { id: 'byline', url, tab: { id: 1, incognito }, frameId: 0 };
  const { pagePapers } = await value('page.blocks', { url, meta, blocks: [], page: said }, from);
  expect(pagePapers).toHaveLength(1);
}

/** What the popup shows of a tab at an address. */
async function shown(url: string, incognito = false): Promise<Answer<'popup.tab'>> {
  fake.tabs = [{ id: 2, url, incognito, active: true }];
  return value('popup.tab', { tab: 2 });
}

const hash = '0123456789abcdef0123456789abcdef';
const papers: [site: string, page: string, pdf: string, tags?: [string, string][]][] = [
  ['arXiv', 'https://arxiv.org/abs/2609.01001', 'https://arxiv.org/pdf/2609.01001v2'],
  ['OpenReview', 'https://openreview.net/forum?id=Rivers0001', 'https://openreview.net/pdf?id=Rivers0001'],
  ['ACL Anthology', 'https://aclanthology.org/2026.acl-long.1/', 'https://aclanthology.org/2026.acl-long.1.pdf'],
  [
    'PMLR',
    'https://proceedings.mlr.press/v300/example26a.html',
    'https://proceedings.mlr.press/v300/example26a/example26a.pdf',
  ],
  [
    'NeurIPS',
    `https://proceedings.neurips.cc/paper_files/paper/2026/hash/${hash}-Abstract-Conference.html`,
    `https://proceedings.neurips.cc/paper_files/paper/2026/file/${hash}-Paper-Conference.pdf`,
  ],
  [
    'CVF',
    'https://openaccess.thecvf.com/content/CVPR2026/html/Example_Rivers_CVPR_2026_paper.html',
    'https://openaccess.thecvf.com/content/CVPR2026/papers/Example_Rivers_CVPR_2026_paper.pdf',
  ],
  [
    'bioRxiv',
    'https://www.biorxiv.org/content/10.1101/2026.03.14.435001v1',
    'https://www.biorxiv.org/content/10.1101/2026.03.14.435001v2.full.pdf',
    [['citation_doi', '10.1101/2026.03.14.435001']],
  ],
  [
    'Zenodo',
    'https://zenodo.org/records/9000001',
    'https://zenodo.org/records/9000001/preview/rivers.pdf?include_deleted=0',
    [['citation_doi', '10.5281/zenodo.9000001']],
  ],
  [
    'Elsevier',
    'https://www.sciencedirect.com/science/article/pii/S0000000126000011',
    'https://pdf.sciencedirectassets.com/270001/1-s2.0-S0000000126X00011/1-s2.0-S0000000126000011/main.pdf?X-Amz-Date=1',
    [['citation_doi', '10.55555/rivers.3']],
  ],
  [
    'a DOI in the path of a site without a rule',
    'https://press.example/doi/10.55555/rivers.1',
    'https://press.example/doi/pdf/10.55555/rivers.1',
    [['citation_doi', '10.55555/rivers.1']],
  ],
  [
    'an address that only the page tells',
    'https://garden.example/papers/rivers',
    'https://garden.example/files/0815.pdf',
    [
      ['citation_doi', '10.55555/rivers.2'],
      ['citation_pdf_url', 'https://garden.example/files/0815.pdf'],
    ],
  ],
];

it.each(papers)('%s: the PDF of a page that was visited has its paper', async (site, page, pdf, tags) => {
  const name = `${title} at ${site}`;
  expect((await shown(pdf)).rows).toEqual([]);
  await visit(page, name, tags);
  expect(isPdf(pdf)).toBe(true);
  expect(await shown(pdf)).toMatchObject({ state: 'pdf', rows: [{ title: name, authors: ['Ada Example'] }] });
});

it('what a private window’s page says shows in private windows alone, until the last is closed', async () => {
  const pdf = 'https://openreview.net/pdf?id=Hidden0001';
  await visit('https://openreview.net/forum?id=Hidden0001', `${title}, Hidden`, [], true);
  expect((await shown(pdf)).rows).toEqual([]);
  expect((await shown(pdf, true)).rows).toMatchObject([{ title: `${title}, Hidden` }]);
  await stores().privatePages.forget();
  expect((await shown(pdf, true)).rows).toEqual([]);
  expect(JSON.stringify([...fake.session])).not.toContain('Hidden');
});

it('another paper’s PDF at the same site has not', async () => {
  expect(await shown('https://openreview.net/pdf?id=Rivers0002')).toMatchObject({
    state: 'pdf',
    rows: [],
    places: { page: 'https://openreview.net/forum?id=Rivers0002', here: 'pdf' },
  });
  expect((await shown('https://press.example/doi/pdf/10.55555/rivers.12')).rows).toEqual([]);
});

it.each([
  ['https://www.sciencedirect.com/science/article/pii/S0001/pdfft?md5=1', true],
  ['https://x.example/doi/epdf/10.1/a', true],
  ['https://x.example/a.PDF#page=2', true],
  ['https://x.example/search?q=a.pdf', false],
  ['https://x.example/pdf-tools', false],
  ['file:///a.pdf', false],
])('%s is a PDF: %s', (address, is) => {
  expect(isPdf(address)).toBe(is);
});

it.each(papers.filter(([site]) => !site.startsWith('an address')))(
  '%s: from page to PDF and back by the address alone',
  (_, page, pdf) => {
    const there = placesOf(pdf);
    expect(there?.pdf).not.toBeUndefined();
    // A site without a rule has its page at doi.org.
    expect([page.replace(/v\d$/u, ''), `https://doi.org/${page.slice(page.indexOf('10.'))}`]).toContain(
      there?.page.replace(/v\d$/u, ''),
    );
  },
);
