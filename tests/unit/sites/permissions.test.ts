import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SiteAdapter } from '../../../lib/sites/adapter.ts';
import { sites } from '../../../lib/sites/index.ts';
import { isWithin, matches } from '../../../lib/sites/match-pattern.ts';
import { installPatterns, offeredOrigins, optionalPatterns } from '../../../lib/sites/permissions.ts';
import { scholarDomains } from '../../../lib/sites/scholar-domains.ts';
import { laterHosts } from '../../../tools/sites/list.ts';

const atInstall = installPatterns();
const offered = offeredOrigins([]);
const named = (part: Partial<SiteAdapter>): SiteAdapter => ({
  id: 'example',
  name: 'Example',
  confirmed: false,
  hosts: [],
  pages: [],
  ...part,
});

describe('the sites granted at install', () => {
  // An update that asks for one more is switched off by the browser until the reader agrees: this list only shrinks.
  it('are these', () => {
    expect(atInstall.toSorted()).toEqual([
      'https://*.alphaxiv.org/*',
      'https://*.arxiv.org/*',
      'https://*.biorxiv.org/*',
      'https://*.bzpeer.com/*',
      'https://*.medrxiv.org/*',
      'https://*.neurips.cc/*',
      'https://*.nips.cc/*',
      'https://*.scholarfeed.org/*',
      'https://*.semanticscholar.org/*',
      'https://*.thecvf.com/*',
      'https://aclanthology.org/*',
      'https://ar5iv.org/*',
      'https://dblp.org/*',
      'https://dblp.uni-trier.de/*',
      'https://huggingface.co/papers*',
      'https://openreview.net/*',
      'https://papers.cool/*',
      'https://pmc.ncbi.nlm.nih.gov/*',
      'https://proceedings.mlr.press/*',
      'https://pubmed.ncbi.nlm.nih.gov/*',
      'https://research.google/*',
      'https://scholar.google.com/*',
      'https://scirate.com/*',
      'https://www.catalyzex.com/*',
    ]);
  });

  it('are what the README and docs/stores.md count', () => {
    for (const file of ['README.md', 'docs/stores.md', 'docs/browsers.md']) {
      const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
      expect(text).toContain(`${atInstall.length} sites`);
      expect(text).toContain(`${offered.length} sites`);
    }
  });
});

describe('the sites that are offered', () => {
  it.each([...atInstall, ...offered])('%s is a match pattern of https', (pattern) => {
    expect(pattern).toMatch(/^https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\/(?:[^*]*)\*$/u);
  });

  it('name each site once, and none that is granted at install', () => {
    expect(new Set(offered).size).toBe(offered.length);
    const places = [...atInstall, ...offered];
    const twice = places.filter((pattern) =>
      places.some((other) => other !== pattern && matches(other, pattern.replace('*.', 'sub.').replace(/\*$/u, ''))),
    );
    expect(twice).toEqual([]);
  });

  it('have every other host of an adapter, but those of general sites', () => {
    const missing = sites.flatMap((site) =>
      site.general === true
        ? []
        : laterHosts(site).filter((host) => !offered.some((origin) => isWithin(`https://${host}/*`, origin))),
    );
    expect(missing).toEqual(['scholar.google.*']);
  });

  it.each(
    // What comparable tools run on.
    (
      'arxiv.org export.arxiv.org ar5iv.labs.arxiv.org www.alphaxiv.org scirate.com www.biorxiv.org www.medrxiv.org ' +
      'chemrxiv.org aclanthology.org dl.acm.org journals.aps.org pubs.acs.org pubs.aip.org www.cell.com ' +
      'openaccess.thecvf.com www.frontiersin.org hal.science inspirehep.net www.ijcai.org ieeexplore.ieee.org ' +
      'iopscience.iop.org www.jmlr.org www.mdpi.com www.nature.com proceedings.neurips.cc papers.nips.cc neurips.cc ' +
      'openreview.net academic.oup.com journals.plos.org pmc.ncbi.nlm.nih.gov pubmed.ncbi.nlm.nih.gov ' +
      'proceedings.mlr.press www.pnas.org pubs.rsc.org www.science.org www.sciencedirect.com link.springer.com ' +
      'onlinelibrary.wiley.com elifesciences.org orcid.org journals.sagepub.com www.tandfonline.com ' +
      'www.spiedigitallibrary.org karger.com www.scopus.com www.webofscience.com europepmc.org www.connectedpapers.com ' +
      'peerj.com clinicaltrials.gov www.researchgate.net www.lens.org bmcmedicine.biomedcentral.com www.scielo.org ' +
      'psycnet.apa.org www.semanticscholar.org dblp.org dblp.uni-trier.de www.catalyzex.com www.bzpeer.com ' +
      'www.scholarfeed.org research.google core.ac.uk papers.ssrn.com scholar.google.com'
    ).split(' '),
  )('or those of the install cover %s', (host) => {
    expect([...atInstall, ...offered].some((pattern) => matches(pattern, `https://${host}/`))).toBe(true);
  });

  it.each(['github.com', 'en.wikipedia.org', 'www.google.com', 'scholar.google.de', 'deepai.org', 'x.com'])(
    'leave %s to the reader',
    (host) => {
      expect([...atInstall, ...offered].some((pattern) => matches(pattern, `https://${host}/`))).toBe(false);
    },
  );

  it('are made of what adapters say', () => {
    const among = [
      named({ hosts: ['a.example', 'b.example', '*.c.example'], atInstall: ['a.example', 'c.example/papers'] }),
      named({ hosts: ['d.example'], general: true }),
      named({ hosts: ['sub.e.example', 'e.example'], atInstall: ['*.e.example'] }),
      named({ hosts: ['www.f.example', 'f.example', 'data.f.example'] }),
    ];
    expect(installPatterns(among)).toEqual([
      'https://a.example/*',
      'https://c.example/papers*',
      'https://*.e.example/*',
    ]);
    const made = offeredOrigins([], among).filter((origin) => origin.includes('.example'));
    expect(made).toEqual(['https://b.example/*', 'https://*.c.example/*', 'https://*.f.example/*']);
  });

  it('any site may be added by the reader', () => {
    expect(optionalPatterns).toEqual(['https://*/*', 'http://*/*']);
  });
});

describe('Scholar in the reader’s country', () => {
  it.each([
    [['de'], ['scholar.google.de']],
    [
      ['de-AT', 'en-GB'],
      ['scholar.google.at', 'scholar.google.co.uk'],
    ],
    [['pt-BR', 'pt'], ['scholar.google.com.br']],
    [['ja'], ['scholar.google.co.jp']],
    [['en', 'en-US'], []],
    [['not a language', ''], []],
    [['zh-CN'], ['scholar.google.cn']],
  ])('%j: %j', (languages, domains) => {
    expect(scholarDomains(languages)).toEqual(domains);
    for (const domain of domains) expect(offeredOrigins(languages)).toContain(`https://${domain}/*`);
  });
});
