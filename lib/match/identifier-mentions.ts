// Identifiers on a page, and the papers of the catalog that they name.
import { identifiersIn, identifiersOf } from '../paper/identifiers.ts';
import { keysOfIdentifiers } from '../paper/keys.ts';
import type { Identifiers } from '../paper/identifiers.ts';
import type { Block, Mention } from '../messages/page-protocol.ts';
import type { PaperFacts } from '../paper/paper-facts.ts';

/** Maximum blocks between a title and its paper's identifiers that are part of the same mention. */
const MAXIMUM_ROW_REACH = 8;

export interface IdentifierMention {
  block: number;
  start: number;
  end: number;
  paper: string;
  via: 'arxiv' | 'doi';
  link: boolean;
}

/** An identifier on the page, not yet asked about. */
export interface Written extends Identifiers {
  block: number;
  start: number;
  end: number;
  link: boolean;
}

export type ByKey = ReadonlyMap<string, PaperFacts>;

export function paperBy(found: Identifiers, known: ByKey): { facts: PaperFacts; via: 'arxiv' | 'doi' } | null {
  for (const key of keysOfIdentifiers(found)) {
    const facts = known.get(key);
    if (facts !== undefined) return { facts, via: found.arxiv === null ? 'doi' : 'arxiv' };
  }
  return null;
}

/** Every identifier of a page's links, and of the texts of those blocks that may hold one. */
export function identifiersOfPage(blocks: readonly Block[], identifying: readonly number[]): Written[] {
  const written: Written[] = [];
  blocks.forEach((block, number) => {
    for (const span of block.spans) {
      if (span.href === undefined) continue;
      const found = identifiersOf(span.href);
      if (found.arxiv === null && found.dois.length === 0) continue;
      const text = block.text.slice(span.start, span.end);
      const start = span.start + (text.length - text.trimStart().length);
      const end = span.start + text.trimEnd().length;
      written.push({ ...found, block: number, start, end: Math.max(start, end), link: true });
    }
  });
  for (const number of identifying) {
    for (const { start, end, arxiv, doi } of identifiersIn(blocks[number]?.text ?? '')) {
      written.push({ arxiv, dois: doi === null ? [] : [doi], block: number, start, end, link: false });
    }
  }
  return written;
}

/** Those whose papers are known; what a link says is not said again by its text. */
export function identifierMentions(written: readonly Written[], known: ByKey): IdentifierMention[] {
  if (known.size === 0) return [];
  const signs: IdentifierMention[] = [];
  const linksByBlock = new Map<number, IdentifierMention[]>();
  for (const one of written) {
    const found = paperBy(one, known);
    if (found === null) continue;
    const { block, start, end, link } = one;
    const sign: IdentifierMention = { block, start, end, paper: found.facts.id, via: found.via, link };
    const links = linksByBlock.get(block);
    if (link && links === undefined) linksByBlock.set(block, [sign]);
    else if (link) links?.push(sign);
    else if (links?.some((other) => other.paper === sign.paper && other.start < end && start < other.end) === true)
      continue;
    signs.push(sign);
  }
  return signs.sort((one, other) => one.block - other.block);
}

/** As `Map.groupBy`, which Node 20 lacks. */
export function groupBy<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/** Identifiers whose paper has no other mention close by: one for each group of links to one paper. */
export function loneIdentifiers(
  identifiersByPaper: ReadonlyMap<string, readonly IdentifierMention[]>,
  mentions: readonly Mention[],
  own: readonly string[],
  near: (one: number, other: number, reach: number) => boolean,
): IdentifierMention[] {
  const byBlock = groupBy(mentions, (mention) => mention.block);
  const blocksOf = new Map<string, number[]>();
  for (const { block, papers } of mentions) {
    for (const paper of papers) {
      const known = blocksOf.get(paper);
      if (known === undefined) blocksOf.set(paper, [block]);
      else known.push(block);
    }
  }
  const kept: IdentifierMention[] = [];
  for (const [paper, signs] of identifiersByPaper) {
    if (own.includes(paper)) continue;
    const shownIn = blocksOf.get(paper) ?? [];
    const group: IdentifierMention[] = [];
    for (const sign of signs) {
      if (sign.end <= sign.start || shownIn.some((block) => near(block, sign.block, MAXIMUM_ROW_REACH))) continue;
      const covered = byBlock
        .get(sign.block)
        ?.some(({ start, length }) => start < sign.end && sign.start < start + length);
      if (covered === true) continue;
      const known = group.findIndex((other) => near(other.block, sign.block, MAXIMUM_ROW_REACH));
      if (known < 0) group.push(sign);
      else if (sign.link && group[known]?.link === false) group[known] = sign;
    }
    kept.push(...group);
  }
  return kept;
}
