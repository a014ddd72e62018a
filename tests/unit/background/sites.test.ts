import { fake } from '../../fixtures/fake-browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { isPdf } from '../../../lib/background/badge.ts';
import { matches, wholeHost } from '../../../lib/background/match-pattern.ts';
import { originOf, registerGranted } from '../../../lib/background/page-script.ts';

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

it.each([
  ['https://arxiv.org/pdf/1905.09209v2', true],
  ['https://openaccess.thecvf.com/a/paper.pdf?x=1', true],
  ['https://arxiv.org/abs/1905.09209', false],
  ['https://example.org/?file=x.pdfs', false],
  ['file:///home/x.pdf', false],
])('%s is a PDF: %s', (address, pdf) => expect(isPdf(address)).toBe(pdf));
