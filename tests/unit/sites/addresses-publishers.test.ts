// A paper's page and its PDF, one from the other, on publishers' sites.
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../lib/facts/address.ts';

describe('page and PDF of one paper', () => {
  it.each([
    ['https://www.biorxiv.org/content/10.1101/2021.03.14.435001v2', '.full.pdf', '.full-text', '.abstract', '.full'],
    ['https://www.medrxiv.org/content/10.1101/2021.03.14.21250001v1', '.full.pdf', '.full.pdf+html'],
    ['https://www.nature.com/articles/s41586-021-00001-1', '.pdf', '/figures/1', '#Sec2'],
    [
      'https://peerj.com/articles/cs-900/',
      'https://peerj.com/articles/cs-900.pdf',
      'https://peerj.com/articles/cs-900',
    ],
    ['https://joss.theoj.org/papers/10.21105/joss.09001', '.pdf'],
    ['https://scipost.org/10.21468/SciPostPhys.12.3.001', '/pdf'],
    ['https://iopscience.iop.org/article/10.1088/1361-6633/ab0001', '/pdf', '/meta'],
    ['https://www.mdpi.com/2073-8994/12/3/90', '/pdf', '/htm', '/pdf?version=1'],
    ['https://hal.science/hal-03000001v2', '/document', '/file/main.pdf'],
    ['https://dl.acm.org/doi/10.1145/900001.900002', 'https://dl.acm.org/doi/pdf/10.1145/900001.900002'],
    [
      'https://dl.acm.org/doi/10.1145/900001.900002',
      'https://dl.acm.org/doi/pdf/10.1145/900001.900002',
      'https://dl.acm.org/doi/abs/10.1145/900001.900002?casa=1',
    ],
    [
      'https://www.science.org/doi/10.1126/science.aaa0001',
      'https://www.science.org/doi/pdf/10.1126/science.aaa0001',
      'https://science.org/doi/full/10.1126/science.aaa0001',
    ],
    [
      'https://www.pnas.org/doi/10.1073/pnas.2100000118',
      'https://www.pnas.org/doi/pdf/10.1073/pnas.2100000118',
      'https://www.pnas.org/doi/epdf/10.1073/pnas.2100000118',
    ],
    [
      'https://agupubs.onlinelibrary.wiley.com/doi/10.1029/2021GL000001',
      'https://agupubs.onlinelibrary.wiley.com/doi/pdfdirect/10.1029/2021GL000001',
      'https://agupubs.onlinelibrary.wiley.com/doi/epdf/10.1029/2021GL000001',
    ],
    [
      'https://link.springer.com/chapter/10.1007/978-3-030-00001-1_2',
      'https://link.springer.com/content/pdf/10.1007/978-3-030-00001-1_2.pdf',
    ],
    [
      'https://link.springer.com/article/10.1007/s10001-021-00001-1',
      'https://link.springer.com/content/pdf/10.1007/s10001-021-00001-1.pdf',
      'https://link.springer.com/article/10.1007/s10001-021-00001-1/fulltext.html',
    ],
    [
      'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0213978',
      'https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0213978&type=printable',
      'https://journals.plos.org/plosone/article/metrics?id=10.1371/journal.pone.0213978',
    ],
    [
      'https://journals.aps.org/prl/abstract/10.1103/PhysRevLett.125.000001',
      'https://journals.aps.org/prl/pdf/10.1103/PhysRevLett.125.000001',
    ],
    [
      'https://ieeexplore.ieee.org/document/900001',
      'https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=900001',
      'https://ieeexplore.ieee.org/abstract/document/900001/',
    ],
    [
      'https://www.frontiersin.org/articles/10.3389/fnins.2021.000001/full',
      'https://www.frontiersin.org/articles/10.3389/fnins.2021.000001/pdf',
      'https://www.frontiersin.org/journals/neuroscience/articles/10.3389/fnins.2021.000001/full',
    ],
    [
      'https://papers.ssrn.com/sol3/papers.cfm?abstract_id=9000001',
      'https://papers.ssrn.com/sol3/Delivery.cfm?abstractid=9000001',
      'https://ssrn.com/abstract=9000001',
    ],
    ['https://www.nber.org/papers/w90001', 'https://www.nber.org/system/files/working_papers/w90001/w90001.pdf'],
    [
      'https://pmc.ncbi.nlm.nih.gov/articles/PMC900001/',
      'https://pmc.ncbi.nlm.nih.gov/articles/PMC900001/pdf/',
      'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC900001/pdf/main.pdf',
    ],
    [
      'https://acp.copernicus.org/articles/21/100/2021/',
      'https://acp.copernicus.org/articles/21/100/2021/acp-21-100-2021.pdf',
      'https://acp.copernicus.org/articles/21/100/2021/acp-21-100-2021.html',
    ],
    [
      'https://www.sciencedirect.com/science/article/pii/S0000000121000011',
      'https://www.sciencedirect.com/science/article/pii/S0000000121000011/pdfft',
      'https://www.sciencedirect.com/science/article/abs/pii/S0000000121000011?via=x',
    ],
    [
      'https://pubs.rsc.org/en/content/articlelanding/2021/sc/d1sc00001a',
      'https://pubs.rsc.org/en/content/articlepdf/2021/sc/d1sc00001a',
      'https://pubs.rsc.org/en/content/articlehtml/2021/sc/d1sc00001a',
    ],
    [
      'https://bmcbiol.biomedcentral.com/articles/10.1186/s12915-021-0001-1',
      'https://bmcbiol.biomedcentral.com/counter/pdf/10.1186/s12915-021-0001-1.pdf',
    ],
  ])('%s', (page, pdf, ...others) => {
    const whole = (address: string): string => (address.startsWith('https:') ? address : page + address);
    for (const address of [page, pdf, ...others].map(whole))
      expect([address, placesOf(address)]).toEqual([address, expect.objectContaining({ page, pdf: whole(pdf) })]);
  });

  it.each([
    'https://dl.acm.org/doi/proceedings/10.1145/900001',
    'https://www.nature.com/nature/articles',
    'https://link.springer.com/book/10.1007/978-3-030-00001-1',
    'https://www.mdpi.com/journal/symmetry',
    'https://journals.plos.org/plosone/search?q=10.1371/journal.pone.0213978',
  ])('%s is no paper', (address) => {
    expect(placesOf(address)).toBeNull();
  });
});
