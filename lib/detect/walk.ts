// From a page's nodes to blocks of text:
//
//   text nodes ──> for each, what its ancestors say (block, kind, row, links …; kept per element)
//              ──> joined while they stand in one block ──> PageBlock {text, kind, spans, pieces}
//
// `pieces` lead from offsets in the text back to the nodes.
import { blockHash, textHash } from './block-hash.ts';
import type { Block, BlockKind, Span } from './protocol.ts';
import type { Rows } from './rows.ts';
import { closedRound, isForEarsOnly, isShown, isUnread } from './visible.ts';

/** A text node's place in its block: its first character is the block's character `at`. */
export interface Piece {
  node: Text;
  at: number;
}
export interface PageBlock extends Block {
  /** The element that makes it a block. */
  element: HTMLElement;
  pieces: Piece[];
  hash: number;
}

/** A block longer than this is cut; titles over the cut are lost. */
const longestBlock = 40_000;

const blockTags = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER ' +
    'FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP LI MAIN NAV OL P PRE SEARCH SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD ' +
    'TR UL'
  ).split(' '),
);
const emphases = new Set('EM I B STRONG CITE DFN U'.split(' '));
/** Entries of reference lists, on sites and in the formats that papers come in. */
const references =
  'cite, [role="doc-biblioentry"], .ltx_bibitem, .ref-cit, .csl-entry, .citation, .mixed-citation, .element-citation, ' +
  '.c-article-references__item, .references li, #references li, .reflist li, li[id^="cite_note"], li[id^="ref-"], ' +
  'li[id^="bib"], .bibliography li, .bibitem, .reference';
/** An address that may hold an arXiv id or a DOI. Kept loose: the worker reads it exactly. */
const mayIdentify = /arxiv|10\.\d{4,9}[/%]|doi[.=/]|scirate|huggingface\.co\/papers|\d{4}\.\d{4,5}/iu;

/** Markup round text that the worker is told of. */
interface Markup {
  kind: Span['kind'];
  href?: string;
}
/** What an element means for the text in it. */
interface Setting {
  read: boolean;
  block: HTMLElement;
  kind: BlockKind;
  row: number;
  markup: readonly Markup[];
}

const isInline = (display: string): boolean => /^(?:inline|contents|ruby)/u.test(display);

export class Walk {
  readonly #rows: Rows;
  readonly #references: Set<Element>;
  readonly #settings = new Map<Element, Setting>();
  readonly #shown = new Map<Element, boolean>();
  readonly #rowHashes = new Map<number, number>();
  readonly #body: HTMLElement;
  /** Elements with text that is not shown now; some may be later. */
  readonly unseen = new Set<Element>();

  constructor(body: HTMLElement, rows: Rows) {
    this.#body = body;
    this.#rows = rows;
    this.#references = new Set(body.querySelectorAll(references));
    this.#settings.set(body, { read: true, block: body, kind: 'text', row: 0, markup: [] });
  }

  /** The blocks under a root, in document order. Gives null now and then, so that its user can watch the time. */
  *blocks(root: Element): Generator<PageBlock | null> {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let open: Open | null = null;
    let steps = 0;
    for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
      if (++steps % 8 === 0) yield null;
      const parent = node.parentElement;
      if (parent === null) continue;
      if (!/\S/u.test(node.data)) {
        open?.space();
        continue;
      }
      const setting = this.#setting(parent);
      if (!setting.read || !this.#isShown(parent)) continue;
      if (open !== null && (open.setting.block !== setting.block || open.length > longestBlock)) {
        yield this.#close(open);
        open = null;
      }
      open ??= new Open(setting);
      open.add(node, setting.markup, followsBreak(node, setting.block));
    }
    if (open !== null) yield this.#close(open);
  }

  #close(open: Open): PageBlock {
    const { row, kind, block } = open.setting;
    const spans = open.spans();
    const text = open.text;
    let rowHash = this.#rowHashes.get(row) ?? 0;
    if (row !== 0 && rowHash === 0) this.#rowHashes.set(row, (rowHash = textHash(this.#rows.text(row))));
    return {
      text,
      kind,
      spans,
      ...(row === 0 ? {} : { row }),
      element: block,
      pieces: open.pieces,
      hash: blockHash({ text, kind, spans }, rowHash),
    };
  }

  /** Asked only of elements that hold text themselves: a hidden one may have a shown child. */
  #isShown(element: Element): boolean {
    let shown = this.#shown.get(element);
    if (shown === undefined) {
      this.#shown.set(element, (shown = isShown(element) || closedRound(element) !== null));
      if (!shown) this.unseen.add(element);
    }
    return shown;
  }

  /** What an element's ancestors and itself say; kept, so that each element is looked at once a walk. */
  #setting(element: Element): Setting {
    const chain: Element[] = [];
    let setting: Setting | undefined;
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      setting = this.#settings.get(at);
      if (setting !== undefined) break;
      chain.push(at);
    }
    // Outside the body (a frameset, our own host): not read.
    setting ??= { read: false, block: this.#body, kind: 'text', row: 0, markup: [] };
    for (let at = chain.length - 1; at >= 0; at--) {
      const inner = chain[at];
      if (inner === undefined) break;
      setting = this.#derive(inner, setting);
      this.#settings.set(inner, setting);
    }
    return setting;
  }

  #derive(element: Element, up: Setting): Setting {
    if (!up.read) return up;
    if (isUnread(element) || this.#rows.skip.has(element)) return { ...up, read: false };
    const slot = this.#rows.slots.get(element);
    const row = slot?.row ?? this.#rows.inside.get(element) ?? up.row;
    const tag = element.localName.toUpperCase();
    const style = getComputedStyle(element);
    if (isForEarsOnly(style)) {
      this.unseen.add(element);
      return { ...up, read: false };
    }
    const isBlock = slot !== undefined || blockTags.has(tag) || !isInline(style.display);
    const own = this.#markup(element, tag);
    const outer = isBlock ? up.markup.filter(({ kind }) => kind === 'link') : up.markup;
    const markup = own === null ? outer : [...outer, own];
    if (!isBlock || !(element instanceof HTMLElement)) {
      const kind = this.#references.has(element) && up.kind === 'text' ? 'reference' : up.kind;
      return { ...up, row, kind, markup };
    }
    return { read: true, block: element, kind: slot?.kind ?? this.#kind(element, tag, up), row, markup };
  }

  #kind(element: Element, tag: string, up: Setting): BlockKind {
    if (/^H[1-6]$/u.test(tag) || element.getAttribute('role') === 'heading') return 'heading';
    if (this.#references.has(element)) return 'reference';
    if (tag === 'LI' || tag === 'DD' || tag === 'DT') return up.kind === 'reference' ? 'reference' : 'item';
    if (tag === 'TD' || tag === 'TH') return 'cell';
    if (up.kind === 'cell') return 'text';
    if (up.kind === 'item') return element.parentElement === up.block ? 'item' : 'text';
    return up.kind;
  }

  #markup(element: Element, tag: string): Markup | null {
    if (this.#rows.names.has(element)) return { kind: 'name' };
    if (tag === 'A' && element instanceof HTMLAnchorElement && element.hasAttribute('href')) {
      const { href } = element;
      return mayIdentify.test(href) && href.length <= 2000 ? { kind: 'link', href } : { kind: 'link' };
    }
    if (tag === 'Q') return { kind: 'quote' };
    return emphases.has(tag) ? { kind: 'emphasis' } : null;
  }
}

/** A block being joined. */
class Open {
  readonly setting: Setting;
  readonly pieces: Piece[] = [];
  text = '';
  readonly #spans = new Map<Markup, { start: number; end: number }>();

  constructor(setting: Setting) {
    this.setting = setting;
  }
  get length(): number {
    return this.text.length;
  }
  space(): void {
    if (!this.text.endsWith(' ')) this.text += ' ';
  }
  add(node: Text, markup: readonly Markup[], newLine: boolean): void {
    if (newLine && this.text !== '') this.text += '\n';
    const at = this.text.length;
    // What is beyond any title's length in one node is cut like a block is.
    this.text += node.data.slice(0, 2 * longestBlock);
    this.pieces.push({ node, at });
    for (const one of markup) {
      const span = this.#spans.get(one);
      if (span === undefined) this.#spans.set(one, { start: at, end: this.text.length });
      else span.end = this.text.length;
    }
  }
  spans(): Span[] {
    return [...this.#spans].map(([{ kind, href }, { start, end }]) => ({
      start,
      end,
      kind,
      ...(href === undefined ? {} : { href }),
    }));
  }
}

/** True where a <br> stands right before the node, inside its block. */
function followsBreak(node: Text, block: Element): boolean {
  for (let at: Node | null = node; at !== null && at !== block; at = at.parentNode) {
    let before = at.previousSibling;
    while (before instanceof Text && !/\S/u.test(before.data)) before = before.previousSibling;
    if (before !== null) return before.nodeName === 'BR' || before.nodeName === 'br';
  }
  return false;
}
