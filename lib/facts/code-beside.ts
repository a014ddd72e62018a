// Code in the same entry of a list as the link to a paper: "Herons of quiet rivers [Paper] [Code]".
import type { Block } from '../messages/page-protocol.ts';
import { codeAddressKey, parseCodeAddress } from '../paper/code-address.ts';

/** Maximum repositories of one entry: a line of more is a list of tools. */
const MAX_OF_ENTRY = 3;

/** A link's text that says that it leads to code, and nothing else: "Code", "[official code]", "PyTorch code", "GitHub". */
const CALLS_IT_CODE =
  /^[^\p{L}\p{N}]{0,4}(?:(?:the|our|official|source|training|authors['’]?|py ?torch|tensor ?flow|jax|keras|python|c\+\+|matlab|github)[ -]){0,3}(?:codes?|code ?base|source|repo|repository|implementation|git ?hub|git ?lab|git)(?: \((?:official|py ?torch|tensor ?flow|jax|keras|python|matlab)\))?[^\p{L}\p{N}]{0,4}$/iu;

/**
 * Addresses of repositories that a stretch of a block links to as code.
 * @param own the page's address: a list's own repository is nobody's code
 */
export function codeBeside({ text, spans }: Block, from: number, to: number, own: string): string[] {
  const page = codeAddressKey(parseCodeAddress(own)?.url ?? own);
  const found = new Map<string, string>();
  for (const { kind, start, end, href } of spans) {
    if (kind !== 'link' || href === undefined || start < from || end > to) continue;
    const code = parseCodeAddress(href);
    if (code?.kind !== 'repository' || !CALLS_IT_CODE.test(text.slice(start, end).replace(/\s+/gu, ' '))) continue;
    const key = codeAddressKey(code.url);
    if (key !== page && !found.has(key)) found.set(key, code.url);
  }
  return found.size > MAX_OF_ENTRY ? [] : [...found.values()];
}
