// What `npm run annotate` was asked for. A wrong word is one clear sentence.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Kind, Scheme } from '../browser/session.ts';

/** The reader of this message typed something wrong; exit code 2. */
export class Wrong extends Error {
  override name = 'Wrong';
}

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
  --pack FILE                  one more catalog pack, of any kind that Byline imports; can stand several times
  --assets DIR                 what the page loads, laid out as DIR/<host>/<path> (assets/ beside list or page)
  --out DIR                    where report.json, page.png and card.png go (artifacts/annotate)`;

const known = ['--page', '--url', '--list', '--browser', '--scheme', '--pack', '--assets', '--out'] as const;
type Option = (typeof known)[number];
const isOption = (word: string): word is Option => (known as readonly string[]).includes(word);

function read(words: readonly string[]): Map<Option, string[]> {
  const given = new Map<Option, string[]>();
  for (let at = 0; at < words.length; at++) {
    const [name = '', inline] = (words[at] ?? '').split(/=(.*)/su, 2);
    if (!isOption(name)) throw new Wrong(`There is no option ${words[at] ?? ''}. Options: ${known.join(' ')}.`);
    const value = inline ?? words[++at];
    if (value === undefined || value === '' || (inline === undefined && value.startsWith('--')))
      throw new Wrong(`${name} needs a value.`);
    given.set(name, [...(given.get(name) ?? []), value]);
  }
  for (const [name, values] of given)
    if (values.length > 1 && name !== '--pack' && name !== '--assets') throw new Wrong(`${name} stands twice.`);
  return given;
}

function oneOf<T extends string>(name: string, value: string | undefined, choices: readonly [T, ...T[]]): T {
  if (value === undefined) return choices[0];
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw new Wrong(`${name} is ${choices.join(' or ')}, not ${value}.`);
  return chosen;
}

function existing(what: string, path: string, kind: 'file' | 'folder' = 'file'): string {
  if (!existsSync(path)) throw new Wrong(`${what} ${path} does not exist.`);
  if (statSync(path).isDirectory() !== (kind === 'folder')) throw new Wrong(`${what} ${path} is not a ${kind}.`);
  return resolve(path);
}

function address(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/u.test(new URL(text).protocol))
    throw new Wrong(`${text} is not an http or https address.`);
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
      if (url === undefined) throw new Wrong(`${place} expected a page file, a tab and an address.`);
      const file = isAbsolute(page) || existsSync(page) ? page : join(dirname(list), page);
      try {
        return [{ file: existing('The page', file), url: address(url), folder: join(out, String(at + 1)) }];
      } catch (error) {
        throw error instanceof Wrong ? new Wrong(`${place} ${error.message}`) : error;
      }
    });
}

/** `assets/` beside the list or page, or one folder further up. */
const assetsBeside = (file: string): string[] =>
  [dirname(file), dirname(dirname(file))]
    .map((folder) => join(folder, 'assets'))
    .filter((folder) => existsSync(folder) && statSync(folder).isDirectory());

/** Reads the words after `npm run annotate --`. Throws Wrong. */
export function readOptions(words: readonly string[], outByDefault: string): Asked {
  const given = read(words);
  const one = (name: Option): string | undefined => given.get(name)?.[0];
  const out = resolve(one('--out') ?? outByDefault);
  const browser = oneOf('--browser', one('--browser'), ['chromium', 'firefox']);
  const scheme = oneOf('--scheme', one('--scheme'), ['light', 'dark']);
  const packs = (given.get('--pack') ?? []).map((file) => existing('The pack', file));
  const named = (given.get('--assets') ?? []).map((folder) => existing('The folder', folder, 'folder'));
  const [list, page, url] = [one('--list'), one('--page'), one('--url')];
  if (list !== undefined && (page !== undefined || url !== undefined))
    throw new Wrong('Give either --list, or --page and --url.');
  if (list === undefined && (page === undefined || url === undefined))
    throw new Wrong(`${page === undefined ? '--page FILE' : '--url ADDRESS'} is missing.`);
  const pages =
    list === undefined
      ? [{ file: existing('The page', page ?? ''), url: address(url ?? ''), folder: out }]
      : readList(existing('The list', list), out);
  if (pages.length === 0) throw new Wrong(`${list ?? ''} names no page.`);
  const beside = [list ?? '', ...pages.map(({ file }) => file)].filter((path) => path !== '').flatMap(assetsBeside);
  return { pages, browser, scheme, packs, assets: [...new Set(named.length > 0 ? named : beside)] };
}
