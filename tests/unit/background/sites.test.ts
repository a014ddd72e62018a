import { fake } from '../../fixtures/fake-browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { isPdf } from '../../../lib/background/badge.ts';
import { originOf, registerGranted, runInOpenTabs } from '../../../lib/background/page-script.ts';
import { sitesHandlers } from '../../../lib/background/handlers/sites.ts';
import { isWithin, matches, wholeHost } from '../../../lib/sites/match-pattern.ts';

beforeEach(() => fake.reset());

describe('match patterns', () => {
  it.each([
    ['https://*.arxiv.org/*', 'https://arxiv.org/abs/1', true],
    ['https://*.arxiv.org/*', 'https://export.arxiv.org/abs/1', true],
    ['https://*.arxiv.org/*', 'https://notarxiv.org/abs/1', false],
    ['https://*.arxiv.org/*', 'http://arxiv.org/abs/1', false],
    ['https://huggingface.co/papers*', 'https://huggingface.co/papers/2002.07028', true],
    ['https://huggingface.co/papers*', 'https://huggingface.co/models', false],
    ['*://*/*', 'http://any.example/', true],
    ['https://a.example/*', 'https://a.example:8443/x?y=1', true],
    ['https://a.example/x.y*', 'https://a.example/xzy', false],
    ['nonsense', 'https://a.example/', false],
    ['https://a.example/*', 'nonsense', false],
  ])('%s and %s: %s', (pattern, address, fits) => {
    expect(matches(pattern, address)).toBe(fits);
  });

  it.each([
    ['https://www.nature.com/*', 'https://*.nature.com/*', true],
    ['https://*.nature.com/*', 'https://*.nature.com/*', true],
    ['https://nature.com/*', 'https://*.nature.com/*', true],
    ['https://*.nature.com/*', 'https://www.nature.com/*', false],
    ['https://signature.com/*', 'https://*.nature.com/*', false],
    ['https://huggingface.co/*', 'https://huggingface.co/papers*', true],
    ['https://nature.com/*', 'http://nature.com/*', false],
    ['https://nature.com/*', '*://*/*', true],
    ['https://*.nature.com/*', 'https://*/*', true],
    ['http://nature.com/*', 'https://*/*', false],
    ['http://nature.com/*', '<all_urls>', true],
  ])('the hosts of %s are within %s: %s', (inner, outer, within) => {
    expect(isWithin(inner, outer)).toBe(within);
  });

  it('a permission is for a whole host', () => {
    expect(wholeHost('https://huggingface.co/papers*')).toBe('https://huggingface.co/*');
    expect(originOf('https://blog.example.org:8080/a?b')).toBe('https://blog.example.org/*');
  });
});

describe('granted sites', () => {
  const registered = () => [...fake.registered.values()].flatMap((script) => script.matches);

  it('get the page script, the sites of the install not twice', async () => {
    fake.origins.push('https://blog.example.org/*');
    await registerGranted();
    expect(registered()).toEqual(['https://blog.example.org/*']);
  });

  it('lose it when the grant is taken back', async () => {
    fake.origins.push('https://blog.example.org/*', 'https://other.example/*');
    await registerGranted();
    fake.origins.splice(fake.origins.indexOf('https://blog.example.org/*'), 1);
    await registerGranted();
    expect(registered()).toEqual(['https://other.example/*']);
    fake.origins.pop();
    await registerGranted();
    expect(registered()).toEqual([]);
  });
});

describe('open tabs', () => {
  it('get the page script where it may run now and does not yet', async () => {
    fake.origins.push('https://*.nature.com/*');
    fake.tabs = [
      { id: 1, url: 'https://www.nature.com/articles/1' },
      { id: 2, url: 'https://www.nature.com/articles/2', script: () => ({}) },
      { id: 3, url: 'https://blog.example.org/' },
      { id: 4, url: 'https://huggingface.co/models' },
    ];
    await runInOpenTabs(['https://*.nature.com/*', 'https://huggingface.co/*']);
    expect(fake.injected.map(({ tab }) => tab)).toEqual([1]);
  });

  it('get none by a permission that is only for an install', async () => {
    fake.origins.push('https://data.example/*');
    fake.stored.set('packs.lent', { origins: ['https://data.example/*'], askedAt: Date.now() });
    fake.tabs = [{ id: 1, url: 'https://data.example/' }];
    await runInOpenTabs(['https://data.example/*']);
    expect(fake.injected).toEqual([]);
  });
});

describe('the list of sites', () => {
  // No request, and nothing of who asked: the handler needs neither.
  const list = () =>
    sitesHandlers()['sites.list'](
      {},
      { sender: 'extension', privateWindow: false, tab: null, frame: null, page: null },
    );
  const siteOf = async (host: string) => (await list()).sites.find((site) => site.host === host);

  it('has those of the install and those that are offered, each with what the browser allows', async () => {
    fake.origins = ['https://huggingface.co/*', 'https://*.nature.com/*', 'https://blog.example.org/*'];
    const { sites, others } = await list();
    expect(sites.filter(({ atInstall }) => atInstall).map(({ host, allowed }) => [host, allowed])).toEqual([
      ['*.arxiv.org', false],
      ['huggingface.co', true],
    ]);
    expect(sites.filter(({ atInstall, allowed }) => !atInstall && allowed).map(({ host }) => host)).toEqual([
      '*.nature.com',
    ]);
    expect(others).toEqual(['https://blog.example.org/*']);
  });

  it('a permission for every site covers them all', async () => {
    fake.origins.push('https://*/*');
    expect((await list()).sites.filter(({ allowed }) => !allowed)).toEqual([]);
    expect((await list()).others).toEqual(['https://*/*']);
  });

  it('says what the reader and the institution switched off', async () => {
    fake.stored.set('settings', { sitesOff: ['*.plos.org', 'arxiv.org'] });
    fake.setPolicy({ sitesOff: ['www.nature.com', 'blog.springer.com'] });
    expect(await siteOf('*.plos.org')).toMatchObject({ off: true, managed: false });
    expect(await siteOf('*.arxiv.org')).toMatchObject({ off: true, managed: false });
    expect(await siteOf('*.nature.com')).toMatchObject({ off: true, managed: true });
    expect(await siteOf('*.springer.com')).toMatchObject({ off: false, managed: false });
  });
});

it.each([
  ['https://arxiv.org/pdf/1905.09209v2', true],
  ['https://openaccess.thecvf.com/a/paper.pdf?x=1', true],
  ['https://arxiv.org/abs/1905.09209', false],
  ['https://example.org/?file=x.pdfs', false],
  ['file:///home/x.pdf', false],
])('%s is a PDF: %s', (address, pdf) => expect(isPdf(address)).toBe(pdf));
