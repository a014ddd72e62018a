// Where a step by key led. The focus stays in the page, so a screen reader is told; Enter opens it, and any other key or a
// press of the pointer ends it.
import type { PageBridge } from '../bridge.ts';

/** Pressed on the way to another key. */
const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']);

export class StepTarget<T> {
  #at: T | null = null;
  readonly #said = document.createElement('div');
  readonly #root: PageBridge['host']['root'];
  readonly #changed: (at: T | null) => void;

  /** `changed`: it is to be shown where one is now; `open`: the reader pressed Enter there. */
  constructor({ host, signal }: PageBridge, changed: (at: T | null) => void, open: (at: T) => void) {
    this.#root = host.root;
    this.#changed = changed;
    this.#said.role = 'status';
    this.#said.style.cssText = 'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)';
    const end = (event: Event): void => {
      const at = this.#at;
      if (at === null || !event.isTrusted) return;
      const { key } = event as Partial<KeyboardEvent>;
      if (key !== undefined && modifiers.has(key)) return;
      this.set(null);
      if (key !== 'Enter' && key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (key === 'Enter') open(at);
    };
    for (const type of ['keydown', 'pointerdown']) addEventListener(type, end, { capture: true, signal });
  }

  get at(): T | null {
    return this.#at;
  }

  /** `words`: what a screen reader says of it. */
  set(at: T | null, words = ''): void {
    this.#at = at;
    if (this.#said.parentNode === null) this.#root.append(this.#said);
    this.#said.textContent = words;
    this.#changed(at);
  }
}
