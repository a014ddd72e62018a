// Whether the catalog is there. At the first start it is being filled while the popup may already be open.
import { useEffect, useState } from 'react';
import { ask } from '../../lib/messages/client.ts';
import type { Answer } from '../../lib/messages/contract.ts';

export interface CatalogState extends Pick<Answer<'stored.summary'>['catalog'], 'ready' | 'problem'> {
  /** Papers of all packs together. */
  papers: number;
}

/** Milliseconds between two looks while the catalog is not ready. */
const PAUSE = 700;

/** Null until the first answer; asks again until the catalog is ready or says what is wrong. */
export function useCatalog(): CatalogState | null {
  const [state, setState] = useState<CatalogState | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const look = async (): Promise<void> => {
      const summary = await ask('stored.summary', {}).catch(() => null);
      if (ended) return;
      if (summary !== null)
        setState({ ...summary.catalog, papers: summary.packs.reduce((sum, pack) => sum + pack.papers, 0) });
      if (summary?.catalog.ready !== true) timer = setTimeout(() => void look(), PAUSE);
    };
    void look();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, []);
  return state;
}
