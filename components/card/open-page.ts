// From a card to a page of its own: in a new tab, or, on such a page, in its place.
import { createContext, useContext, useState } from 'react';
import type { ExploreSubject } from '../../lib/views/explore/schema.ts';
import type { Ask } from './card-data.ts';
import { refusalOf } from './use-answer.ts';

/** What a page of ours that can walk to another one puts here; null: a new tab is opened. */
export const WalkTo = createContext<((subject: ExploreSubject) => void) | null>(null);

export interface OpenPage {
  open: (subject: ExploreSubject) => void;
  /** One sentence: why it did not open. */
  problem: string | null;
}

export function useOpenPage(ask: Ask): OpenPage {
  const walkTo = useContext(WalkTo);
  const [problem, setProblem] = useState<string | null>(null);
  const open = (subject: ExploreSubject): void => {
    if (walkTo !== null) {
      walkTo(subject);
      return;
    }
    ask('explore.open', { subject, tab: true }).then(
      () => setProblem(null),
      (error: unknown) => setProblem(refusalOf(error)),
    );
  };
  return { open, problem };
}
