// What `npm run annotate` was asked for. A wrong word is one clear sentence.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Kind, Scheme } from '../browser/session.ts';
import { parseOptions, WrongOption } from '../options.ts';

export interface Asked {
  /** A saved page and the address it is served under; `folder` is where its results go. */
  pages: { file: string; url: string; folder: string }[];
  browser: Kind;
  scheme: Scheme;
  packs: string[];
  /** Folders laid out as <host>/<path>. */
  assets: string[];
}

export const usage = `npm run annotate -- --page FILE --url ADDRESS [options]
npm run annotate -- --list FILE.tsv [options]        a page file and an address a line

  --browser chromium|firefox   where to look (chromium)
  --scheme light|dark          what the page and the card take the reader to prefer (light)
  --pack FILE                  one more catalog pack, of any kind that Byline imports; may be given several times
  --assets DIR                 what the page loads, laid out as DIR/<host>/<path> (assets/ beside list or page)
  --out DIR                    where report.json, page.png and card.png go (artifacts/annotate)`;

function oneOf<T extends string>(name: string, value: string | undefined, choices: readonly [T, ...T[]]): T {
  if (value === undefined) return choices[0];
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw new WrongOption(`${name} is ${choices.join(' or ')}, not ${value}.`);
  return chosen;
}

function existing(what: string, path: string, kind: 'file' | 'folder' = 'file'): string {
  if (!existsSync(path)) throw new WrongOption(`${what} ${path} does not exist.`);
  if (statSync(path).isDirectory() !== (kind === 'folder')) throw new WrongOption(`${what} ${path} is not a ${kind}.`);
  return resolve(path);
}

function address(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/u.test(new URL(text).protocol))
    throw new WrongOption(`${text} is not an http or https address.`);
  return new URL(text).href;
}

/** Lines of `page file <tab> address`; page files are looked for from here, then beside the list. */
function readList(list: string, out: string): Asked['pages'] {
  return readFileSync(list, 'utf8')
    .split(/\r?\n/u)
    .flatMap((line, at) => {
      if (line.trim() === '' || line.startsWith('#')) return [];
      const [page = '', url] = line.split('\t').map((cell) => cell.trim());
      const place = `${list}, line ${at + 1}:`;
      if (url === undefined) throw new WrongOption(`${place} expected a page file, a tab and an address.`);
      const file = isAbsolute(page) || existsSync(page) ? page : join(dirname(list), page);
      try {
        return [{ file: existing('The page', file), url: address(url), folder: join(out, String(at + 1)) }];
      } catch (error) {
        throw error instanceof WrongOption ? new WrongOption(`${place} ${error.message}`) : error;
      }
    });
}

/** `assets/` beside the list or page, or one folder further up. */
const assetsBeside = (file: string): string[] =>
  [dirname(file), dirname(dirname(file))]
    .map((folder) => join(folder, 'assets'))
    .filter((folder) => existsSync(folder) && statSync(folder).isDirectory());

/** Reads the words after `npm run annotate --`. Throws WrongOption. */
export function readOptions(words: readonly string[], outByDefault: string): Asked {
  const { values } = parseOptions({
    args: [...words],
    options: {
      page: { type: 'string' },
      url: { type: 'string' },
      list: { type: 'string' },
      browser: { type: 'string' },
      scheme: { type: 'string' },
      pack: { type: 'string', multiple: true },
      assets: { type: 'string', multiple: true },
      out: { type: 'string' },
    },
  });
  const { list, page, url } = values;
  const out = resolve(values.out ?? outByDefault);
  const browser = oneOf('--browser', values.browser, ['chromium', 'firefox']);
  const scheme = oneOf('--scheme', values.scheme, ['light', 'dark']);
  const packs = (values.pack ?? []).map((file) => existing('The pack', file));
  const named = (values.assets ?? []).map((folder) => existing('The folder', folder, 'folder'));
  if (list !== undefined && (page !== undefined || url !== undefined))
    throw new WrongOption('Give either --list, or --page and --url.');
  if (list === undefined && (page === undefined || url === undefined))
    throw new WrongOption(`${page === undefined ? '--page FILE' : '--url ADDRESS'} is missing.`);
  const pages =
    list === undefined
      ? [{ file: existing('The page', page ?? ''), url: address(url ?? ''), folder: out }]
      : readList(existing('The list', list), out);
  if (pages.length === 0) throw new WrongOption(`${list ?? ''} names no page.`);
  const beside = [list ?? '', ...pages.map(({ file }) => file)].filter((path) => path !== '').flatMap(assetsBeside);
  return { pages, browser, scheme, packs, assets: [...new Set(named.length > 0 ? named : beside)] };
}
