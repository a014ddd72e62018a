// The sections beside an author's works, in order. A new section is one file and one line here.
import type { ComponentType } from 'react';
import type { AuthorPage } from '../../../lib/views/explore/schema.ts';
import type { SideProps } from './author-page.tsx';
import { Collaborators } from './collaborators.tsx';
import { Reach } from './reach.tsx';
import { Together } from './together.tsx';
import { AuthorTopics } from './topics.tsx';
import { TrustExplained } from './trust.tsx';

export interface SideSection {
  id: string;
  shows: (page: AuthorPage) => boolean;
  Section: ComponentType<SideProps>;
}

export const sections: readonly SideSection[] = [
  { id: 'reach', shows: () => true, Section: Reach },
  { id: 'collaborators', shows: ({ people }) => people.length > 1, Section: Collaborators },
  { id: 'together', shows: ({ people, works }) => people.length > 2 && works.length > 1, Section: Together },
  { id: 'topics', shows: ({ works }) => works.some(({ topics }) => topics.length > 0), Section: AuthorTopics },
  { id: 'trust', shows: ({ sources }) => sources.length > 0, Section: TrustExplained },
];
