// What moves or recolours a page without changing its nodes.
export interface LayoutEvents {
  scrolled: () => void;
  /** Something ended that may have moved things. */
  maybeMoved: () => void;
  moved: () => void;
  /** Another scheme of colours. */
  recoloured: () => void;
}

export function followLayout({ scrolled, maybeMoved, moved, recoloured }: LayoutEvents, signal: AbortSignal): void {
  let settle: ReturnType<typeof setTimeout> | undefined;
  const listen = (target: EventTarget, types: string, act: () => void): void => {
    for (const type of types.split(' ')) target.addEventListener(type, act, { capture: true, passive: true, signal });
  };
  listen(document, 'scroll', () => {
    scrolled();
    // What lies over a mark may have changed with the last step, after its frame.
    clearTimeout(settle);
    settle = setTimeout(scrolled, 120);
  });
  listen(document, 'load transitionend animationend toggle', maybeMoved);
  listen(globalThis.window, 'resize', moved);
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(query).addEventListener('change', recoloured, { signal });
  if (document.fonts?.status === 'loading') void document.fonts.ready.then(maybeMoved);
  signal.addEventListener('abort', () => clearTimeout(settle));
}
