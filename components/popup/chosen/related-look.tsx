// Works related to the paper, all of them, each with its reason.
import { useId, type JSX } from 'react';
import type { PaperView } from '../../../lib/views/schema.ts';
import { t } from '../../../lib/i18n/i18n.ts';
import { CommandScope } from '../../card/commands.tsx';
import { Related } from '../../card/related/related.tsx';
import { PaperSubjectProvider } from '../../card/subject.tsx';
import { useAnswer } from '../../card/use-answer.ts';
import { LoadError, Waiting } from '../../card/waiting.tsx';
import { papersSubject, type LookProps } from './look.ts';

const nothing = (): void => undefined;

export function RelatedLook({ paper, facts, onOpen }: LookProps): JSX.Element {
  const id = useId();
  const answer = useAnswer<PaperView>(() => facts.paper(paper), facts.knownPaper(paper));
  if (answer.state === 'refused') return <LoadError {...answer} titleId={id} />;
  if (answer.state === 'waiting') return <Waiting titleId={id} />;
  const view = answer.value;
  if (view.related.length + view.byAuthors.length === 0) return <p className="popup-state">{t('panelNoRelated')}</p>;
  return (
    <PaperSubjectProvider
      value={{
        view,
        match: undefined,
        ask: facts.ask,
        onPaper: (other) => onOpen(papersSubject(other)),
        onPerson: (person, name) => onOpen({ kind: 'person', id: person, name, paper }),
        onStatus: nothing,
        words: '',
        onWords: nothing,
      }}
    >
      <CommandScope className="b-pane">
        <div className="b-middle">
          <Related />
        </div>
      </CommandScope>
    </PaperSubjectProvider>
  );
}
