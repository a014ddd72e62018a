// What a walk over the page does not meet: text in open shadow roots, and documents in frames. Roots are read by the page
// script, as if their content were the page's; each frame of the page's own site gets a page script of its own.
import type { PageBridge } from './bridge.ts';
import { childrenOf, rootOf, shadowOf } from './dom.ts';

/** The time between a change and the look at it: what happens close together is one. */
const CHANGED_MS = 300;
/** Components are defined by scripts that may come late, and getting a root is no change that anybody is told of: how
 *  often, and in which distance, it is looked again without one. */
const MAXIMUM_LOOKS = 5;
const LOOK_AGAIN_MS = 1000;
/** The pause after a look, as a multiple of what it took: on a page that never rests it takes a twentieth of the time. */
const PAUSE_SHARE = 20;

/** Elements that never have a shadow root, by their tag: half of a page and more, passed over by the browser itself. */
const rootless =
  'a,abbr,b,br,button,code,dd,dt,em,figure,form,g,i,iframe,img,input,label,li,link,meta,ol,option,path,picture,' +
  'script,small,source,strong,style,sub,sup,svg,table,tbody,td,th,time,tr,ul,use';

export function followInside(bridge: PageBridge): void {
  const { reader, ask, meter, alive, signal } = bridge;
  const known = new WeakSet<ShadowRoot>();
  /** Roots that are new or whose content changed. */
  const changed = new Set<ShadowRoot>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Something changed since the last look began. */
  let stale = false;
  /** Nothing was looked at yet. */
  let isFirst = true;
  let looks = 0;
  let frames = 0;

  const later = (ms: number): void => {
    timer ??= setTimeout(() => void look(), ms);
  };
  const again = (): void => {
    stale = true;
    later(CHANGED_MS);
  };
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const root = rootOf(target);
      if (root instanceof ShadowRoot) changed.add(root);
    }
    again();
  });

  function* rootsIn(parent: ParentNode): Generator<null> {
    let seen = 0;
    for (const element of parent.querySelectorAll(`:not(${rootless})`)) {
      if (++seen % 500 === 0) yield null;
      const root = shadowOf(element);
      if (root === null) continue;
      if (!known.has(root)) {
        known.add(root);
        changed.add(root);
        observer.observe(root, { subtree: true, childList: true, characterData: true });
        // A scroll in a root is heard nowhere else.
        root.addEventListener('scroll', () => bridge.controller?.relayout(), { capture: true, passive: true, signal });
      }
      yield* rootsIn(root);
    }
  }

  async function look(): Promise<void> {
    if (!alive()) return;
    stale = false;
    const from = performance.now();
    await meter.inSlices(rootsIn(document), () => !signal.aborted);
    if (signal.aborted) return;
    if (changed.size > 0) {
      // Where the reader may be typing nothing is read.
      const roots = [...changed].filter((root) => root.isConnected && root.querySelector('[contenteditable]') === null);
      changed.clear();
      reader.read(roots.flatMap((root) => [...childrenOf(root)].filter((node) => node instanceof Element)));
      bridge.controller?.update();
    }
    const { length } = document.getElementsByTagName('iframe');
    if (length !== frames) {
      frames = length;
      // Refused where a frame left meanwhile; the next look tries again.
      ask('frames.inject', {}).catch(() => (frames = -1));
    }
    isFirst = false;
    const pause = PAUSE_SHARE * (performance.now() - from);
    timer = undefined;
    if (stale) later(Math.max(pause, CHANGED_MS));
    else if (++looks < MAXIMUM_LOOKS) later(LOOK_AGAIN_MS);
  }

  observer.observe(document, { subtree: true, childList: true });
  // A frame that was loaded has another document.
  document.addEventListener(
    'load',
    ({ target }) => {
      if (!(target instanceof HTMLIFrameElement)) return;
      frames = -1;
      again();
    },
    { capture: true, signal },
  );
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  const { idle } = bridge;
  bridge.idle = () => !isFirst && idle();
  later(0);
}
