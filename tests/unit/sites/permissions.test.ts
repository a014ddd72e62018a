import { describe, expect, it } from 'vitest';
import { sites } from '../../../lib/sites/index.ts';
import { optionalSites, paperSites } from '../../../lib/sites/permissions.ts';

/** Does the list let the page script run on this host? */
const covers = (host: string): boolean =>
  paperSites.some((pattern) => {
    const own = /^https?:\/\/([^/]+)/u.exec(pattern)?.[1] ?? '';
    return own.startsWith('*.') ? host === own.slice(2) || host.endsWith(own.slice(1)) : host === own;
  });

describe('the sites granted at install', () => {
  it.each(paperSites)('%s is a match pattern', (pattern) => {
    expect(pattern).toMatch(/^https?:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\/(?:[^*]*)\*$/u);
  });

  it('names each site once', () => {
    expect(paperSites.length).toBe(new Set(paperSites).size);
    const wide = paperSites.flatMap(
      (pattern) => /^(https?):\/\/\*\.([^/]+)\/\*$/u.exec(pattern)?.slice(1, 3).join(' ') ?? [],
    );
    const within = paperSites.filter((pattern) => {
      const [, scheme = '', host = ''] = /^(https?):\/\/([^*/][^/]*)\//u.exec(pattern) ?? [];
      return wide.some((site) => scheme === site.split(' ')[0] && `.${host}`.endsWith(`.${site.split(' ')[1]}`));
    });
    // export.arxiv.org is there over http alone.
    expect(within).toEqual([]);
  });

  /** General sites with an adapter: read only where the reader grants them. */
  const granted = ['github.com', '*.wikipedia.org'];

  it('covers every site that an adapter is for', () => {
    const hosts = sites
      .flatMap((site) => site.hosts)
      .filter((host) => !host.endsWith('.*') && host !== 'www.aclweb.org' && !granted.includes(host));
    expect(hosts.filter((host) => !covers(host.replace(/^\*\./u, 'www.')))).toEqual([]);
  });

  it.each(
    // What comparable tools run on: preprints, proceedings, publishers, indexes.
    (
      'arxiv.org export.arxiv.org ar5iv.labs.arxiv.org www.alphaxiv.org scirate.com huggingface.co www.biorxiv.org ' +
      'www.medrxiv.org chemrxiv.org aclanthology.org dl.acm.org journals.aps.org pubs.acs.org pubs.aip.org www.cell.com ' +
      'openaccess.thecvf.com www.frontiersin.org hal.science inspirehep.net www.ijcai.org ieeexplore.ieee.org ' +
      'iopscience.iop.org www.jmlr.org www.mdpi.com www.nature.com proceedings.neurips.cc papers.nips.cc neurips.cc ' +
      'openreview.net academic.oup.com journals.plos.org pmc.ncbi.nlm.nih.gov pubmed.ncbi.nlm.nih.gov ' +
      'proceedings.mlr.press www.pnas.org pubs.rsc.org www.science.org www.sciencedirect.com link.springer.com ' +
      'onlinelibrary.wiley.com elifesciences.org orcid.org journals.sagepub.com www.tandfonline.com ' +
      'www.spiedigitallibrary.org karger.com www.scopus.com www.webofscience.com europepmc.org www.connectedpapers.com ' +
      'peerj.com clinicaltrials.gov www.researchgate.net www.lens.org bmcmedicine.biomedcentral.com www.scielo.org ' +
      'psycnet.apa.org www.semanticscholar.org dblp.org dblp.uni-trier.de www.catalyzex.com www.bzpeer.com ' +
      'www.scholarfeed.org research.google core.ac.uk papers.ssrn.com scholar.google.com scholar.google.de ' +
      'scholar.google.co.uk scholar.google.com.br scholar.google.co.jp scholar.google.cat'
    ).split(' '),
  )('covers %s', (host) => {
    expect(covers(host)).toBe(true);
  });

  it.each([
    'github.com',
    'en.wikipedia.org',
    'www.google.com',
    'duckduckgo.com',
    'www.reddit.com',
    'news.ycombinator.com',
    'x.com',
  ])('leaves %s to the reader', (host) => {
    expect(covers(host)).toBe(false);
  });

  it('may be widened to any site by the reader', () => {
    expect(optionalSites).toEqual(['https://*/*', 'http://*/*']);
  });
});
