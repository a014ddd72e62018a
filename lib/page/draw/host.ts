// The one element that Byline adds to a page: last in <html>, without a box, its content in a closed shadow root. It is
// the same on every page, whatever was found, and comes once, at a moment that depends on the site and the page's own
// loading alone: so a page learns from it that Byline is there, and nothing of its reader. All that is drawn goes into the
// root, where a page can't look.
import { create } from './create-element.ts';

/** After this many removals the host is not added again. */
const MAXIMUM_RETURNS = 5;
/**
 * Where the page's scripts may yet take over the whole document (React's `hydrateRoot(document)`, which before version 19
 * throws everything away if it finds an element that it did not expect): the pause after the page was loaded, for what
 * they begin then, and how long to wait for a page that goes on loading.
 */
const AFTER_LOAD_MS = 200;
const MAXIMUM_WAIT_MS = 2000;

export class Host {
  readonly #element = create('div');
  readonly root = this.#element.attachShadow({ mode: 'closed' });
  /** It was added to the page. */
  came = false;
  #returns = 0;

  constructor(signal: AbortSignal) {
    this.#element.style.setProperty('display', 'contents', 'important');
    signal.addEventListener('abort', () => this.#element.remove());
  }

  /**
   * Adds it to the page at its time, and calls `arrived` then.
   *
   * @param waits the page's scripts may yet take over the whole document
   */
  await(waits: boolean, arrived: () => void, signal: AbortSignal): void {
    const come = (): void => {
      // In a hidden tab it comes when the tab is first shown.
      if (waits || this.came || document.hidden || signal.aborted) return;
      this.came = true;
      this.#add();
      arrived();
    };
    const after = (ms: number): void => {
      setTimeout(() => {
        waits = false;
        come();
      }, ms);
    };
    document.addEventListener('visibilitychange', come, { signal });
    come();
    if (!waits) return;
    addEventListener('load', () => after(AFTER_LOAD_MS), { signal });
    after(document.readyState === 'complete' ? AFTER_LOAD_MS : MAXIMUM_WAIT_MS);
  }

  /** It is at its place: elsewhere in the page it could be seen through, cut off or moved. */
  get shown(): boolean {
    return this.#element.parentNode === document.documentElement;
  }

  /** The page's root is another one, or got or lost children: puts the host back where the page removed it, a few times. */
  keep(): void {
    if (this.came && !this.shown && this.#returns++ < MAXIMUM_RETURNS) this.#add();
  }

  #add(): void {
    document.documentElement.append(this.#element);
  }
}
