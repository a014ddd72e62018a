// The keyboard's place in a card is not lost when the part that has it goes away ("Undo" was pressed and is gone):
// it falls back to the dialog, where every key still works.
import { useEffect, type RefObject } from 'react';

export function useKeptFocus(dialog: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = dialog.current;
    if (box === null) return;
    let last: Node | null = null;
    const end = new AbortController();
    const { signal } = end;
    box.addEventListener('focusin', ({ target }) => (last = target instanceof Node ? target : null), { signal });
    box.addEventListener(
      'focusout',
      ({ relatedTarget }) => {
        // Gone elsewhere by the reader's own doing; a part that was removed, or a window in the back, tells nothing.
        if (relatedTarget !== null) last = null;
      },
      { signal },
    );
    const observer = new MutationObserver(() => {
      if (last === null || last.isConnected) return;
      last = null;
      const root = box.getRootNode();
      const active = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
      if (active === null || active === document.body) box.focus({ preventScroll: true });
    });
    observer.observe(box, { childList: true, subtree: true });
    signal.addEventListener('abort', () => observer.disconnect());
    return () => end.abort();
  }, [dialog]);
}
