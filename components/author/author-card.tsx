// All that Byline knows of one person. The same in the card over a page and in a pane of our own pages.
import { useId } from 'react';
import type { PersonView } from '../../lib/catalog/views.ts';
import { CommandScope } from '../card/commands.tsx';
import { Figures, Years } from './figures.tsx';
import { PersonSubjectProvider } from './person.tsx';
import { Profile, Who } from './profile.tsx';
import { sections } from './sections.ts';

export interface AuthorCardProps {
  view: PersonView;
  onPaper: (id: string) => void;
  /** `paper`: a work that both have written. */
  onPerson: (id: string, name: string, paper?: string) => void;
  titleId?: string;
}

export function AuthorCard({ view, onPaper, onPerson, titleId }: AuthorCardProps) {
  const id = useId();
  return (
    <PersonSubjectProvider value={{ view, onPaper, onPerson }}>
      <CommandScope className="b-pane">
        <header className="b-top">
          <Who titleId={titleId ?? `${id}-name`} />
        </header>
        <div className="b-middle">
          <div className="b-about">
            <Profile />
            <Figures />
            <Years />
          </div>
          {sections.map(({ id: name, shows, Section }) => shows(view) && <Section key={name} />)}
        </div>
      </CommandScope>
    </PersonSubjectProvider>
  );
}
