// Code links of a page: which of its links are repositories, whose they are, and why.
import { CodeWhy as Why, type CodeWhy } from '../paper/schema.ts';
import type { Block } from '../messages/page-protocol.ts';
import type { RecordCode } from '../paper/record.ts';
import { cleanUrl } from '../paper/clean.ts';
import type { CleanFacts } from './clean-facts.ts';
import { codeAddressKey, parseCodeAddress } from '../paper/code-address.ts';
import { addressesIn } from './code-text.ts';
import { callsItSoftware, saysCode, whoseCode } from './code-words.ts';

/** What part of the page a block is, as far as that says something about its links. */
export type CodePlace = 'comments' | 'abstract' | 'text' | 'note' | 'reference';

export interface PageCode {
  url: string;
  why: CodeWhy;
  /** True: the authors call it theirs; false: another work's; absent: not said. */
  official?: boolean;
  /** Index of the block it was read in. */
  block: number;
}

const isFile = (url: string): boolean => /\.(?:pdf|zip|png|jpe?g|gif|svg|mp4|pptx?|bib|txt)$/i.test(url);

interface Stretch {
  start: number;
  end: number;
  url: string;
}

/** The text goes on where the link ends: what made it a link did not see the whole address. */
const isCutLink = (text: string, start: number, end: number): boolean =>
  /[\w\\-]/.test(text.charAt(end)) && /^this https? url$|^\S{1,200}\/\S{0,300}$/i.test(text.slice(start, end).trim());

/** Links first: they have their whole address, also where they show none ("this https URL"). */
function stretchesOf({ text, spans }: Block): Stretch[] {
  const links = spans
    .filter(({ kind, href, start, end }) => kind === 'link' && href !== undefined && !isCutLink(text, start, end))
    .map(({ start, end, href = '' }) => ({ start, end, url: href }));
  const written = addressesIn(text).filter(({ start, end }) =>
    links.every((link) => end <= link.start || link.end <= start),
  );
  return [...links, ...written].toSorted((one, other) => one.start - other.start);
}

function read(block: Block, at: number, place: CodePlace): PageCode[] {
  const { text } = block;
  const found: PageCode[] = [];
  /** Words belong to one link: they are read from the end of the one before. */
  let from = 0;
  const stretches = stretchesOf(block);
  for (const [number, { start, end, url }] of stretches.entries()) {
    const code = parseCodeAddress(url);
    if (code === null) continue;
    const next = stretches
      .slice(number + 1)
      .find((other) => other.start >= end && parseCodeAddress(other.url) !== null);
    const before = text.slice(from, start);
    const after = text.slice(end, next?.start ?? text.length);
    from = end;
    if (code.kind === 'record' && !callsItSoftware(before, after)) continue;
    const whose =
      place === 'reference'
        ? 'cited'
        : (whoseCode(before, after) ?? (saysCode(text.slice(start, end)) ? 'theirs' : null));
    // A person's own pages are at the same hosts.
    if (code.kind === 'page' && whose !== 'theirs' && (place === 'text' || place === 'note' || isFile(code.url)))
      continue;
    found.push({
      url: code.url,
      why: whose ?? (place === 'reference' ? 'cited' : place),
      ...(whose === null ? {} : { official: whose === 'theirs' }),
      block: at,
    });
  }
  return found;
}

const rank = (why: CodeWhy): number => Why.options.indexOf(why);

/** The strongest reason first, one for each address, in the page's order among equals. */
export function rankCode<T extends { url: string; why: CodeWhy; official?: boolean | undefined }>(
  links: readonly T[],
): T[] {
  const best = new Map<string, T>();
  for (const link of links) {
    const key = codeAddressKey(link.url);
    const known = best.get(key);
    if (known === undefined || rank(link.why) < rank(known.why)) best.set(key, link);
  }
  return [...best.values()].toSorted((one, other) => rank(one.why) - rank(other.why));
}

/**
 * Repositories and project pages in blocks of text, ranked.
 * @param where what a block is on its page; reference entries where its kind says so, else plain text
 */
export function codeIn(
  blocks: readonly Block[],
  where: (block: Block) => CodePlace = ({ kind }) => (kind === 'reference' ? 'reference' : 'text'),
): PageCode[] {
  return rankCode(blocks.flatMap((block, at) => read(block, at, where(block)))).slice(0, 100);
}

/** As a record keeps it; the site is who says so. */
export const recordCode = (links: readonly Omit<PageCode, 'block'>[], site: string): RecordCode[] =>
  links.slice(0, 100).map(({ url, why, official }) => ({
    url,
    ...(official === undefined ? {} : { official }),
    saidBy: site.slice(0, 80),
    why,
  }));

/** Hosts of which an address that is no repository's is nobody's code. */
const CODE_HOST =
  /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|huggingface\.co|gitee\.com|gitcode\.com|dagshub\.com|sourceforge\.net|codeocean\.com|modelscope\.cn|osf\.io)(?:[/?#]|$)/i;

/** What the fields of one paper say: the site's place for code, then links in comments and abstract. */
export function codeOfFacts({ code, comments, abstract }: CleanFacts, site: string): RecordCode[] {
  const placed = code
    .map((url) => parseCodeAddress(url)?.url ?? (CODE_HOST.test(url) ? null : cleanUrl(url)))
    .filter((url) => url !== null)
    .map((url) => ({ url, why: 'site' as const }));
  const text = (written: string): Block => ({ text: written, kind: 'text', spans: [] });
  const said = [
    ...codeIn(comments.map(text), () => 'comments'),
    ...codeIn(abstract === null ? [] : [text(abstract)], () => 'abstract'),
  ];
  return recordCode(rankCode([...placed, ...said]), site);
}
