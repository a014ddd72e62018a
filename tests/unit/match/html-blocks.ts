// A saved page as rough blocks, about as a browser would show it: no styles, so only what the markup itself hides is
// left out. Recall and precision of the core are checked on it before any browser runs.
import { parseHTML } from 'linkedom';
import type { Block, BlockKind, Span } from '../../../lib/messages/page-protocol.ts';

const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE TEXTAREA SELECT OPTION SVG IFRAME OBJECT'.split(' '),
);
const INLINE = new Set(
  (
    'A ABBR B BDI BDO CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRIKE STRONG SUB SUP ' +
    'TIME TT U VAR WBR BIG ACRONYM IMG MATH SEMANTICS MROW MI MO MN MTEXT MSUP MSUB MSUBSUP MSTYLE NOBR'
  ).split(' '),
);
const KINDS: Record<string, BlockKind> = {
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  LI: 'item',
  DT: 'item',
  DD: 'item',
  TD: 'cell',
  TH: 'cell',
};
const SPANS: Record<string, Span['kind']> = {
  A: 'link',
  B: 'emphasis',
  STRONG: 'emphasis',
  I: 'emphasis',
  EM: 'emphasis',
  CITE: 'emphasis',
  Q: 'quote',
};

interface Open {
  text: string;
  kind: BlockKind;
  spans: Span[];
}

interface TreeNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: Iterable<TreeNode>;
  getAttribute?(name: string): string | null;
  hasAttribute?(name: string): boolean;
}

const isHidden = (node: TreeNode): boolean =>
  node.hasAttribute?.('hidden') === true ||
  node.getAttribute?.('aria-hidden') === 'true' ||
  /display:\s*none|visibility:\s*hidden/i.test(node.getAttribute?.('style') ?? '') ||
  /(?:^|\s)(?:is-hidden|visually-hidden|sr-only|noscript)(?:\s|$)/.test(node.getAttribute?.('class') ?? '');

export interface SavedPage {
  blocks: Block[];
  meta: [string, string][];
}

export function readPage(html: string, address: string): SavedPage {
  const { document } = parseHTML(html);
  const blocks: Block[] = [];
  let open: Open = { text: '', kind: 'text', spans: [] };
  const close = (kind: BlockKind): void => {
    if (open.text.trim() !== '') blocks.push(open);
    open = { text: '', kind, spans: [] };
  };
  const walk = (node: TreeNode, kind: BlockKind): void => {
    if (node.nodeType === 3) {
      const text = (node.textContent ?? '').replace(/[\t\n\r ]+/g, ' ');
      open.text += open.text === '' || open.text.endsWith(' ') ? text.trimStart() : text;
      return;
    }
    const name = node.nodeName.toUpperCase();
    if (node.nodeType !== 1 || SKIPPED.has(name) || isHidden(node)) return;
    if (name === 'BR') {
      open.text += '\n';
      return;
    }
    if (!INLINE.has(name)) {
      const inner = KINDS[name] ?? (kind === 'heading' ? kind : name === 'DIV' || name === 'P' ? kind : 'text');
      close(inner);
      for (const child of node.childNodes) walk(child, inner);
      close(kind);
      return;
    }
    const start = open.text.length;
    for (const child of node.childNodes) walk(child, kind);
    const spanKind = SPANS[name];
    if (spanKind === undefined || open.text.length <= start) return;
    const href = name === 'A' ? node.getAttribute?.('href') : null;
    open.spans.push({
      start,
      end: open.text.length,
      kind: spanKind,
      ...(typeof href === 'string' && href !== '' ? { href: absolute(href, address) } : {}),
    });
  };
  walk(document.documentElement, 'text');
  close('text');
  const meta = [...document.querySelectorAll('meta[name], meta[property]')].map((tag): [string, string] => [
    tag.getAttribute('name') ?? tag.getAttribute('property') ?? '',
    tag.getAttribute('content') ?? '',
  ]);
  return { blocks, meta };
}

function absolute(href: string, address: string): string {
  try {
    return new URL(href, address).href;
  } catch {
    return href;
  }
}
