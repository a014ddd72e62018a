// What the tests' web consists of: addresses and the files that answer under them. Nothing else answers.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';

export interface Served {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}
/** Answers a request, or null: blocked. */
export type Site = (address: string) => Served | null;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.txt': 'text/plain',
  '.md': 'text/plain',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.woff2': 'font/woff2',
};

/** Text that is valid UTF-8 is served as such; other bytes are left to what the page says of itself. */
function typeOf(file: string, body: Buffer): string {
  const type = types[extname(file).toLowerCase()] ?? 'text/html';
  if (!/^text\/|json|xml/u.test(type)) return type;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body);
    return `${type}; charset=utf-8`;
  } catch {
    return type;
  }
}

export const served = (body: string | Buffer, headers: Record<string, string> = {}): Served => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: Buffer.from(body),
});

export function servedFile(file: string, headers: Record<string, string> = {}): Served {
  const body = readFileSync(file);
  return { status: 200, headers: { 'content-type': typeOf(file, body), ...headers }, body };
}

const withoutFragment = (address: string): string => address.split('#', 1)[0] ?? address;

/** Pages by their address; a fragment does not count. */
export function sitePages(pages: ReadonlyMap<string, Served>): Site {
  const byAddress = new Map([...pages].map(([address, page]) => [withoutFragment(new URL(address).href), page]));
  return (address) => byAddress.get(withoutFragment(address)) ?? null;
}

/** Files of a folder laid out as FOLDER/<host>/<path>; the query does not count. */
export function siteAssets(folder: string): Site {
  return (address) => {
    const { hostname, pathname } = new URL(address);
    let path: string;
    try {
      path = normalize(join(folder, hostname, decodeURIComponent(pathname)));
    } catch {
      return null;
    }
    if (!path.startsWith(normalize(folder) + sep) || !existsSync(path) || !statSync(path).isFile()) return null;
    return servedFile(path, { 'access-control-allow-origin': '*' });
  };
}

/** The first site that answers. */
export const firstOf =
  (...sites: readonly Site[]): Site =>
  (address) => {
    for (const site of sites) {
      const answer = site(address);
      if (answer !== null) return answer;
    }
    return null;
  };
