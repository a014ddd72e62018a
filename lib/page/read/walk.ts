// From a page's nodes to blocks of text, in one pass from text to text:
//
//   elements ──> a setting each (block, kind, row, links …), by tag, attribute and class alone
//   text     ──> joined while it is in one block ──> PageBlock {text, kind, spans, pieces}
//
// `pieces` lead from offsets in the text back to the nodes. Whether text is visible is asked only where something was
// found in it (`visibility.ts`): for every element it would cost more than all the rest.
import { attributeOf, contains, hasAttribute, lastOf, matchesSelector, parentOf, tagOf } from '../dom.ts';
import { StyleCache } from './style-cache.ts';
import { OpenBlock, type Markup, type PageBlock, type Setting } from './open-block.ts';
import type { BlockKind } from '../../messages/page-protocol.ts';
import type { PageRows } from './rows.ts';
import { sortOf, type Sort } from './tags.ts';

export type { PageBlock } from './open-block.ts';

/** Maximum length of a block; a longer one is cut, and titles across the cut are lost. */
const MAXIMUM_BLOCK_LENGTH = 40_000;
const MAXIMUM_NODE_LENGTH = 2 * MAXIMUM_BLOCK_LENGTH;
/** Nodes between two checks of the clock; of the first nodes, read by code that is not optimized yet, fewer. */
const NODES_PER_CHECK = 16;
const SLOW_NODES = 128;

/** What the tag does not say. One question for the whole tree, not three for each element. */
const special = '[contenteditable],[role=heading],[role=doc-biblioentry]';
/** An address that may hold an arXiv id or a DOI. Kept loose: the worker reads it exactly. */
const mayIdentify =
  /arxiv|openreview|10\.\d{4,9}[/%]|doi[.=/]|scirate|huggingface\.co|\d{4}\.\d{4,5}|git|bitbucket|codeberg|zenodo|kaggle|colab/iu;
/** On arXiv and its like also an address without a host: old ids have seven digits. */
const mayIdentifyThere = /\/\d{7}(?!\d)/u;
/** Entries of reference lists that say so by their id: Wikipedia's and publishers'. */
const referenceId = /^(?:cite_note|ref-|bib)/u;

const isBlank = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return !(first > 32 && first < 128) && !/\S/u.test(text);
};
const noMarkup: readonly Markup[] = [];
/** Maximum elements around a text that the worker is told of: only pages that are broken have more. */
const MAXIMUM_MARKUP = 20;

export class Walk {
  readonly #rows: PageRows;
  readonly #styles = new StyleCache();
  readonly #references = document.getElementById('references');
  readonly #origin = new URL(document.baseURI).origin;
  readonly #isThere = mayIdentify.test(this.#origin);
  /**
   * The path from the body down to the last element met, and each one's setting (null: it is not read). Text comes in
   * document order, so that the path is enough: a map of all elements would make the engine number every one of them.
   */
  readonly #path: Element[];
  readonly #settings: (Setting | null)[];
  #special: ReadonlySet<Element> | null = null;
  /** Of the last text that is not to be read: the outermost element around it of which nothing is. */
  #skipped: Element | null = null;

  constructor(body: HTMLElement, rows: PageRows) {
    this.#rows = rows;
    this.#path = [body];
    this.#settings = [
      { block: body, kind: 'text', row: 0, markup: noMarkup, listed: false, cited: false, closed: false },
    ];
  }

  /** Elements that are not shown now; some may be later. */
  get unseen(): ReadonlySet<Element> {
    return this.#styles.unseen;
  }

  /**
   * The blocks under a root, in document order. Gives null now and then, so that the caller can watch the time.
   *
   * Each call into the tree costs about as much as all that is done with its answer, and an element's first use here
   * more. So the walk goes from text to text; of text that is only space nothing more is asked, and elements without
   * text are not met at all.
   */
  *blocks(root: Element): Generator<PageBlock | null> {
    this.#special ??= new Set(document.body.querySelectorAll(special));
    yield null;
    const lines = yield* linesUnder(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let open: OpenBlock | null = null;
    let last: Node | null = null;
    let setting: Setting | null = null;
    let steps = 0;
    for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
      if (++steps % (steps < SLOW_NODES ? 2 : NODES_PER_CHECK) === 0) yield null;
      // What is beyond any title's length in one node is cut like a block is: Firefox takes 160 ms to hand over 20 MB.
      const text = node.length > MAXIMUM_NODE_LENGTH ? node.substringData(0, MAXIMUM_NODE_LENGTH) : node.data;
      const first = text.charCodeAt(0);
      const bare = first > 32 ? text : text.trimStart();
      if (bare === '' || (first >= 128 && isBlank(text))) {
        open?.space();
        continue;
      }
      const parent = node.parentNode;
      if (parent !== last) {
        setting = parent === null ? null : this.#setting(parent as Element);
        last = parent;
      }
      if (setting === null) {
        const skipped = this.#skipped;
        if (skipped === null || skipped === parent) continue;
        if (contains(skipped, root)) break;
        walker.currentNode = lastIn(skipped);
        continue;
      }
      // An entry of a list may be an inline element among other text: it is a question of its own.
      const ends =
        open !== null &&
        (open.setting.block !== setting.block ||
          open.setting.row !== setting.row ||
          open.length > MAXIMUM_BLOCK_LENGTH);
      if (open !== null && ends) {
        yield open.close(this.#rows);
        open = null;
      }
      open ??= new OpenBlock(setting);
      if (lines.size > 0 && lines.has(node)) open.line();
      open.add(node, text, setting.markup, bare);
    }
    if (open !== null) yield open.close(this.#rows);
  }

  /** Null where text is not to be read: in scripts, in what is hidden, outside of the body (a frameset, our host). */
  #setting(element: Element): Setting | null {
    const path = this.#path;
    const settings = this.#settings;
    const chain: Element[] = [];
    let known = -1;
    for (let at: Element | null = element; at !== null; at = parentOf(at)) {
      known = path.lastIndexOf(at);
      if (known >= 0) break;
      chain.push(at);
    }
    this.#skipped = null;
    if (known < 0) return null;
    path.length = known + 1;
    settings.length = known + 1;
    let up = settings[known] ?? null;
    for (let at = chain.length - 1; at >= 0; at--) {
      const inner = chain[at] as Element;
      up = up === null ? null : this.#enter(inner, up);
      path.push(inner);
      settings.push(up);
    }
    if (up === null) this.#skipped = path[settings.indexOf(null)] ?? null;
    return up;
  }

  /** What an element adds to what is around it; null: it is not read. */
  #enter(element: Element, up: Setting): Setting | null {
    const name = tagOf(element);
    const sort = sortOf(name);
    if (sort === 'unread') return null;
    const { roles } = this.#rows;
    const role = roles.size === 0 ? undefined : roles.get(element);
    if (role?.skip === true) return null;
    const isSpecial = this.#special?.has(element) === true;
    if (isSpecial && isEditable(element)) return null;
    const closed = (up.closed && name !== 'summary') || (name === 'details' && !hasAttribute(element, 'open'));
    const style = this.#styles.of(element, name, sort, closed);
    if (style.hidden) return null;
    const says = isSpecial ? attributeOf(element, 'role') : null;
    const isReference =
      style.reference ||
      says === 'doc-biblioentry' ||
      name === 'cite' ||
      (name === 'li' && (up.listed || referenceId.test(element.id)));
    // Not every <cite> is in a list of references: dblp's listings are made of them.
    const cited = up.cited || (isReference && name !== 'cite');
    const listed = up.listed || style.list || element === this.#references;
    const row = role?.row ?? up.row;
    const added =
      up.markup.length > MAXIMUM_MARKUP
        ? null
        : role?.name === true
          ? { kind: 'name' as const }
          : this.#markup(element, sort);
    // Titles may be set in several blocks. A PDF viewer places each line by itself, over the picture of its page.
    const goesOn = up.kind === 'title' || (sort === 'inline' && style.block && matchesSelector(up.block, '.textLayer'));
    const isBlock = role?.slot !== undefined || (style.block && !goesOn);
    if (!isBlock || !(element instanceof HTMLElement)) {
      const kind = isReference && up.kind === 'text' ? 'reference' : up.kind;
      const same = kind === up.kind && row === up.row && listed === up.listed && cited === up.cited;
      if (added === null && same && closed === up.closed) return up;
      return {
        block: up.block,
        kind,
        row,
        markup: added === null ? up.markup : [...up.markup, added],
        listed,
        cited,
        closed,
      };
    }
    // A link around blocks is a link in each; emphasis around them means nothing.
    const outer = up.markup.length === 0 ? noMarkup : up.markup.filter(({ kind }) => kind === 'link');
    const markup = added === null ? outer : [...outer, added];
    const kind = role?.slot ?? this.#kind(element, says === 'heading' ? 'heading' : sort, isReference, up);
    return { block: element, kind, row, markup, listed, cited, closed };
  }

  #kind(element: Element, sort: Sort, isReference: boolean, up: Setting): BlockKind {
    if (sort === 'heading') return 'heading';
    if (isReference) return 'reference';
    if (sort === 'item') return up.kind === 'reference' ? 'reference' : 'item';
    if (sort === 'cell') return 'cell';
    if (up.kind === 'cell') return 'text';
    if (up.kind === 'item') return parentOf(element) === up.block ? 'item' : 'text';
    return up.kind;
  }

  #markup(element: Element, sort: Sort): Markup | null {
    if (sort === 'quote' || sort === 'emphasis') return { kind: sort };
    if (sort !== 'link') return null;
    const href = attributeOf(element, 'href');
    if (href === null || !(element instanceof HTMLAnchorElement)) return null;
    const may = mayIdentify.test(href) || (this.#isThere && mayIdentifyThere.test(href));
    if (!may) return { kind: 'link' };
    // The browser takes longer to resolve an address than all else here takes; most addresses are of two kinds.
    const isWhole = /^https?:\/\//u.test(href);
    const whole = isWhole ? href : /^\/[^/]/u.test(href) ? this.#origin + href : element.href;
    return whole.length > 2000 ? { kind: 'link' } : { kind: 'link', href: whole };
  }
}

/** Text that the reader is typing. */
const isEditable = (element: Element): boolean => {
  const value = attributeOf(element, 'contenteditable');
  return value !== null && value !== 'false';
};

/** The last node in an element: what comes after it comes after the element. */
function lastIn(element: Element): Node {
  let at: Node = element;
  for (let last = lastOf(at); last !== null; last = lastOf(at)) at = last;
  return at;
}

/** The text nodes that begin a new line: those right after a <br>. */
function* linesUnder(root: Element): Generator<null, ReadonlySet<Node>> {
  const found = new Set<Node>();
  let steps = 0;
  for (const br of root.getElementsByTagName('br')) {
    if (++steps % NODES_PER_CHECK === 0) yield null;
    let next = unlessBlank(br.nextSibling);
    while (next !== null && !(next instanceof Text)) next = unlessBlank(next.firstChild);
    if (next !== null) found.add(next);
  }
  return found;
}

/** The node, or the next beside it that is not white space alone. */
const unlessBlank = (node: ChildNode | null): ChildNode | null => {
  let at = node;
  while (at instanceof Text && isBlank(at.data)) at = at.nextSibling;
  return at;
};
