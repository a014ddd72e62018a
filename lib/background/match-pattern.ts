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
