// What the parts of a page share: whose it is, and where a press on a name, a work or a topic leads.
import { createContext, useContext } from 'react';
import type { ExplorePerson, ExploreSubject } from '../../lib/views/explore/schema.ts';

export interface Leads {
  /** Of this page; what is chosen on it is remembered under it. */
  key: string;
  walkTo: (subject: ExploreSubject) => void;
  /** Opens the card of a paper beside the page. */
  openPaper: (id: string) => void;
}
const Here = createContext<Leads | null>(null);
export const LeadsProvider = Here.Provider;

export function useLeads(): Leads {
  const leads = useContext(Here);
  if (leads === null) throw new Error('A part of a page was rendered outside of one.');
  return leads;
}

/** The page of somebody who wrote one of the works. */
export const subjectOf = ({ id, paper }: ExplorePerson): ExploreSubject => ({
  kind: 'person',
  id,
  ...(paper === undefined ? {} : { paper }),
});
