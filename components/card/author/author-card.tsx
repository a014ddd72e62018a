// All that Byline knows of one person. The same in the card over a page and in a pane of our own pages.
import { useId, useRef } from 'react';
import { CommandScope } from '../commands.tsx';
import { Figures, Years } from './figures.tsx';
import { OpenAsPage } from './open-as-page.tsx';
import { PersonSubjectProvider, type PersonSubject } from './person.tsx';
import { Profile, Who } from './profile.tsx';
import { useWholeRows } from '../use-whole-rows.ts';
import { sections } from './sections.ts';

export interface AuthorCardProps extends PersonSubject {
  titleId?: string;
}

export function AuthorCard({ titleId, ...subject }: AuthorCardProps) {
  const id = useId();
  const middle = useRef<HTMLDivElement>(null);
  useWholeRows(middle);
  return (
    <PersonSubjectProvider value={subject}>
      <CommandScope className="b-pane">
        <header className="b-top">
          <Who titleId={titleId ?? `${id}-name`} />
        </header>
        <div className="b-middle" ref={middle}>
          <div className="b-about">
            <Profile />
            <Figures />
            <Years />
            <OpenAsPage />
          </div>
          {sections.map(({ id: name, shows, Section }) => shows(subject.view) && <Section key={name} />)}
        </div>
      </CommandScope>
    </PersonSubjectProvider>
  );
}
