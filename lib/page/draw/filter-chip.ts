// The chip at the window's corner while a filter is on: how many rows are left, which filter, and the way out. Like a
// pill it is no target for the page's pointer events; by keyboard it is reached as any button.
import { create } from './create-element.ts';
import { t } from '../../i18n/i18n.ts';
import type { OverlayLayer } from '../bridge.ts';
import { has } from './geometry.ts';
import { onPress } from './press.ts';
import type { Filter } from '../../messages/page-protocol.ts';

const names = [
  ['code', 'filterCode'],
  ['followed', 'filterFollowed'],
  ['unread', 'filterUnread'],
] as const;

export class Chip {
  readonly #overlay: OverlayLayer;
  readonly #clear: () => void;
  #button: HTMLButtonElement | null = null;

  constructor(overlay: OverlayLayer, clear: () => void, signal: AbortSignal) {
    this.#overlay = overlay;
    this.#clear = clear;
    onPress((x, y) => this.isAt(x, y), clear, signal);
  }

  /** `seen` of `rows` rows are left. */
  show(seen: number, rows: number, filter: Filter): void {
    const { colours } = this.#overlay;
    const what = names.flatMap(([name, words]) => (filter[name] ? [t(words)] : [])).join(', ');
    const button = (this.#button ??= this.#make());
    const words = create('span');
    // Drawn and no text, as all that is about the reader: a page's `window.find` reads closed roots too.
    words.style.cssText = `display:list-item;list-style:${JSON.stringify(t('filterChip', seen, rows, what))} inside`;
    const cross = create('span');
    cross.style.cssText = 'display:list-item;list-style:"✕" inside';
    for (const part of [words, cross]) part.setAttribute('aria-hidden', 'true');
    button.replaceChildren(words, cross);
    button.setAttribute('aria-label', t('filterChipLabel', seen, rows, what));
    button.style.cssText =
      'all:initial;position:fixed;right:16px;bottom:16px;z-index:2147483646;appearance:none;box-sizing:border-box;display:flex;gap:10px;align-items:center;min-height:30px;padding:4px 12px;' +
      `margin:0;border:1px solid ${colours.line};border-radius:15px;background:${colours.paper};color:${colours.accent};` +
      'box-shadow:0 2px 12px rgb(30 25 15 / .18);font:600 12px/1.3 system-ui,sans-serif;pointer-events:none;outline:0';
    const focus = (on: boolean) => (): void => {
      button.style.outline = on ? `2px solid ${colours.accent}` : '0';
    };
    button.onfocus = focus(true);
    button.onblur = focus(false);
  }

  hide(): void {
    this.#button?.remove();
    this.#button = null;
  }

  /** Whether a point of the viewport is on it. */
  isAt(x: number, y: number): boolean {
    return this.#button !== null && has(this.#button.getBoundingClientRect(), x, y);
  }

  #make(): HTMLButtonElement {
    const button = create('button') as HTMLButtonElement;
    button.type = 'button';
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      if (event.isTrusted) this.#clear();
    });
    this.#overlay.frame.append(button);
    return button;
  }
}
