import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sites } from '../../../lib/sites/index.ts';
import { optionalSites, paperSites } from '../../../lib/sites/permissions.ts';
import { isInstalled } from '../../../tools/sites/list.ts';

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

  it('covers all hosts of a site that has an adapter, or none', () => {
    const inPart = sites.flatMap(({ id, hosts }) => {
      const missing = hosts.filter((host) => !isInstalled(host));
      return missing.length === 0 || missing.length === hosts.length ? [] : [`${id}: ${missing.join(', ')}`];
    });
    expect(inPart).toEqual([]);
  });

  it('is what docs/sites.md says: the others are by your grant', () => {
    const page = readFileSync(new URL('../../../docs/sites.md', import.meta.url), 'utf8');
    const told = [...page.matchAll(/`([^`]+)` by your grant/gu)].map(([, host]) => host);
    expect(told).toEqual(sites.flatMap(({ hosts }) => hosts).filter((host) => !isInstalled(host)));
    expect(told).toContain('github.com');
  });

  it.each([
    ['arxiv.org', true],
    ['export.arxiv.org', true],
    ['*.nature.com', true],
    ['scholar.google.*', true],
    ['github.com', false],
    ['*.wikipedia.org', false],
    ['notarxiv.org', false],
    ['*.google.com', false],
  ])('%s is granted at install: %s', (host, is) => {
    expect(isInstalled(host)).toBe(is);
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
    expect(isInstalled(host)).toBe(true);
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
    expect(isInstalled(host)).toBe(false);
  });

  it('may be widened to any site by the reader', () => {
    expect(optionalSites).toEqual(['https://*/*', 'http://*/*']);
  });
});
