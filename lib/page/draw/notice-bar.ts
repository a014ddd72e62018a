// One line at the window's lower edge: what was saved, with the way back. It goes by itself, but not while the pointer or
// the focus is on it.
import { t } from '../../i18n/i18n.ts';
import { create } from './create-element.ts';
import { has } from './geometry.ts';
import type { MarkColours } from './mark-colours.ts';
import { onPress } from './press.ts';

/** Milliseconds that it is shown: time to read two lines and to reach the button. */
const SHOWN_MS = 8000;

export class NoticeBar {
  readonly #bar = create('div');
  readonly #words = create('span');
  readonly #button = create('button') as HTMLButtonElement;
  readonly #root: ShadowRoot;
  #undo: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: ShadowRoot, signal: AbortSignal) {
    this.#bar.role = 'status';
    this.#button.type = 'button';
    this.#button.addEventListener('click', (event) => {
      event.stopPropagation();
      if (event.isTrusted) this.#undo?.();
    });
    this.#button.addEventListener('blur', () => this.#wait());
    onPress(
      (x, y) => this.#bar.isConnected && this.#undo !== null && has(this.#button.getBoundingClientRect(), x, y),
      () => this.#undo?.(),
      signal,
    );
    addEventListener(
      'pointermove',
      ({ clientX: x, clientY: y }) => {
        if (this.#bar.isConnected && has(this.#bar.getBoundingClientRect(), x, y)) this.#wait();
      },
      { capture: true, passive: true, signal },
    );
    this.#root = root;
  }

  /** @param undo null where nothing can be taken back */
  show(text: string, undo: (() => void) | null, colours: MarkColours): void {
    this.#undo = undo;
    // Drawn and no text, as all that is about the reader: a page's `window.find` reads closed roots too.
    const drawn = (words: string): string => `display:list-item;list-style:${JSON.stringify(words)} inside`;
    this.#words.style.cssText = drawn(text);
    this.#bar.ariaLabel = text;
    this.#button.hidden = undo === null;
    this.#button.ariaLabel = t('hereUndo');
    const label = create('span');
    label.style.cssText = drawn(t('hereUndo'));
    this.#button.replaceChildren(label);
    this.#button.style.cssText =
      `all:unset;display:${undo === null ? 'none' : 'block'};padding:2px 10px;border-radius:12px;` +
      `border:1px solid ${colours.line};color:${colours.accent};font-weight:600`;
    this.#bar.style.cssText =
      'all:initial;position:fixed;left:50%;bottom:20px;transform:translateX(-50%);z-index:2147483646;pointer-events:none;' +
      'display:flex;gap:14px;align-items:center;box-sizing:border-box;max-width:min(620px,calc(100vw - 32px));padding:8px 16px;' +
      `border:1px solid ${colours.line};border-radius:10px;background:${colours.paper};color:${colours.accent};` +
      'box-shadow:0 2px 12px rgb(30 25 15 / .18);font:13px/1.4 system-ui,sans-serif';
    this.#bar.replaceChildren(this.#words, this.#button);
    this.#root.append(this.#bar);
    this.#wait();
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#bar.remove();
  }

  /** The time that it is shown begins again. */
  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#root.activeElement === this.#button) return;
      this.hide();
    }, SHOWN_MS);
  }
}
