// Match patterns as a reader reads them. Pure.

/** The host part of a pattern: "*.example.org"; "*" is every site. */
function hostPart(pattern: string): string {
  return pattern === '<all_urls>' ? '*' : (/^[^:]+:\/\/([^/]*)/.exec(pattern)?.[1] ?? pattern);
}

/** "https://*.example.org/*" is "example.org"; null is every site. */
export function hostOfPattern(pattern: string): string | null {
  const host = hostPart(pattern);
  if (host === '*') return null;
  return host.startsWith('*.') ? host.slice(2) : host;
}

/** The hosts of patterns, once each, in the order of the alphabet. */
export function hostsOf(patterns: readonly string[]): string[] {
  const hosts = patterns.map(hostOfPattern).filter((host) => host !== null);
  return [...new Set(hosts)].toSorted((a, b) => a.localeCompare(b, 'en'));
}

/** A site granted by the reader: what is printed, and all its patterns (http and https), which go together. */
export interface Grant {
  host: string | null;
  origins: string[];
}

/** The grants by host, in the order of the alphabet. */
export function grantsOf(origins: readonly string[]): Grant[] {
  const byHost = new Map<string | null, string[]>();
  for (const origin of origins) {
    const host = hostOfPattern(origin);
    byHost.set(host, [...(byHost.get(host) ?? []), origin]);
  }
  return [...byHost]
    .map(([host, origins]) => ({ host, origins }))
    .toSorted((a, b) => (a.host ?? '').localeCompare(b.host ?? '', 'en'));
}
