// What the parts of an author card share.
import { createContext, useContext } from 'react';
import type { PersonView } from '../../../lib/views/schema.ts';
import type { Ask } from '../card-data.ts';

export interface PersonSubject {
  view: PersonView;
  ask: Ask;
  /** The paper in whose byline the reader found the name. */
  paper: string | undefined;
  /** The reader follows this person now, or no longer. */
  onFollow: (followed: boolean) => void;
  onPaper: (id: string) => void;
  /** `paper`: a work that both have written. */
  onPerson: (id: string, name: string, paper?: string) => void;
}
const Subject = createContext<PersonSubject | null>(null);
export const PersonSubjectProvider = Subject.Provider;

export function usePerson(): PersonSubject {
  const subject = useContext(Subject);
  if (subject === null) throw new Error('A part of the author card was rendered outside an AuthorCard.');
  return subject;
}
