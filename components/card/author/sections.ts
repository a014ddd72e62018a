// The sections of an author card below the profile, in their order. A new one is one file and one line here.
import type { ComponentType } from 'react';
import type { PersonView } from '../../../lib/views/schema.ts';
import { Collaborators } from './collaborators.tsx';
import { WhatSourcesSay } from './sources.tsx';
import { Topics } from './topics.tsx';
import { UnderName, Works } from './works.tsx';

export interface AuthorSection {
  id: string;
  shows: (view: PersonView) => boolean;
  Section: ComponentType;
}

export const sections: readonly AuthorSection[] = [
  { id: 'works', shows: (view) => view.works.length > 0, Section: Works },
  { id: 'under-name', shows: (view) => view.underName.total > 0, Section: UnderName },
  { id: 'collaborators', shows: (view) => view.collaborators.length > 0, Section: Collaborators },
  { id: 'topics', shows: (view) => view.topics.length > 0, Section: Topics },
  { id: 'sources', shows: (view) => view.sources.length > 0, Section: WhatSourcesSay },
];
