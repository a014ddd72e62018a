// All that Byline knows of one person. The same in the card over a page and in a pane of our own pages.
import { useId } from 'react';
import type { PersonView } from '../../../lib/views/schema.ts';
import { CommandScope } from '../commands.tsx';
import type { Ask } from '../card-data.ts';
import { Figures, Years } from './figures.tsx';
import { PersonSubjectProvider } from './person.tsx';
import { Profile, Who } from './profile.tsx';
import { sections } from './sections.ts';

export interface AuthorCardProps {
  view: PersonView;
  ask: Ask;
  /** On whose byline the name was met. */
  paper: string | undefined;
  /** The reader follows this person now, or no more. */
  onFollow: (followed: boolean) => void;
  onPaper: (id: string) => void;
  /** `paper`: a work that both have written. */
  onPerson: (id: string, name: string, paper?: string) => void;
  titleId?: string;
}

export function AuthorCard({ titleId, ...subject }: AuthorCardProps) {
  const id = useId();
  return (
    <PersonSubjectProvider value={subject}>
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
          {sections.map(({ id: name, shows, Section }) => shows(subject.view) && <Section key={name} />)}
        </div>
      </CommandScope>
    </PersonSubjectProvider>
  );
}
