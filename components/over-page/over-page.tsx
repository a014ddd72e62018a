// The card over a page: when it comes and goes, where it is, whose focus it has. What is in it is the
// components' business; what a mark is, the page script's.
//
//   mark hovered 150 ms  -> prefetch          pointer left mark and card for 300 ms -> hide
//   mark hovered longer  -> show              any click inside, or focus            -> pinned
//   pill clicked, or key -> show, pinned      Escape, click outside                 -> hide
import { CardStack } from '../card/card-stack.tsx';
import type { PressKey } from '../card/commands.tsx';
import { Facts } from '../card/card-data.ts';
import { CardSight } from './card-sight.ts';
import { textAround } from './nearby-text.ts';
import { around, distance, inside, outside, place, type Place } from './placement.ts';
import type { Box } from '../../lib/page/draw/geometry.ts';
import type { CardPort, CardRequest, CardSubject, PagePort } from '../../lib/page/act/card-port.ts';
import { ask } from '../../lib/messages/client.ts';
import { guard } from './click-guard.ts';
import { ShadowHost } from './shadow-host.ts';
import { t } from '../../lib/i18n/i18n.ts';

/** Milliseconds between leaving and going; WCAG 1.4.13 wants a card that can be reached with the pointer. */
const LEAVE_AFTER = 300;
/** How often a card comes back above what the page puts on top of it, before it gives up and goes. */
const MAX_RAISES = 5;
/** A card with less height than this, in pixels, is scrolled as a whole: head and foot do not stay. */
const LOW = 300;

interface Open {
  request: CardRequest;
  pinned: boolean;
  place: Place | undefined;
  /** Text near the mark when the card came. */
  text: readonly Box[];
  /** What had the focus before the card. */
  before: Element | null;
  hadFocus: boolean;
  raises: number;
  /** Ends everything that runs only while the card is open. */
  end: AbortController;
}

/** Chrome before 128 and Firefox before 126 do not say. */
const zoomOf = (root: { readonly currentCSSZoom?: number }): number => root.currentCSSZoom ?? 1;

const sameSubject = (a: CardSubject, b: CardSubject): boolean => {
  if (a.kind === 'person') return b.kind === 'person' && a.id === b.id;
  return b.kind === 'papers' && a.ids.join() === b.ids.join();
};

export class OverPage implements CardPort {
  readonly #page: PagePort;
  readonly #facts = new Facts(ask);
  readonly #host = new ShadowHost();
  #open: Open | null = null;
  #pointerIn = false;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  /** From the pointer to the card, while the pointer is on neither mark nor card. */
  #distance = Infinity;
  readonly #sight = new CardSight(this.#host.frame);
  #pressKey: PressKey = () => false;
  #cards = 0;

  constructor(page: PagePort) {
    this.#page = page;
    const { frame } = this.#host;
    const { signal } = page;
    guard(
      frame,
      () => this.#sight.now(),
      () => this.#refuse(),
      signal,
    );
    frame.addEventListener('pointerenter', () => this.#enter(), { signal });
    frame.addEventListener('pointerleave', () => this.#exit(), { signal });
    frame.addEventListener('pointerdown', () => this.#pin(), { signal });
    frame.addEventListener('focusin', () => this.#pin({ focus: true }), { signal });
    signal.addEventListener('abort', () => this.#destroy(), { once: true });
  }

  prefetch = (subject: CardSubject): void => {
    const [only] = subject.kind === 'papers' && subject.ids.length === 1 ? subject.ids : [];
    const asked =
      subject.kind === 'person'
        ? this.#facts.person(subject.id, subject.paper)
        : only === undefined
          ? null
          : this.#facts.paper(only);
    // A refusal is shown by the card, if it comes to one.
    asked?.catch(() => undefined);
  };

  show = (request: CardRequest): void => {
    if (this.#page.signal.aborted) return;
    this.stay();
    const open = this.#open;
    if (open !== null) {
      const wanted = request.pinned || request.focus;
      // A pointer passing over other marks does not take away what the reader has pinned.
      if (open.pinned && !wanted) return;
      if (this.#host.shown && sameSubject(open.request.subject, request.subject)) {
        open.request = request;
        open.pinned ||= wanted;
        if (request.focus) this.#focus();
        return;
      }
      open.end.abort();
    }
    this.#start(request, open?.before);
  };

  leave = (): void => {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => {
      this.#leaving = undefined;
      const open = this.#open;
      if (open !== null && !open.pinned && !this.#pointerIn) this.hide();
    }, LEAVE_AFTER);
  };

  stay = (): void => {
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
    this.#distance = Infinity;
  };

  hide = (): void => {
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    this.#pointerIn = false;
    this.stay();
    open.end.abort();
    const active = document.activeElement;
    const ours = this.#host.focused || (open.hadFocus && (active === null || active === document.body));
    this.#host.hide();
    // Back where the reader was, and only if the focus was ours to give back.
    if (ours && open.before instanceof HTMLElement && open.before.isConnected)
      open.before.focus({ preventScroll: true });
    this.#page.closed();
  };

  current = (): CardSubject | null => this.#open?.request.subject ?? null;

  statusChanged: CardPort['statusChanged'] = (paper, status) => this.#facts.statusChanged(paper, status);

  #start(request: CardRequest, before: Element | null | undefined): void {
    const open: Open = {
      request,
      pinned: request.pinned || request.focus,
      place: undefined,
      text: textAround(request.anchor()),
      before: before === undefined ? document.activeElement : before,
      hadFocus: false,
      raises: 0,
      end: new AbortController(),
    };
    this.#open = open;
    this.#pointerIn = false;
    this.#sight.settled();
    if (!this.#place(open)) return;
    this.#watch(open);
    this.#cards += 1;
    this.#host.render(
      <CardStack
        key={this.#cards}
        subject={request.subject}
        facts={this.#facts}
        focus={request.focus}
        onClose={this.hide}
        onKeys={(press) => {
          this.#pressKey = press;
        }}
      />,
    );
    this.#sight.look();
  }

  /** Says that a click or key did nothing, and that the next one will: what covers the card is brought under it. */
  #refuse(): void {
    if (this.#sight.covered) {
      this.#host.raise();
      this.#sight.settled();
    }
    this.#host.say(t('cardClickAgain'));
  }

  /** Everything that a closed card does without. */
  #watch(open: Open): void {
    const { signal } = open.end;
    this.#sight.watch(signal);
    let frame = 0;
    const follow = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => this.#open === open && this.#place(open));
    };
    window.addEventListener('scroll', follow, { capture: true, passive: true, signal });
    window.addEventListener('resize', follow, { passive: true, signal });
    window.visualViewport?.addEventListener('resize', follow, { passive: true, signal });
    signal.addEventListener('abort', () => cancelAnimationFrame(frame));

    // A card beside its row may be far: as long as the pointer comes nearer, it is on its way.
    document.addEventListener(
      'pointermove',
      (event) => {
        if (!event.isTrusted) return;
        this.#sight.follow(event);
        if (this.#leaving === undefined) return;
        const before = this.#distance;
        this.#distance = distance(event, this.#host.frame.getBoundingClientRect());
        if (this.#distance < before) this.leave();
      },
      { capture: true, passive: true, signal },
    );
    document.addEventListener(
      'pointerdown',
      (event) => {
        if (event.isTrusted && !this.#host.holds(event) && !this.#page.pressing()) this.hide();
      },
      { capture: true, passive: true, signal },
    );
    // The pointer is in the card: keys are for it, unless the page's focus is where keys write. The page hears nothing.
    window.addEventListener(
      'keydown',
      (event) => {
        const mayPress = event.isTrusted && this.#pointerIn && !this.#host.holds(event) && event.key !== 'Escape';
        if (!mayPress || !isPlain(event.target)) return;
        if (!this.#sight.pointerCounts || !this.#pressKey(event)) return;
        event.stopImmediatePropagation();
        this.#host.say('');
      },
      { capture: true, signal },
    );
    document.addEventListener(
      'keydown',
      (event) => {
        // With the focus inside, the card's own parts come first (a list of keys closes before the card does).
        if (event.key !== 'Escape' || !event.isTrusted || event.isComposing || this.#host.holds(event)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        this.hide();
      },
      { capture: true, signal },
    );
    // A page may open a popover of its own above the card, seen through or not: back on top, a few times.
    const raise = (event: Event): void => {
      // Foldings (`details`) toggle too, and cover nothing.
      const onTop = event.target instanceof Element && event.target.matches(':popover-open, :modal');
      if (event.type === 'toggle' && !onTop) return;
      open.raises += 1;
      if (open.raises > MAX_RAISES) this.hide();
      else {
        this.#host.raise();
        this.#sight.settled();
      }
    };
    document.addEventListener('toggle', raise, { capture: true, signal });
    document.addEventListener('fullscreenchange', raise, { capture: true, signal });
    window.addEventListener('pagehide', () => this.hide(), { signal });
  }

  /** Puts the card at its mark. A card whose mark is gone goes too, unless it is pinned. Says whether it is there. */
  #place(open: Open): boolean {
    const mark = around(open.request.anchor());
    const root = document.documentElement;
    const view = { width: Math.min(root.clientWidth || innerWidth, innerWidth), height: innerHeight };
    if (mark === null || outside(mark, view)) {
      if (!open.pinned) {
        this.hide();
        return false;
      }
      if (mark === null && open.place !== undefined) return true;
    }
    const at = place(inside(mark ?? { left: 0, top: 0, right: 0, bottom: 0 }, view), view, {
      ...(open.place === undefined ? {} : { keep: open.place }),
      rtl: this.#host.frame.dir === 'rtl',
      text: open.text,
    });
    open.place = at;
    const { style } = this.#host.frame;
    const edge = at.edge.from === 'top' ? at.edge.at : view.height - at.edge.at;
    // Marks are measured in the viewport's pixels; a page that zooms its root by CSS would scale ours once more.
    style.setProperty('zoom', String(1 / zoomOf(root)));
    style.left = `${at.left}px`;
    style.top = at.edge.from === 'top' ? `${edge}px` : 'auto';
    style.bottom = at.edge.from === 'bottom' ? `${edge}px` : 'auto';
    style.width = `${at.width}px`;
    style.maxHeight = `${at.maxHeight}px`;
    this.#host.frame.classList.toggle('b-low', at.maxHeight < LOW);
    this.#sight.placed({ left: at.left, from: at.edge.from, edge });
    return true;
  }

  #enter(): void {
    this.#pointerIn = true;
    this.stay();
  }

  #exit(): void {
    this.#pointerIn = false;
    if (this.#open?.pinned === false) this.leave();
  }

  #pin({ focus = false } = {}): void {
    if (this.#open === null) return;
    this.#open.pinned = true;
    this.#open.hadFocus ||= focus;
  }

  #focus(): void {
    const dialog = this.#host.frame.querySelector('.b-dialog');
    if (dialog instanceof HTMLElement && !this.#host.focused) dialog.focus({ preventScroll: true });
  }

  #destroy(): void {
    this.hide();
    this.#host.destroy();
  }
}

/** Where no key writes: a link or button has the focus, or nothing has. */
const isPlain = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('html, body, a, button, summary') && !target.isContentEditable;
