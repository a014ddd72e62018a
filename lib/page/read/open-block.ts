// A block of text while it is joined from its nodes, and the finished block.
import type { Block, BlockKind, Span } from '../../messages/page-protocol.ts';
import type { PageRows } from './rows.ts';

/** A text node's place in its block: `length` characters of the node, from `from` on, are the block's from `at` on. */
export interface TextPiece {
  node: Text;
  at: number;
  from: number;
  length: number;
}
export interface PageBlock extends Block {
  /** The element that makes it a block. */
  element: HTMLElement;
  pieces: TextPiece[];
  /** It is in a reference list. */
  cited: boolean;
  /** The same for the same question: what was asked once is known by it. */
  key: string;
}
/** Markup around text that the worker is told about. */
export interface Markup {
  kind: Span['kind'];
  href?: string;
}
/** What an element and those around it mean for the text in it. */
export interface Setting {
  block: HTMLElement;
  kind: BlockKind;
  row: number;
  markup: readonly Markup[];
  /** Its list items are references. */
  listed: boolean;
  /** It is one, or part of one. */
  cited: boolean;
  /** It is in a closed <details>. */
  closed: boolean;
}

/** `row`: a number for all text of the block's row. The same title beside other names is another question. */
export function questionKey({ text, kind, spans }: Pick<Block, 'text' | 'kind' | 'spans'>, row: number): string {
  let key = `${kind}\n${row}\n`;
  for (const { href } of spans) if (href !== undefined) key += `${href}\n`;
  // The engine's own hash of a string is many times faster than one of ours.
  return key + text;
}

export class OpenBlock {
  readonly setting: Setting;
  readonly #pieces: TextPiece[] = [];
  readonly #spans = new Map<Markup, { start: number; end: number }>();
  #text = '';
  #spaced = false;

  constructor(setting: Setting) {
    this.setting = setting;
  }
  get length(): number {
    return this.#text.length;
  }
  space(): void {
    if (!this.#spaced) this.#text += ' ';
    this.#spaced = true;
  }
  line(): void {
    if (this.#text !== '') this.#text += '\n';
  }
  /**
   * `trimmed`: the text without the white space before it, where that is known.
   *
   * Of white space at both ends a character stays: pages that are laid out in their source are mostly white space.
   */
  add(node: Text, text: string, markup: readonly Markup[], trimmed = text.trimStart()): void {
    const from = text.length - trimmed.length;
    if (from > 0) {
      if (text.lastIndexOf('\n', from) >= 0) this.#text += '\n';
      else this.space();
    }
    const start = this.#text.length;
    let { length } = trimmed;
    this.#spaced = false;
    if (trimmed.charCodeAt(length - 1) <= 32) {
      const bare = trimmed.trimEnd();
      ({ length } = bare);
      const broken = trimmed.includes('\n', length);
      this.#text += bare + (broken ? '\n' : ' ');
      this.#spaced = !broken;
    } else this.#text += trimmed;
    this.#pieces.push({ node, at: start, from, length });
    if (markup.length > 0) this.#mark(markup, start);
  }
  #mark(markup: readonly Markup[], start: number): void {
    const end = this.#text.length;
    for (const one of markup) {
      const span = this.#spans.get(one);
      if (span === undefined) this.#spans.set(one, { start, end });
      else span.end = end;
    }
  }
  close(rows: PageRows): PageBlock {
    const { row, kind, cited, block: element } = this.setting;
    const text = this.#text;
    const spans = Array.from(this.#spans, ([markup, place]): Span => ({ ...place, ...markup }));
    const key = questionKey({ text, kind, spans }, row === 0 ? 0 : rows.textNumber(row));
    return { text, kind, spans, row: row === 0 ? undefined : row, element, pieces: this.#pieces, cited, key };
  }
}
