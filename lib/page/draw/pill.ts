// The pill after a title: a small button that holds only what is known of the paper.
import { create } from './create-element.ts';
import { t, type MessageKey } from '../../i18n/i18n.ts';
import { MAXIMUM_ICONS, PILL_HEIGHT, type Box } from './geometry.ts';
import { letters } from '../../text/letters.ts';
import type { MarkColours } from './mark-colours.ts';
import type { Mark } from './marks.ts';
import { isTitled } from './placing.ts';
import type { PaperMark } from '../../messages/page-protocol.ts';

const svg = 'http://www.w3.org/2000/svg';

export type PillIcon = 'code' | 'to-read' | 'reading' | 'read' | 'several' | 'followed' | 'maybe' | 'people' | 'byline';
interface Drawing {
  /** A path in a square of 14, stroked; filled too where it says so. */
  path: string;
  stroke: number;
  filled?: string;
  colour: (colours: MarkColours) => string;
}
/** Head and shoulders. */
const person = 'M7 2a2.4 2.4 0 1 0 .01 0zM2.6 12c.4-2.7 2.1-4 4.4-4s4 1.3 4.4 4z';
const drawings: Record<PillIcon, Drawing> = {
  code: { path: 'M5 3.5 1.5 7 5 10.5M9 3.5 12.5 7 9 10.5', stroke: 1.5, colour: (colours) => colours.code },
  'to-read': { path: '', filled: 'M3.6 1.8h6.8v10.4L7 9.5l-3.4 2.7z', stroke: 1.2, colour: (colours) => colours.saved },
  reading: {
    path: 'M7 2a5 5 0 1 0 0 10A5 5 0 0 0 7 2z',
    filled: 'M7 2a5 5 0 0 1 0 10z',
    stroke: 1.3,
    colour: (colours) => colours.saved,
  },
  read: { path: 'm2.5 7.4 3 3.1 6-7', stroke: 1.6, colour: (colours) => colours.faint },
  several: { path: 'M4.5 4.5v-2h7v7h-2M2.5 4.5h7v7h-7z', stroke: 1.2, colour: (colours) => colours.faint },
  followed: { path: '', filled: person, stroke: 0.6, colour: (colours) => colours.people },
  maybe: { path: person, stroke: 1.1, colour: (colours) => colours.people },
  // Two of them.
  people: {
    path: 'M5 3a2 2 0 1 0 .01 0zM1 12c.3-5 7.7-5 8 0M9 3a2 2 0 0 1 0 4M10 9q2.5 1 3 3',
    stroke: 1.1,
    colour: (colours) => colours.faint,
  },
  // Two lines of a page, and a point for its author.
  byline: {
    path: 'M2 3.5h10M2 7h5.5',
    filled: 'M10.4 6.9a1.9 1.9 0 1 0 .01 0z',
    stroke: 1.4,
    colour: (colours) => colours.faint,
  },
};

/** The author of these papers that the reader follows, the most certain first. */
export const followedOf = (papers: readonly PaperMark[]): PaperMark['followed'] =>
  (papers.find(({ followed }) => followed?.sure === true) ?? papers.find(({ followed }) => followed !== null))
    ?.followed ?? null;

/** How a name in a byline is that of somebody followed. */
export function followedAs(name: string, papers: readonly PaperMark[]): PaperMark['followed'] {
  const followed = followedOf(papers);
  return followed !== null && letters(followed.name) === letters(name) ? followed : null;
}

/** What the pill of these papers says. Where it is more than can be drawn, the first gives way. */
export function iconsOf(papers: readonly PaperMark[]): PillIcon[] {
  const icons: PillIcon[] = [];
  if (papers.length > 1) icons.push('several');
  if (papers.some(({ code }) => code)) icons.push('code');
  const status = papers.find(({ status: its }) => its !== null)?.status ?? null;
  if (status !== null) icons.push(status);
  const followed = followedOf(papers);
  if (followed !== null) icons.push(followed.sure ? 'followed' : 'maybe');
  return icons.length === 0 ? ['byline'] : icons;
}

/**
 * Whether a mark tells what its page does not. Others are drawn only while the pointer or a key is at their row: a sign
 * that says nothing new at each of 3,000 titles is noise.
 */
export function adds({ subject }: Pick<Mark, 'subject'>, papers: readonly PaperMark[]): boolean {
  if (subject.kind === 'person') return subject.known ?? followedAs(subject.name, papers) !== null;
  return iconsOf(papers)[0] !== 'byline' || papers.some(({ summary }) => summary);
}

/** The same while the pointer or a key is at the row, and people of it have other works: that gives way first. */
export const withPeople = (icons: readonly PillIcon[]): PillIcon[] =>
  icons[0] === 'byline' ? ['people'] : ['people', ...icons];

/** A title in running text has no slot for a pill. */
export const hasSlot = (mark: Mark): boolean => mark.cited || isTitled(mark);

/** Icons for a mark: none for references known only to the page. */
export function pillIcons({ cited, subject }: Mark, papers: readonly PaperMark[]): PillIcon[] {
  const icons = iconsOf(papers);
  const isPages = subject.kind === 'papers' && subject.via === 'page';
  return cited && isPages && icons[0] === 'byline' ? [] : icons;
}

const words = {
  code: 'markCode',
  'to-read': 'markToRead',
  reading: 'markReading',
  read: 'markRead',
  several: 'markSeveral',
  followed: 'markFollowed',
  maybe: 'markMaybe',
  people: 'markPeople',
} as const;

/** Asking the browser for a text takes as long as drawing the pill: each is asked for once. */
const said = new Map<MessageKey, string>();
function say(key: MessageKey): string {
  let word = said.get(key);
  if (word === undefined) said.set(key, (word = t(key, '$')));
  return word;
}

/** "Byline: <title>; code; on your list; by <followed>, whom you follow". */
export const labelOf = (title: string, icons: readonly PillIcon[], followed: string): string =>
  say('markPill').replace('$', () =>
    [
      title,
      ...icons.flatMap((icon) => (icon === 'byline' ? [] : [say(words[icon]).replace('$', () => followed)])),
    ].join('; '),
  );

/** Icons by name and colour: copying one is cheaper than making it. */
const copied = new Map<string, SVGElement>();
function drawn(icon: PillIcon, colours: MarkColours): Node {
  const { path, filled, stroke, colour } = drawings[icon];
  const key = icon + colour(colours);
  const known = copied.get(key);
  if (known !== undefined) return known.cloneNode(true);
  const root = document.createElementNS(svg, 'svg');
  const set = (element: Element, values: Record<string, string>): void => {
    for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
  };
  // No style: a strict policy of the page might forbid that of a copy.
  set(root, { viewBox: '0 0 14 14', width: '12', height: '12', 'aria-hidden': 'true', color: colour(colours) });
  for (const [shape, fill] of [
    [filled, 'currentColor'],
    [path, 'none'],
  ] as const) {
    if (shape === undefined || shape === '') continue;
    const line = document.createElementNS(svg, 'path');
    set(line, {
      d: shape,
      fill,
      stroke: 'currentColor',
      'stroke-width': String(stroke),
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    });
    root.append(line);
  }
  copied.set(key, root);
  return root.cloneNode(true);
}

/** A new pill. Never a pointer target: the pointer is compared with its box, so that a page can't find it by hit tests. */
export function pill(icons: readonly PillIcon[], label: string, colours: MarkColours): HTMLElement {
  const button = create('button') as HTMLButtonElement;
  button.type = 'button';
  button.tabIndex = -1;
  button.setAttribute('aria-label', label);
  button.append(...icons.slice(-MAXIMUM_ICONS).map((icon) => drawn(icon, colours)));
  return button;
}

export function stylePill(button: HTMLElement, box: Box, colours: MarkColours, open: boolean): void {
  button.style.cssText =
    'appearance:none;margin:0;outline:0;position:absolute;box-sizing:border-box;display:flex;align-items:center;justify-content:center;gap:2px;' +
    `pointer-events:none;height:${PILL_HEIGHT}px;border-radius:9px;padding:0;` +
    `left:0;top:0;transform:translate(${box.left}px,${box.top}px);width:${box.right - box.left}px;background:${colours.paper};` +
    `border:1px solid ${open ? colours.accent : colours.rule};${open ? `box-shadow:0 0 0 2px ${colours.wash}` : ''}`;
}
