// The places where papers are named on the web, as blocks with a hole for the title.
import type { Block, BlockKind, Span } from '../../lib/messages/page-protocol.ts';
import type { Paper } from './catalog.ts';
import type { Chance } from '../chance.ts';

/** What replaces the title: its text, and what markup sets apart inside it. */
export interface Written {
  text: string;
  /** Markup inside, from and to in `text`. */
  inner?: readonly { from: number; to: number }[];
}

export interface Frame {
  name: string;
  /** The place is a title's own: a link, heading, cell, quotation or a reference's title slot. */
  titleLike: boolean;
  /** The title fills a whole block or span. */
  alone: boolean;
  blocks(written: Written, paper: Paper): Block[];
}

const initials = (name: string): string => {
  const words = name.trim().split(/\s+/u);
  return `${words
    .slice(0, -1)
    .map((word) => `${word.charAt(0)}. `)
    .join('')}${words.at(-1) ?? ''}`;
};
const few = (authors: readonly string[]): readonly string[] => authors.slice(0, 6);
const family = (authors: readonly string[]): string => authors[0]?.trim().split(/\s+/u).at(-1) ?? 'Anonymous';

/** A block from text before, the title and text after; `span` is set round the title. */
function block(
  kind: BlockKind,
  before: string,
  { text, inner = [] }: Written,
  after: string,
  span: Span['kind'] | null,
): Block {
  const at = before.length;
  const spans: Span[] = inner.map(({ from, to }) => ({ start: at + from, end: at + to, kind: 'emphasis' }));
  if (span !== null) spans.unshift({ start: at, end: at + text.length, kind: span });
  return { text: `${before}${text}${after}`, kind, spans };
}

const byline = ({ authors }: Paper): Block => ({
  text: few(authors).join(', ') || 'Anonymous authors',
  kind: 'text',
  spans: [],
});
const year = (paper: Paper): number => paper.year ?? 2020;

export const frames: readonly [Frame, ...Frame[]] = [
  {
    name: 'reference',
    titleLike: true,
    alone: false,
    blocks: (w, p) => [
      block('reference', `${few(p.authors).join(', ')}. ${year(p)}. `, w, '. In Proceedings of the Conference.', null),
    ],
  },
  {
    name: 'reference in APA style',
    titleLike: true,
    alone: false,
    blocks: (w, p) => [
      block(
        'reference',
        `${few(p.authors).map(initials).join(', ')} (${year(p)}). `,
        w,
        '. Journal of Results, 12, 1-20.',
        null,
      ),
    ],
  },
  {
    name: 'numbered reference with quotes',
    titleLike: true,
    alone: true,
    blocks: (w, p) => [
      block('text', `[12] ${few(p.authors).map(initials).join(', ')}, “`, w, `,” arXiv preprint, ${year(p)}.`, null),
    ],
  },
  {
    name: 'numbered list',
    titleLike: true,
    alone: false,
    blocks: (w, p) => [block('item', '', w, `. ${few(p.authors).join(', ')}. ${year(p)}.`, null)],
  },
  {
    name: 'linked title with byline',
    titleLike: true,
    alone: true,
    blocks: (w, p) => [block('text', '', w, '', 'link'), byline(p)],
  },
  {
    name: 'heading',
    titleLike: true,
    alone: true,
    blocks: (w, p) => [block('heading', '', w, '', null), byline(p)],
  },
  {
    name: 'table cell',
    titleLike: true,
    alone: true,
    blocks: (w, p) => [block('cell', '', w, '', null), { text: String(year(p)), kind: 'cell', spans: [] }],
  },
  {
    name: 'prose with quotes',
    titleLike: true,
    alone: true,
    blocks: (w) => [block('text', 'As was shown before in “', w, '”, this need not be so in general.', null)],
  },
  {
    name: 'prose with emphasis',
    titleLike: true,
    alone: true,
    blocks: (w, p) => [
      block(
        'text',
        `${family(p.authors)} et al. (${year(p)}), `,
        w,
        ', say more about what follows from it.',
        'emphasis',
      ),
    ],
  },
  {
    name: 'item with link and year',
    titleLike: true,
    alone: true,
    blocks: (w, p) => [block('item', `${year(p)}: `, w, ` (${family(p.authors)} et al.) [code]`, 'link')],
  },
];

/** Where sites cut titles short. */
export const listingPlaces = frames.filter(({ name }) =>
  ['linked title with byline', 'heading', 'table cell', 'item with link and year'].includes(name),
) as [Frame, ...Frame[]];
export const titlePlaces = frames.filter(({ alone }) => alone) as [Frame, ...Frame[]];

/** A sentence that is about something else. */
export function runningText(words: string, random: Chance): Block {
  const [before, after] = random.pick([
    ['It was found that ', ' depends on what one had measured before and after the change.'],
    ['Nobody who thinks of ', ' would have expected this to come out so early in the year.'],
    ['Last week we spoke about ', ' and what it means for those who live near the river.'],
    ['There is more to say on ', ' than fits on this page, as our readers have told us.'],
  ]);
  return { text: `${before}${words}${after}`, kind: 'text', spans: [] };
}
