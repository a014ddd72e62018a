// What typesets formulas is loaded when a title with one is shown, not before. A page of ours loads it as a chunk; into
// the page under a card it is injected as a script, since a content script can import nothing later.
import { useEffect, useSyncExternalStore } from 'react';
import type { typeset } from '../../lib/text/maths.ts';

export type Typeset = typeof typeset;
type Load = () => Promise<{ typeset: Typeset }>;

let load: Load | null = null;
let loading = false;
let loaded: Typeset | null = null;
const listeners = new Set<() => void>();

/** Says how this surface loads it; called once, by the surface's entrypoint. */
export function loadTypesetterBy(way: Load): void {
  load = way;
}

/** Loads it unless it is there or on its way. Where that fails formulas stay TeX, and the next title tries again. */
export function wantTypesetter(): void {
  if (load === null || loading || loaded !== null) return;
  loading = true;
  load()
    .then((module) => {
      loaded = module.typeset;
      for (const listener of listeners) listener();
    })
    .catch(() => undefined)
    .finally(() => {
      loading = false;
    });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The typesetter once it is loaded, which this starts where it is `wanted`; null until then. */
export function useTypesetter(wanted: boolean): Typeset | null {
  useEffect(() => {
    if (wanted) wantTypesetter();
  }, [wanted]);
  return useSyncExternalStore(subscribe, () => loaded);
}
