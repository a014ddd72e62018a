// The marks of a page: what was found, and where it is in the page's nodes. The painter draws them.
import type { BlocksAnswer, Mention, NameMention, PaperMark, Via } from '../../messages/page-protocol.ts';
import type { PageBlock } from '../read/walk.ts';

/** A stretch of one text node. */
export interface Stretch {
  node: Text;
  start: number;
  end: number;
}
export type MarkSubject =
  | { kind: 'papers'; papers: readonly string[]; via: Via; confidence: number }
  | ({ kind: 'person' } & Pick<NameMention, 'person' | 'name' | 'paper' | 'known'>);
export interface Mark {
  /** The block it is in. */
  element: HTMLElement;
  stretches: readonly Stretch[];
  text: string;
  subject: MarkSubject;
  /** Where it begins in the block's text. */
  start: number;
  block: Pick<PageBlock, 'kind' | 'text' | 'spans' | 'row'>;
  /** It is in a reference list: a pill follows only where something is known of its paper. */
  cited: boolean;
  /** As in `Mention`. */
  byLink: boolean;
}

/** From a stretch of the block's text to the stretches of its nodes. */
export function stretchesOf(pieces: PageBlock['pieces'], start: number, length: number): Stretch[] {
  const end = start + length;
  const found: Stretch[] = [];
  for (const { node, at, from: first, length: own } of pieces) {
    if (at >= end) break;
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, own);
    if (from < to) found.push({ node, start: first + from, end: first + to });
  }
  return found;
}

export class Marks {
  readonly papers = new Map<string, PaperMark>();
  /** Papers that the page itself is about. */
  pagePapers: BlocksAnswer['pagePapers'] = [];
  readonly #marks = new Set<Mark>();
  readonly #byNode = new Map<Text, Set<Mark>>();

  /** Every mark, also those that are not painted because another one marks the same paper. */
  get all(): ReadonlySet<Mark> {
    return this.#marks;
  }

  learn(papers: readonly PaperMark[]): void {
    for (const paper of papers) this.papers.set(paper.id, paper);
  }

  /** What the worker found in a block replaces what was there. */
  put(block: PageBlock, mentions: readonly Mention[], people: readonly NameMention[]): void {
    if (this.#marks.size > 0)
      for (const { node } of block.pieces) for (const mark of this.#byNode.get(node) ?? []) this.#drop(mark);
    if (mentions.length + people.length === 0) return;
    const taken: [number, number][] = [];
    const isFree = ({ start, length }: { start: number; length: number }): boolean => {
      if (taken.some(([from, to]) => start < to && start + length > from)) return false;
      taken.push([start, start + length]);
      return true;
    };
    // The most certain first, the longest among equals: overlapping ones give way.
    for (const mention of mentions.toSorted((a, b) => b.confidence - a.confidence || b.length - a.length)) {
      const { papers, via, confidence, byLink = false } = mention;
      if (byLink || isFree(mention)) this.#add(block, mention, { kind: 'papers', papers, via, confidence }, byLink);
    }
    for (const at of people) if (isFree(at)) this.#add(block, at, { kind: 'person', ...at });
  }

  #add(block: PageBlock, at: { start: number; length: number }, subject: MarkSubject, byLink = false): void {
    const mark: Mark = {
      element: block.element,
      stretches: stretchesOf(block.pieces, at.start, at.length),
      text: block.text.slice(at.start, at.start + at.length),
      subject,
      start: at.start,
      block,
      cited: block.cited && !byLink && subject.kind === 'papers',
      byLink,
    };
    this.#marks.add(mark);
    for (const { node } of mark.stretches) {
      const set = this.#byNode.get(node) ?? new Set();
      this.#byNode.set(node, set.add(mark));
    }
  }

  #drop(mark: Mark): void {
    this.#marks.delete(mark);
    for (const { node } of mark.stretches) {
      const set = this.#byNode.get(node);
      set?.delete(mark);
      if (set?.size === 0) this.#byNode.delete(node);
    }
  }

  /** Removes marks whose text has left the page or was cut. */
  prune(): void {
    for (const mark of this.#marks)
      if (mark.stretches.some(({ node, end }) => !node.isConnected || end > node.length)) this.#drop(mark);
  }

  /** Whether marked text has left the page. */
  get torn(): boolean {
    for (const node of this.#byNode.keys()) if (!node.isConnected) return true;
    return false;
  }

  /** Papers of the page: those it mentions and those it is about. `links`: also those that only a link names. */
  found(links = true): Set<string> {
    const found = new Set(this.pagePapers.map(({ paper }) => paper));
    for (const { subject, byLink } of this.#marks)
      if (subject.kind === 'papers' && (links || !byLink)) for (const paper of subject.papers) found.add(paper);
    return found;
  }
}
