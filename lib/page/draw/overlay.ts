// What is drawn over a page, in the closed root of the host. A host with a box would tell the page by its scroll size how
// far marks reach; so the box is the layer inside. Styles are set by script: a strict policy of the page forbids style
// sheets and `style` attributes, but not that.
import { create } from './create-element.ts';
import type { PageBridge } from '../bridge.ts';

/** Chrome before 128 and Firefox before 126 do not say. */
const zoomOf = (root: { readonly currentCSSZoom?: number }): number => root.currentCSSZoom ?? 1;
/** Zero-size; overflow is ink overflow and never extends the page. */
const layerStyle =
  'all:initial;position:absolute;top:0;left:0;width:0;height:0;overflow:visible;contain:size layout style;' +
  'pointer-events:none;z-index:2147483646';

export class Overlay {
  readonly host: PageBridge['host'];
  /** Around all that is drawn, without a box of its own. For what stays where it is in the window. */
  readonly frame = create('div');
  /** Where marks go. It moves with the page. */
  readonly layer = create('div');

  constructor(host: PageBridge['host'], signal: AbortSignal) {
    this.layer.style.cssText = layerStyle;
    this.frame.append(this.layer);
    this.host = host;
    host.root.append(this.frame);
    const print = matchMedia('print');
    const show = ({ type }: { type?: string }): void => {
      this.frame.style.display = print.matches || type === 'beforeprint' ? 'none' : 'contents';
    };
    show({});
    print.addEventListener('change', show, { signal });
    for (const type of ['beforeprint', 'afterprint']) addEventListener(type, show, { signal });
  }

  /** Above what the page put into the browser's top layer: a dialog, a popover. */
  raise(): void {
    // The browser refuses it outside of the page.
    if (!this.host.shown) return;
    this.layer.popover = 'manual';
    this.layer.hidePopover();
    this.layer.showPopover();
  }

  /** Boxes are measured in the viewport's pixels; a page that zooms its root by CSS would scale them once more. */
  unzoom(): void {
    const zoom = String(1 / zoomOf(document.documentElement));
    if (this.layer.style.getPropertyValue('zoom') !== zoom) this.layer.style.setProperty('zoom', zoom);
  }
}
