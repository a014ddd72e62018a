// Keys of the reading list's page; none acts while something is typed. What each does is in `keys-help.tsx`.
import { useEffect, useRef } from 'react';

export interface KeyActions {
  /** By one row, or to the first or last. */
  step: (by: 1 | -1 | 'first' | 'last') => void;
  search: () => void;
  tick: (range: boolean) => void;
  tickAll: () => void;
  status: () => void;
  star: () => void;
  tag: () => void;
  cite: () => void;
  note: () => void;
  remove: () => void;
  undo: () => void;
  help: () => void;
  leave: () => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && target.type === 'checkbox');

const isInCard = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.b-stack') !== null;

export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const act = latest.current;
      const { key, target } = event;
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      if (key === 'Escape') return act.leave();
      if (isTyping(target)) return;
      const withControl = event.ctrlKey || event.metaKey;
      const does: Readonly<Record<string, () => void>> = withControl
        ? { a: act.tickAll, z: act.undo }
        : {
            ArrowDown: () => act.step(1),
            j: () => act.step(1),
            ArrowUp: () => act.step(-1),
            k: () => act.step(-1),
            Home: () => act.step('first'),
            End: () => act.step('last'),
            '/': act.search,
            x: () => act.tick(false),
            X: () => act.tick(true),
            s: act.status,
            e: act.star,
            t: act.tag,
            y: act.cite,
            n: act.note,
            Delete: act.remove,
            '#': act.remove,
            u: act.undo,
            '?': act.help,
          };
      const run = Object.hasOwn(does, key) ? does[key] : undefined;
      // The card beside the list has keys of its own.
      if (run === undefined || (isInCard(target) && !withControl)) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
