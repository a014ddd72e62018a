// All that Byline knows of one person. The same in the card over a page and in a pane of our own pages.
import { useId, useRef } from 'react';
import { CommandScope } from '../commands.tsx';
import { DecidedLine, DecisionsProvider, useDecisions } from './decisions.tsx';
import { Figures, Years } from './figures.tsx';
import { OpenAsPage } from './open-as-page.tsx';
import { PersonSubjectProvider, type PersonSubject } from './person.tsx';
import { Profile, Who } from './profile.tsx';
import { useWholeRows } from '../use-whole-rows.ts';
import { sections } from './sections.ts';

export interface AuthorCardProps extends PersonSubject {
  /** Asks the worker again, after the reader said whose a work is. */
  reread: () => Promise<void>;
  titleId?: string;
}

export function AuthorCard({ titleId, reread, ...given }: AuthorCardProps) {
  const decisions = useDecisions(given.view, { ...given, reread });
  const subject = { ...given, view: decisions.view };
  const id = useId();
  const middle = useRef<HTMLDivElement>(null);
  useWholeRows(middle);
  return (
    <PersonSubjectProvider value={subject}>
      <DecisionsProvider of={decisions} paper={given.paper}>
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
            <DecidedLine />
          </div>
        </CommandScope>
      </DecisionsProvider>
    </PersonSubjectProvider>
  );
}
