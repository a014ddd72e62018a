// The browsers' match patterns ("https://*.arxiv.org/*"), as far as we use them. Pure.

/** Does an address fit a pattern? `*` as the scheme is http or https. */
export function matches(pattern: string, address: string): boolean {
  const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)(\/.*)$/.exec(pattern);
  const [, scheme = '', host = '', path = ''] = parts ?? [];
  if (parts === null || !URL.canParse(address)) return false;
  const url = new URL(address);
  const schemeFits = scheme === '*' ? /^https?:$/.test(url.protocol) : url.protocol === `${scheme}:`;
  const bare = host.replace(/^\*\./, '');
  const hostFits =
    host === '*' || url.hostname === bare || (host.startsWith('*.') && url.hostname.endsWith(`.${bare}`));
  const pathFits = new RegExp(
    `^${path
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  );
  return schemeFits && hostFits && pathFits.test(url.pathname + url.search);
}

/** Host permissions are granted for whole hosts: the browsers drop the path of a pattern. */
export const wholeHost = (pattern: string): string => pattern.replace(/^([^:]+:\/\/[^/]+)\/.*$/, '$1/*');

/** Is every host of the pattern `inner` one of `outer`'s, with its scheme? Paths don't count: see `wholeHost`. */
export function isWithin(inner: string, outer: string): boolean {
  if (outer === '<all_urls>') return true;
  const [, scheme = '', host = ''] = /^([^:]+):\/\/([^/]+)/.exec(inner) ?? [];
  const [, outerScheme, outerHost = ''] = /^([^:]+):\/\/([^/]+)/.exec(outer) ?? [];
  if (outerScheme !== '*' && outerScheme !== scheme) return false;
  const bare = outerHost.replace(/^\*\.?/, '');
  return (
    host === outerHost || (outerHost.startsWith('*') && (bare === '' || host === bare || host.endsWith(`.${bare}`)))
  );
}
