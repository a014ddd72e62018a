import { describe, expect, it } from 'vitest';
import { bytesWords } from '../../../components/ui/bytes.ts';
import { grantsOf, hostOfPattern, hostsOf } from '../../../components/options/origins.ts';

describe('sites as the options print them', () => {
  it.each([
    ['https://arxiv.org/*', 'arxiv.org'],
    ['https://*.github.com/*', 'github.com'],
    ['*://en.wikipedia.org/wiki/*', 'en.wikipedia.org'],
    ['http://localhost/*', 'localhost'],
    ['https://*/*', null],
    ['<all_urls>', null],
  ])('%s', (pattern, host) => {
    expect(hostOfPattern(pattern)).toBe(host);
  });

  it('a host is listed once, in the order of the alphabet', () => {
    expect(hostsOf(['https://openreview.net/*', 'http://*.arxiv.org/*', 'https://arxiv.org/*'])).toEqual([
      'arxiv.org',
      'openreview.net',
    ]);
  });

  it('http and https of one site are removed together', () => {
    expect(grantsOf(['https://github.com/*', 'http://github.com/*'])).toEqual([
      { host: 'github.com', origins: ['https://github.com/*', 'http://github.com/*'] },
    ]);
  });
});

describe('amounts of bytes', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [2_345_678, '2.3 MB'],
    [234_567_890, '235 MB'],
    [999_600, '1 MB'],
    [5_000_000_000_000, '5,000 GB'],
  ])('%d', (bytes, words) => {
    expect(bytesWords(bytes, 'en')).toBe(words);
  });
});
