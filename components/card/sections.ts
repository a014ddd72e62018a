// The sections below a card's actions, in their order. A new one is one file and one line here; a section that has
// nothing to show is absent, not empty.
import type { ComponentType } from 'react';
import type { PaperView } from '../../lib/views/schema.ts';
import { CitedHere, isOverPage } from './cited-here.tsx';
import { Related } from './related/related.tsx';

export interface CardSection {
  id: string;
  shows: (view: PaperView) => boolean;
  Section: ComponentType;
}

export const sections: readonly CardSection[] = [
  { id: 'cited-here', shows: isOverPage, Section: CitedHere },
  {
    id: 'related',
    shows: ({ related, byAuthors }) => related.length + byAuthors.length > 0,
    Section: Related,
  },
];
