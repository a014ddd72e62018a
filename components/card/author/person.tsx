// What the parts of an author card share.
import { createContext, useContext } from 'react';
import type { PersonView } from '../../../lib/views/schema.ts';
import type { Ask } from '../card-data.ts';

export interface PersonSubject {
  view: PersonView;
  ask: Ask;
  /** On whose byline the name was met. */
  paper: string | undefined;
  onFollow: (followed: boolean) => void;
  onPaper: (id: string) => void;
  onPerson: (id: string, name: string, paper?: string) => void;
}
const Subject = createContext<PersonSubject | null>(null);
export const PersonSubjectProvider = Subject.Provider;

export function usePerson(): PersonSubject {
  const subject = useContext(Subject);
  if (subject === null) throw new Error('A part of the author card stands outside of an AuthorCard.');
  return subject;
}
