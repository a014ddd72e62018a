import { describe, expect, it } from 'vitest';
import { hostMatches, pickAdapter, pickSite } from '../../../lib/sites/pick-adapter.ts';

describe('picking by address', () => {
  it.each([
    ['https://arxiv.org/abs/1912.10077', 'arxiv', 'h1.title'],
    ['https://arxiv.org/list/cs.LG/recent?skip=0&show=50', 'arxiv', '.list-title'],
    ['https://arxiv.org/a/rajput_s_1', 'arxiv', '.list-title'],
    ['https://arxiv.org/search/?query=transformers', 'arxiv', 'p.title'],
    ['https://scholar.google.com/scholar?q=transformers', 'google-scholar', '.gs_rt'],
    ['https://scholar.google.co.jp/citations?user=A', 'google-scholar', 'a.gsc_a_at'],
    ['https://openreview.net/forum?id=x', 'openreview', 'h2.citation_title'],
    ['https://huggingface.co/papers', 'hugging-face', 'h3 a'],
    ['https://huggingface.co/papers/2310.05351', 'hugging-face', 'h1'],
    ['https://www.biorxiv.org/content/10.1101/2020.01.01v1', 'biorxiv', 'h1#page-title'],
  ])('%s', (url, id, title) => {
    expect(pickAdapter(url)?.id).toBe(id);
    expect(pickAdapter(url)?.rows.map((row) => row.title)).toContain(title);
  });

  it.each([
    'https://example.org/',
    'https://arxiv.org.example.org/abs/1912.10077',
    'https://notarxiv.org/abs/1912.10077',
    'https://arxiv.org/help',
  ])('no site for %s: it is read as any page', (url) => {
    expect(pickSite(url)).toBeNull();
    expect(pickAdapter(url)).toMatchObject({ id: 'generic' });
  });

  it.each([
    ['https://pubmed.ncbi.nlm.nih.gov/90000/', 'pubmed'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC900001/', 'pmc'],
    ['https://www.medrxiv.org/content/medrxiv/early/2021/03/14/2021.03.14.21250001.full.pdf', 'medrxiv'],
    ['https://bmcinventions.biomedcentral.com/articles/10.1186/s90001-021-0001-1', 'bmc'],
    ['https://agupubs.onlinelibrary.wiley.com/doi/full/10.1029/2021INV001', 'wiley'],
    ['https://en.wikipedia.org/wiki/Lantern', 'wikipedia'],
    ['https://github.com/okonjo-lab/lanterns', 'github'],
    ['https://github.com/okonjo-lab/lanterns/issues/4', 'generic'],
    ['https://www.ncbi.nlm.nih.gov/gene/1', 'generic'],
  ])('%s is read by %s', (url, id) => {
    expect(pickAdapter(url)?.id).toBe(id);
  });

  it.each(['file:///arxiv.org/abs/1', 'not an address', 'https://'])('nothing for %s', (url) => {
    expect(pickAdapter(url)).toBeNull();
  });

  it('reads wildcards of hosts', () => {
    expect(hostMatches('*.nature.com', 'www.nature.com')).toBe(true);
    expect(hostMatches('*.nature.com', 'nature.com')).toBe(true);
    expect(hostMatches('*.nature.com', 'evilnature.com')).toBe(false);
    expect(hostMatches('scholar.google.*', 'scholar.google.co.uk')).toBe(true);
    expect(hostMatches('scholar.google.*', 'www.scholar.google.com')).toBe(false);
  });
});
