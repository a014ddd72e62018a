// From the browser's pointer and keys to `Intent`: which mark is under the pointer, and did the pointer really move.
// Marks are no targets of events, so that a page can't find them; their boxes are compared with the pointer's place.
import type { Settings } from '../../settings/schema.ts';
import { atLeast, has, type Box } from '../draw/geometry.ts';
import { around, elementAt, hides, isInBody } from '../draw/surroundings.ts';
import type { Intent } from './intent.ts';
import type { Mark } from '../draw/marks.ts';
import type { Painter } from '../draw/mark-painter.ts';

/** Minimum side of a pointer target, in pixels (WCAG 2.5.8). */
const MINIMUM_TARGET = 24;
/** Minimum distance that the pointer moves after a scroll before it counts as moved by the reader. */
const MINIMUM_MOVE = 3;

interface Hit {
  mark: Mark;
  pill: boolean;
}

const inAny = (boxes: readonly Box[], x: number, y: number): boolean => boxes.some((box) => has(box, x, y));

/**
 * The mark at a point: its line and its slot first, all of it, whatever is drawn there; then the space around them that
 * makes it easy to hit.
 */
export function hitAt(painter: Pick<Painter, 'painted'>, x: number, y: number): Hit | null {
  let near: Hit | null = null;
  const large = (box: Box): Box => atLeast(box, MINIMUM_TARGET);
  for (const [mark, { lines, slot }] of painter.painted()) {
    const slots = slot === null ? [] : [slot];
    if (inAny(slots, x, y)) return { mark, pill: true };
    if (inAny(lines, x, y)) near = { mark, pill: false };
    else {
      const pill = inAny(slots.map(large), x, y);
      if (pill || inAny(lines.map(large), x, y)) near ??= { mark, pill };
    }
  }
  return near;
}

export interface PointerPorts {
  painter: Painter;
  /** The mark is the page's own paper, which is being read here: its card opens by its pill alone. */
  isPagePaper: (mark: Mark) => boolean;
  intent: Intent<Mark>;
  settings: () => Settings;
  alive: () => boolean;
}

/** What acts on a click by its tag or attributes; what scripts act on mostly shows it by the cursor. No slot is on a button. */
const acting = 'a,label,summary,[onclick],[role]';

/** Whether something of the page would act on a click at a point. */
function wouldAct(x: number, y: number): boolean {
  const top = document.elementFromPoint(x, y);
  return top !== null && (around(top, acting) !== null || getComputedStyle(top).cursor === 'pointer');
}

export interface Pointer {
  /** A press that began on a slot is under way. */
  readonly pressing: boolean;
  /** A pill at a box was pressed by other means: its card opens, if it is painted, in view and nothing is over it. */
  press: (box: Box) => void;
}

export function followPointer(
  { painter, isPagePaper, intent, settings, alive }: PointerPorts,
  signal: AbortSignal,
): Pointer {
  let last: { x: number; y: number; screenX: number; screenY: number } | null = null;
  let scrolledAt: { x: number; y: number } | null = null;
  const options = { capture: true, passive: true, signal };

  const held = (event: PointerEvent | KeyboardEvent): boolean => {
    const { modifier } = settings();
    return modifier === 'alt' ? event.altKey : modifier === 'control' ? event.ctrlKey : event.shiftKey;
  };
  /** The mark under the pointer, if nothing of the page (a menu, our card) covers its text there. */
  const hit = (x: number, y: number): Hit | null => {
    const found = painter.filters?.covers(x, y) === true ? null : hitAt(painter, x, y);
    const text = found?.mark.stretches[0]?.node;
    if (found === null || text === undefined) return null;
    const top = elementAt(x, y, text);
    return top === null || !isInBody(top) || hides(top, text) ? null : found;
  };

  const intend = (found: Hit | null, isHeld: boolean): void => {
    const opens = found !== null && (found.pill || !isPagePaper(found.mark));
    intent.move(opens ? found.mark : null, { pill: opens && found.pill, held: isHeld });
  };

  addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch' || !alive()) return;
      const { clientX: x, clientY: y, screenX, screenY } = event;
      // The browser repeats the last place when the page moves under a pointer that rests.
      if (last !== null && last.screenX === screenX && last.screenY === screenY) return;
      last = { x, y, screenX, screenY };
      if (scrolledAt !== null && Math.hypot(x - scrolledAt.x, y - scrolledAt.y) < MINIMUM_MOVE) return;
      scrolledAt = null;
      const found = event.buttons === 0 ? hit(x, y) : null;
      painter.light(event.target instanceof Element ? event.target : null, found?.mark ?? null);
      intend(found, held(event));
    },
    options,
  );
  addEventListener(
    'scroll',
    () => {
      scrolledAt = last;
      intent.scrolled();
    },
    options,
  );
  addEventListener('pointerdown', () => intent.scrolled(), options);
  const out = (): void => {
    painter.light(null, null);
    intent.out();
  };
  document.documentElement.addEventListener('pointerleave', out, options);
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || last === null || settings().hover !== 'modifier' || !held(event) || event.repeat) return;
      const found = hit(last.x, last.y);
      if (found !== null) intend(found, true);
    },
    options,
  );

  // A press on a slot opens the card. The page hears it as any other, so that it can't tell where a slot is. Only where its
  // own element would act, it is ours from down to click.
  let pressed: Mark | null = null;
  let isOurs = false;
  const press = (event: MouseEvent): void => {
    if (!event.isTrusted || !alive()) return;
    if (event.type === 'pointerdown') {
      const found = event.button === 0 ? hit(event.clientX, event.clientY) : null;
      pressed = found?.pill === true ? found.mark : null;
      isOurs = pressed !== null && wouldAct(event.clientX, event.clientY);
    }
    if (pressed === null) return;
    if (isOurs) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (event.type !== 'click') return;
    const mark = pressed;
    pressed = null;
    const found = hit(event.clientX, event.clientY);
    if (found?.mark === mark && found.pill) intent.choose(mark, { focus: true });
  };
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const)
    addEventListener(type, press, { capture: true, signal });
  return {
    get pressing() {
      return pressed !== null;
    },
    press: ({ left, top, right, bottom }) => {
      const found = hit((left + right) / 2, (top + bottom) / 2);
      if (found !== null) intent.choose(found.mark, { focus: true });
    },
  };
}
