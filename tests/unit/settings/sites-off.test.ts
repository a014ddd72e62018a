import { describe, expect, it } from 'vitest';
import { isOff, switched } from '../../../lib/settings/sites-off.ts';

describe('sites that are switched off', () => {
  it.each([
    ['arxiv.org', true],
    ['export.arxiv.org', false],
    ['nature.com', true],
    ['www.nature.com', true],
    ['signature.com', false],
  ])('%s: %s', (host, off) => {
    expect(isOff(['arxiv.org', '*.nature.com'], host)).toBe(off);
  });

  it.each([
    ['a host', ['b.org'], 'a.org', false, ['a.org', 'b.org']],
    ['a host twice', ['a.org'], 'a.org', false, ['a.org']],
    ['a host again', ['a.org', 'b.org'], 'a.org', true, ['b.org']],
    ['a host with its subdomains, again', ['*.a.org', 'www.a.org', 'a.org', 'b.org'], '*.a.org', true, ['b.org']],
    ['one host of a site that is off as a whole', ['*.a.org', 'b.org'], 'www.a.org', true, ['b.org']],
    ['a subdomain alone', ['www.a.org', 'a.org'], 'www.a.org', true, ['a.org']],
  ])('%s', (_, before, host, on, after) => {
    expect(switched(before, host, on)).toEqual(after);
  });
});
