// What the parts of a card share: the paper, who can be asked, and where a click on a name or a work leads.
import { createContext, useContext } from 'react';
import type { PaperView } from '../../lib/views/schema.ts';
import type { KeptStatus } from '../../lib/library/schema.ts';
import type { Ask } from './card-data.ts';
import type { Match } from './phrases.ts';

export interface PaperSubject {
  view: PaperView;
  match: Match | undefined;
  ask: Ask;
  onPaper: (id: string) => void;
  onPerson: (id: string, name: string) => void;
  onStatus: (status: KeptStatus | null) => void;
  /** Of the author at whose name the pointer rests; empty for none. */
  words: string;
  onWords: (words: string) => void;
}

const Subject = createContext<PaperSubject | null>(null);
export const PaperSubjectProvider = Subject.Provider;

export function usePaper(): PaperSubject {
  const subject = useContext(Subject);
  if (subject === null) throw new Error('A part of the paper card was rendered outside a PaperCard.');
  return subject;
}
