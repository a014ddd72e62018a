// The one element that Byline adds to a page: last in <html>, of no size, its content in a closed shadow root. It
// exists only where something was found. Styles are set property by property: a strict policy of the page forbids
// style sheets and `style` attributes, but not that.

/** A page that takes the host out again and again is left in peace. */
const mostReturns = 5;

const hostStyle: readonly [string, string][] = [
  ['all', 'initial'],
  ['display', 'block'],
  ['position', 'absolute'],
  ['top', '0'],
  ['left', '0'],
  ['width', '0'],
  ['height', '0'],
  ['overflow', 'visible'],
  // What sticks out counts as ink: the page gets no longer and no wider by it.
  ['contain', 'layout style'],
  ['pointer-events', 'none'],
  ['z-index', '2147483646'],
];

export class Overlay {
  #host: HTMLElement | null = null;
  #root: ShadowRoot | null = null;
  #returns = 0;
  readonly #signal: AbortSignal;
  /** Called when the page's root gets or loses children. */
  readonly #noticed: () => void;

  constructor(signal: AbortSignal, noticed: () => void) {
    this.#signal = signal;
    this.#noticed = noticed;
  }

  get host(): HTMLElement | null {
    return this.#host;
  }

  /** Where marks go; made at the first call. */
  get root(): ShadowRoot {
    return (this.#root ??= this.#make());
  }

  #make(): ShadowRoot {
    const host = document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
    for (const [name, value] of hostStyle) host.style.setProperty(name, value, 'important');
    const root = host.attachShadow({ mode: 'closed' });
    this.#host = host;
    document.documentElement.append(host);
    const keeper = new MutationObserver(() => {
      this.#noticed();
      if (!this.#signal.aborted && !host.isConnected && this.#returns++ < mostReturns) document.documentElement.append(host);
    });
    keeper.observe(document.documentElement, { childList: true });
    const print = matchMedia('print');
    const showOnScreen = (): void =>
      host.style.setProperty('display', print.matches ? 'none' : 'block', 'important');
    print.addEventListener('change', showOnScreen, { signal: this.#signal });
    addEventListener('beforeprint', () => host.style.setProperty('display', 'none', 'important'), { signal: this.#signal });
    addEventListener('afterprint', showOnScreen, { signal: this.#signal });
    this.#signal.addEventListener('abort', () => {
      keeper.disconnect();
      host.remove();
    });
    return root;
  }
}
