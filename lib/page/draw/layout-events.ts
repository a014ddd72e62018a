// What moves or recolours a page without changing its nodes.
export interface LayoutEvents {
  /** The page, or a box in it, was scrolled. Called often. */
  scrolled: (target: EventTarget | null) => void;
  /** Nothing has been scrolled for a moment. */
  scrollEnded: () => void;
  /** Something ended that may have moved things. */
  maybeMoved: () => void;
  moved: () => void;
  /** Another colour scheme. */
  recoloured: () => void;
}

/** Without a scroll for this long, scrolling has ended. */
const SCROLL_END_MS = 120;

export function followLayout(on: LayoutEvents, signal: AbortSignal): void {
  let ending: ReturnType<typeof setTimeout> | undefined;
  const listen = (target: EventTarget, types: string, act: (event: Event) => void): void => {
    for (const type of types.split(' ')) target.addEventListener(type, act, { capture: true, passive: true, signal });
  };
  listen(document, 'scroll', ({ target }) => {
    on.scrolled(target);
    clearTimeout(ending);
    ending = setTimeout(on.scrollEnded, SCROLL_END_MS);
  });
  listen(document, 'load transitionend animationend toggle', on.maybeMoved);
  listen(globalThis.window, 'resize', on.moved);
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(query).addEventListener('change', on.recoloured, { signal });
  if (document.fonts?.status === 'loading') void document.fonts.ready.then(on.maybeMoved);
  signal.addEventListener('abort', () => clearTimeout(ending));
}
