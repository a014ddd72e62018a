// Addresses of repositories in running text: without "https", broken over lines, with a sentence's
// punctuation behind them.
import { withoutEnd } from '../text/without-end.ts';

export interface TextAddress {
  start: number;
  end: number;
  url: string;
}

/** The host's dot and "//" may be followed by a line end or a space. */
const HOST =
  /(?:https?:\/\/\s?|(?<![\w@/-]))((?:www|gist|raw)\.)?(?:(github|gitlab)\.\s?(com)|([a-z0-9-]{1,63})\.\s?(github|gitlab|gitee|sourceforge|bitbucket)\.\s?(io)|(bitbucket|codeberg|framagit|notabug)\.\s?(org)|(gitee|gitcode|dagshub|codeocean)\.\s?(com)|(sourceforge)\.\s?(net)|(modelscope)\.\s?(cn)|(anonymous\.4open)\.\s?(science)|(git\.sr)\.\s?(ht)|(osf)\.\s?(io)|(huggingface|hf)\.\s?(co)|(zenodo)\.\s?(org)|(kaggle)\.\s?(com)|(colab)\.(research\.google)\.(com)|(gitlab)\.([a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,3})|((?:dx\.)?doi)\.(org)|10\.5281\/(zenodo))(?![a-z0-9-])/gi;
const MAY_HOLD =
  /github|gitlab|bitbucket|codeberg|huggingface|hf\.co|zenodo|kaggle|colab|gitee|gitcode|dagshub|codeocean|framagit|notabug|sourceforge|modelscope|4open|git\.sr|osf\.\s?io/i;
const PATH = /[\w.~%+@:,=!?&#/-]/;
/** Words that go on with the sentence and are no part of a broken address. */
const WORDS = new Set(
  'and or for in the with to is are was were we our as at by on of from which where that this it its see under via a an all can will has have also but while using'.split(
    ' ',
  ),
);
/** Maximum characters of a path. */
const MAX_PATH = 300;

/** Signs that TeX writes with a backslash; "\\-" is where a word may break. */
const ESCAPED = /[_#%&~$-]/;
/** Not seen, and no part of an address. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/;
/** Hyphens as typesetters write them. */
const HYPHEN = /[\u2010\u2011]/;
/** What follows a part of an address: the path goes on in a way that no address is written in. */
const GOES_ON = /[\\{^$…\u2013]|(?=\p{L})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** How far a path reaches from `at`, over line ends and the space that a line end became; `isCut` where there is more of
 *  it that can't be read: what is left may be another repository's. */
function pathFrom(text: string, at: number): { path: string; end: number; isCut: boolean } {
  let path = '';
  let end = at;
  while (end < text.length && path.length < MAX_PATH) {
    const sign = text.charAt(end);
    if (PATH.test(sign)) {
      path += sign;
      end += 1;
      continue;
    }
    if (INVISIBLE.test(sign)) {
      end += 1;
      continue;
    }
    if (HYPHEN.test(sign)) {
      path += '-';
      end += 1;
      continue;
    }
    if (sign === '\\' && ESCAPED.test(text.charAt(end + 1))) {
      path += text.charAt(end + 1) === '-' ? '' : text.charAt(end + 1);
      end += 2;
      continue;
    }
    if (!/\s/.test(sign)) break;
    const gap = /^\s{1,4}/.exec(text.slice(end, end + 4))?.[0] ?? '';
    const next = /^[\w./~%+-]{1,100}/.exec(text.slice(end + gap.length, end + gap.length + 100))?.[0] ?? '';
    if (next === '') break;
    const breaks = /[/_-]$/.test(path) || (gap.includes('\n') && next.startsWith('/'));
    const parts = path.split('/').filter((part) => part !== '').length;
    // Owner and name are enough; what follows a finished path is the sentence.
    if (!breaks || (parts >= 2 && path.endsWith('/')) || WORDS.has(withoutEnd(next.toLowerCase(), /\W/))) break;
    end += gap.length;
  }
  return {
    path,
    end,
    isCut: path.length >= MAX_PATH || GOES_ON.test(text.charAt(end)) || /\.{3}|(?:\.\.|[_-])$/.test(path),
  };
}

/** Owner and name are whole; what is cut is a place in the repository. */
const NAMED = /^\/[\w.-]{1,100}\/(?!.{0,99}\.\.)[\w.-]{1,100}\//;

/** A sentence that begins right behind the full stop: "…/bar.Data are". */
const SENTENCE =
  /(?<=\/[\w-]{1,100})\.(?:Data|Code|Codes|Models?|The|We|Our|This|These|It|In|All|An?|For|To|Here|Demo|Videos?|Results|See|More|Also|Project|Supplementary)$/;

function withoutPunctuation(path: string): string {
  let end = path.length;
  while (end > 0 && '.,;:!?\'"&#='.includes(path.charAt(end - 1))) end -= 1;
  return path.slice(0, end);
}

/** In the text's order; `url` is not looked at yet (`parseCodeAddress` does). */
export function addressesIn(text: string): TextAddress[] {
  if (!MAY_HOLD.test(text)) return [];
  const found: TextAddress[] = [];
  let done = 0;
  for (const match of text.matchAll(HOST)) {
    const { index } = match;
    if (index < done) continue;
    const host = match[0].replace(/\s/g, '').replace(/^https?:\/\//i, '');
    const { path, end, isCut } = pathFrom(text, index + match[0].length);
    const whole = withoutPunctuation(path).replace(SENTENCE, '');
    done = end;
    if (isCut && !(/github\.com$/i.test(host) && NAMED.test(path))) continue;
    if (host.startsWith('10.')) found.push({ start: index, end, url: `https://doi.org/${host}${whole}` });
    else if (whole.startsWith('/') || /\.io$/i.test(host))
      found.push({
        start: index,
        end: Math.max(index + 1, end - (path.length - whole.length)),
        url: `https://${host}${whole}`,
      });
  }
  return found;
}
