// The card's element in the page: a host without size, last child of <html> or of the modal dialog that is open, with a
// closed root. The card in it is a popover, which puts it into the browser's top layer: above every z-index, and out of reach of the page's
// opacity, clipping and transforms. The host itself never changes, so that a page that watches it learns nothing
// from its attributes or size; popover events don't leave a closed root.
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { direction, language } from '../../lib/i18n/i18n.ts';
import sheet from '../card/all.css?inline';
import frameSheet from './frame.css?inline';

/** How long a sentence over the card stays, in milliseconds. */
const SAID_MS = 2500;
const html = 'http://www.w3.org/1999/xhtml';
const div = (): HTMLDivElement => document.createElementNS(html, 'div') as HTMLDivElement;

export class ShadowHost {
  /** The card's box: takes place and size from outside. */
  readonly frame: HTMLDivElement = div();
  readonly #host = div();
  readonly #root: ShadowRoot = this.#host.attachShadow({ mode: 'closed' });
  readonly #react: Root;
  /** Says that a click or key did nothing; there from the start, so that a screen reader hears what changes in it. */
  readonly #refused = div();
  #saying: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    wear(this.#root, sheet + frameSheet);
    // Inline and important beats whatever a page says of `div` or of `*`.
    this.#host.style.setProperty('all', 'initial', 'important');
    this.#host.style.setProperty('position', 'fixed', 'important');
    this.frame.className = 'byline frame';
    this.frame.lang = language();
    this.frame.dir = direction();
    this.frame.popover = 'manual';
    const mount = div();
    mount.className = 'mount';
    this.#refused.className = 'refused';
    this.#refused.role = 'status';
    this.frame.append(mount, this.#refused);
    // What acts comes this far, what is refused does not.
    for (const type of ['click', 'keydown']) this.frame.addEventListener(type, () => this.say(''));
    this.#root.append(this.frame);
    this.#react = createRoot(mount);
  }

  get shown(): boolean {
    return this.frame.isConnected && this.frame.matches(':popover-open');
  }

  /** The page's focus is in the card. */
  get focused(): boolean {
    return document.activeElement === this.#host;
  }

  /** The event came from within the card, as the page sees it. */
  holds(event: Event): boolean {
    return event.target === this.#host;
  }

  /** Puts the card above everything that is there now, and draws it before this returns. */
  render(content: ReactNode): void {
    const home = openDialog() ?? document.documentElement;
    if (home.lastChild !== this.#host) home.append(this.#host);
    if (!this.shown) this.frame.showPopover();
    flushSync(() => this.#react.render(content));
  }

  /** Above what the page has put on top in the meantime. */
  raise(): void {
    if (!this.shown) return;
    const focused = this.#root.activeElement;
    this.frame.hidePopover();
    this.frame.showPopover();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  /** Shows a sentence over the card's lower edge for a moment; "" takes it away. */
  say(sentence: string): void {
    clearTimeout(this.#saying);
    this.#refused.textContent = sentence;
    if (sentence !== '') this.#saying = setTimeout(() => this.say(''), SAID_MS);
  }

  hide(): void {
    this.say('');
    if (this.shown) this.frame.hidePopover();
    flushSync(() => this.#react.render(null));
  }

  destroy(): void {
    this.#react.unmount();
    this.#host.remove();
  }
}

/** The page's modal dialog that is open, of several the innermost: all outside of it is out of reach. */
const openDialog = (): Element | undefined => [...document.querySelectorAll('dialog:modal')].at(-1);

/** A sheet that the page's CSP has no say in; where a script of ours may not set one, an element does the same. */
function wear(root: ShadowRoot, css: string): void {
  try {
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    root.adoptedStyleSheets = [made];
    if (root.adoptedStyleSheets.length === 1) return;
  } catch {
    // Firefox refuses the list through its wrapper around page objects; a style element of an extension passes its CSP.
  }
  const style = document.createElementNS(html, 'style');
  style.textContent = css;
  root.append(style);
}
