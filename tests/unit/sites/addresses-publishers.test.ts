// A paper's page and its PDF, one from the other, on publishers' sites.
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../lib/facts/address.ts';
import { identifiersOf } from '../../../lib/paper/identifiers.ts';

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
    [
      'https://www.sciencedirect.com/science/article/pii/S000000012100001X',
      'https://www.sciencedirect.com/science/article/pii/S000000012100001X/pdfft',
      'https://www.sciencedirect.com/science/article/pii/S000000012100001X/pdfft?md5=0a&pid=1-s2.0-S000000012100001X-main.pdf',
      'https://www.sciencedirect.com/science/article/am/pii/S000000012100001X',
      'https://www.sciencedirect.com/sdfe/reader/pii/S000000012100001X/pdf',
      'https://reader.elsevier.com/reader/sd/pii/S000000012100001X?token=0A0B&originRegion=us-east-1',
      'https://linkinghub.elsevier.com/retrieve/pii/S000000012100001X',
      'https://linkinghub.elsevier.com/retrieve/pii/S0000-0001(21)00001-X',
      'https://linkinghub.elsevier.com/retrieve/articleSelectSinglePerm?Redirect=https%3A%2F%2Fwww.sciencedirect.com%2Fscience%2Farticle%2Fpii%2FS000000012100001X%3Fvia%253Dihub&key=0',
      'https://pdf.sciencedirectassets.com/270001/1-s2.0-S0000000121X00011/1-s2.0-S000000012100001X/main.pdf?X-Amz-Date=1&pii=S000000012100001X',
      'https://pdf.sciencedirectassets.com/270001/AIP/1-s2.0-S000000012100001X/am.pdf',
    ],
    [
      'https://www.sciencedirect.com/science/article/pii/0000000175900015',
      'https://www.sciencedirect.com/science/article/pii/0000000175900015/pdfft',
      'https://pdf.sciencedirectassets.com/270001/1-s2.0-S0000000199X00034/1-s2.0-0000000175900015/main.pdf',
    ],
    [
      'https://www.cell.com/cell/fulltext/S0000-0001(21)00001-1',
      'https://www.cell.com/cell/pdf/S0000-0001(21)00001-1.pdf',
      'https://www.cell.com/cell/abstract/S0000-0001%2821%2900001-1',
      'https://www.cell.com/cell/pdfExtended/S0000-0001(21)00001-1',
    ],
    [
      'https://www.cell.com/cell-reports/methods/fulltext/S0000-0001(21)00001-1',
      'https://www.cell.com/cell-reports/methods/pdf/S0000-0001(21)00001-1.pdf',
    ],
  ])('%s', (page, pdf, ...others) => {
    const whole = (address: string): string => (address.startsWith('https:') ? address : page + address);
    for (const address of [page, pdf, ...others].map(whole))
      expect([address, placesOf(address)]).toEqual([address, expect.objectContaining({ page, pdf: whole(pdf) })]);
  });

  it.each([
    ['zenodo.org/records/9000001/files/fog.pdf?download=1', 'fog.pdf'],
    ['zenodo.org/record/9000001/files/fog.pdf', 'fog.pdf'],
    ['zenodo.org/records/9000001/preview/fog.pdf?include_deleted=0', 'fog.pdf'],
    ['zenodo.org/api/records/9000001/files/fog.pdf/content', 'fog.pdf'],
    ['zenodo.org/records/9000001/files/Fog%20bells%20(3).PDF?download=1', 'Fog%20bells%20(3).PDF'],
  ])('a file of a record of several: %s', (address, file) => {
    expect(placesOf(`https://${address}`)).toEqual({
      page: 'https://zenodo.org/records/9000001',
      pdf: `https://zenodo.org/records/9000001/files/${file}`,
      site: 'Zenodo',
    });
  });

  it.each([
    ['bioinformatics/article-pdf/36/4/1/30000001/btz001.pdf', '10.1093/bioinformatics/btz001'],
    [
      'bioinformatics/article-pdf/36/Supplement_2/i1/30000001/btaa001.pdf?login=false',
      '10.1093/bioinformatics/btaa001',
    ],
    ['mbe/article-pdf/37/1/1/30000001/msz001.pdf', '10.1093/molbev/msz001'],
    [
      'bioinformatics/article-pdf/doi/10.1093/bioinformatics/btz001/30000001/btz001.pdf',
      '10.1093/bioinformatics/btz001',
    ],
    ['noa/advance-article-pdf/doi/10.1093/noajnl/vdz001/30000001/vdz001.pdf', '10.1093/noajnl/vdz001'],
    ['comjnl/article-pdf/doi/10.1093/comjnl/27.2.1/30000001/27-2-1.pdf', '10.1093/comjnl/27.2.1'],
    // Before DOIs had ends of their own: by volume, issue and page.
    ['bioinformatics/article-pdf/13/3/1/1000001/13-3-1.pdf', '10.1093/bioinformatics/13.3.1'],
    ['biomet/article-pdf/7/1/9001/1000001/079001.pdf?download=true', '10.1093/biomet/7.1.9001'],
  ])('a file at Oxford is of a DOI: %s', (path, doi) => {
    const address = `https://academic.oup.com/${path}`;
    expect(identifiersOf(address).dois.at(-1)).toBe(doi);
    expect(placesOf(address)?.page).toBe(`https://doi.org/${doi}`);
  });

  it.each([
    // The page's own number is not in it, and no DOI.
    'https://academic.oup.com/bioinformatics/article-pdf/13/3/1/1000001/13-3-2.pdf',
    // Of these journals the same address stands for a DOI that is not in it.
    'https://academic.oup.com/mbe/article-pdf/4/4/401/1000001/4-4-401.pdf',
    'https://academic.oup.com/qje/article-pdf/84/3/401/1000001/84-3-401.pdf',
    'https://academic.oup.com/fogs/article-pdf/13/3/1/1000001/fog001.pdf',
    'https://zenodo.org/records/9000001/files/data.zip?download=1',
    'https://zenodo.org/search?q=fog.pdf',
    'https://reader.elsevier.com/reader/sd/pii/',
    'https://linkinghub.elsevier.com/retrieve/pii/fog',
    'https://www.cell.com/cell/issue?pii=S0000-0001(21)X0001-1',
    'https://dl.acm.org/doi/proceedings/10.1145/900001',
    'https://www.nature.com/nature/articles',
    'https://link.springer.com/book/10.1007/978-3-030-00001-1',
    'https://www.mdpi.com/journal/symmetry',
    'https://journals.plos.org/plosone/search?q=10.1371/journal.pone.0213978',
  ])('%s is no paper', (address) => {
    expect(placesOf(address)).toBeNull();
  });
});
