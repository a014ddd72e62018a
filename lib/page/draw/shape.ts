// What the overlay holds for one mark: a node with a line under each line of text, and a pill. Writes only.
import { create } from './create-element.ts';
import { widthOf, type Box } from './geometry.ts';
import type { MarkColours } from './mark-colours.ts';
import type { Mark } from './marks.ts';
import { labelOf, pill, stylePill, type PillIcon } from './pill.ts';

/**
 * Where a pill goes: after the last line; where the whole entry of a reference list ends, since its venue follows the
 * title; in the gutter before the first line; nowhere.
 */
export type PillSide = 'after' | 'end' | 'before' | 'none';
export interface Shape {
  node: HTMLElement;
  /** What the node shows, to leave it alone where nothing changed. */
  drawn: string;
  button: HTMLElement | null;
  buttonKey: string;
}

/** It goes into the overlay once something is drawn in it: each part that is there makes the browser's hit tests slower. */
export function newShape(): Shape {
  const node = create('div');
  // No `all:initial` here: the layer has it, no style of the page comes in, and it takes as long as all the rest.
  // Its layout is contained, else the host's scroll size would tell a page how far marks reach.
  node.style.cssText = 'position:absolute;left:0;top:0;width:0;height:0;contain:size layout style;pointer-events:none';
  return { node, drawn: '', button: null, buttonKey: '' };
}

/** Beside a pill the line may be faint; alone it is all there is. */
export function lineColour(mark: Mark, hasPill: boolean, colours: MarkColours, isOpen: boolean): string {
  if (mark.subject.kind === 'person') return colours.people;
  if (isOpen) return colours.accent;
  return hasPill ? colours.line : colours.faint;
}

/** How a name that the reader follows is shown in a byline: filled, or outlined where only the name says so. */
export const fillOf = ({ people }: MarkColours, sure: boolean): string =>
  `border-radius:4px;${sure ? `background:color-mix(in srgb,${people} 18%,transparent)` : `outline:1px dashed ${people}`}`;

/** Boxes in the layer's coordinates. `fill`: the style of a box over each line, instead of a line under it. */
export function drawLines(
  shape: Shape,
  lines: readonly Box[],
  colour: string,
  isOpen: boolean,
  fill: string | null,
): void {
  const nodes = [...shape.node.children].filter((child) => child !== shape.button) as HTMLElement[];
  for (const node of nodes.slice(lines.length)) node.remove();
  // Moved by transforms: a new `left` or `top` counts as a layout shift, whose record names its box to the page.
  for (const [at, line] of lines.entries()) {
    const node = nodes[at] ?? create('div');
    const top = fill === null ? Math.round(line.bottom) - 1 : line.top;
    node.style.cssText =
      `position:absolute;pointer-events:none;left:0;top:0;transform:translate(${line.left}px,${top}px);width:${widthOf(line)}px;` +
      (fill === null
        ? `border-top:1px ${isOpen ? 'solid' : 'dotted'} ${colour}`
        : `height:${line.bottom - line.top}px;${fill}`);
    if (node.parentNode === null) shape.node.append(node);
  }
}

export interface PillState {
  title: string;
  /** The author that the reader follows, or may follow; empty for none. */
  followed: string;
  icons: readonly PillIcon[];
  colours: MarkColours;
  isOpen: boolean;
  /** Pressed by other means than a pointer (a screen reader), where it is now. */
  pressed: (box: Box) => void;
}

/** Draws the pill at a box in the layer's coordinates; none where that is null. */
export function drawPill(
  shape: Shape,
  box: Box | null,
  { title, followed, icons, colours, isOpen, pressed }: PillState,
): void {
  const key = box === null ? '' : `${icons.join()} ${colours.line} ${followed}`;
  if (key !== shape.buttonKey) {
    shape.button?.remove();
    shape.button = null;
    shape.buttonKey = key;
  }
  if (box === null) return;
  if (shape.button === null) {
    const button = (shape.button = pill(icons, labelOf(title, icons, followed), colours));
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      if (event.isTrusted) pressed(button.getBoundingClientRect());
    });
    shape.node.append(button);
  }
  stylePill(shape.button, box, colours, isOpen);
}
