// The one element that Byline adds to a page: last in <html>, without a box, its content in a closed shadow root. It
// exists only where something was found. A host with a box would tell the page by its scroll size how far marks reach;
// so the box is the layer inside. Styles are set by script: a strict policy of the page forbids style sheets and
// `style` attributes, but not that.
import { create } from './create-element.ts';

/** After this many removals the host is not added again. */
const MAXIMUM_RETURNS = 5;

/** Chrome before 128 and Firefox before 126 do not say. */
const zoomOf = (root: { readonly currentCSSZoom?: number }): number => root.currentCSSZoom ?? 1;
/** Zero-size; overflow is ink overflow and never extends the page. */
const layerStyle =
  'all:initial;position:absolute;top:0;left:0;width:0;height:0;overflow:visible;contain:size layout style;' +
  'pointer-events:none;z-index:2147483646';

/** Elsewhere in the page it could be seen through, cut off or moved. */
const isHome = (host: HTMLElement): boolean => host.isConnected && host.parentNode === document.documentElement;

export class Overlay {
  #host: HTMLElement | null = null;
  #layer: HTMLElement | null = null;
  #returns = 0;
  readonly #signal: AbortSignal;
  /** Called when the page's root gets or loses children. */
  readonly #noticed: () => void;

  constructor(signal: AbortSignal, noticed: () => void) {
    this.#signal = signal;
    this.#noticed = noticed;
  }

  /** It was made, and the page has not removed it for good. */
  get shown(): boolean {
    return this.#host !== null && isHome(this.#host);
  }

  /** Where marks go; made at the first call. */
  get layer(): HTMLElement {
    return (this.#layer ??= this.#make());
  }

  /** For what stays where it is in the window; the layer, which moves with the page, can't hold it. */
  get root(): ShadowRoot {
    return this.layer.getRootNode() as ShadowRoot;
  }

  /** Boxes are measured in the viewport's pixels; a page that zooms its root by CSS would scale them once more. */
  unzoom(): void {
    const zoom = String(1 / zoomOf(document.documentElement));
    if (this.layer.style.getPropertyValue('zoom') !== zoom) this.layer.style.setProperty('zoom', zoom);
  }

  #make(): HTMLElement {
    const host = create('div');
    host.style.setProperty('display', 'contents', 'important');
    const layer = create('div');
    layer.style.cssText = layerStyle;
    host.attachShadow({ mode: 'closed' }).append(layer);
    this.#host = host;
    document.documentElement.append(host);
    this.#keep(host);
    const print = matchMedia('print');
    const show = (on: boolean): void => host.style.setProperty('display', on ? 'contents' : 'none', 'important');
    const signal = this.#signal;
    print.addEventListener('change', () => show(!print.matches), { signal });
    addEventListener('beforeprint', () => show(false), { signal });
    addEventListener('afterprint', () => show(!print.matches), { signal });
    return layer;
  }

  /** Puts the host back where the page removed it, and after a new root (`document.open`), a few times. */
  #keep(host: HTMLElement): void {
    const keeper = new MutationObserver(() => {
      this.#noticed();
      const root: Element | null = document.documentElement;
      if (this.#signal.aborted || root === null) return;
      keeper.observe(root, { childList: true });
      if (!isHome(host) && this.#returns++ < MAXIMUM_RETURNS) root.append(host);
    });
    keeper.observe(document, { childList: true });
    keeper.observe(document.documentElement, { childList: true });
    this.#signal.addEventListener('abort', () => {
      keeper.disconnect();
      host.remove();
    });
  }
}
