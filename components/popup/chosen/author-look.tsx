// The profile of one of the paper's authors: of whom the reader follows, else of whom packs say most, until another is chosen.
import { useId, useState, type JSX } from 'react';
import type { PaperView } from '../../../lib/views/schema.ts';
import { count, t } from '../../../lib/i18n/i18n.ts';
import { CardStack } from '../../card/card-stack.tsx';
import { useAnswer } from '../../card/use-answer.ts';
import { LoadError, Waiting } from '../../card/waiting.tsx';
import type { LookProps } from './look.ts';

/** Names offered at first. */
const MAX_NAMES = 12;

type Authors = PaperView['authors'];

/** Whose profile is worth most. */
const firstOf = (authors: Authors): Authors[number] | undefined =>
  authors.find(({ followed }) => followed?.sure === true) ?? authors.find(({ known }) => known) ?? authors[0];

export function AuthorLook({ paper, facts }: LookProps): JSX.Element {
  const id = useId();
  const answer = useAnswer<PaperView>(() => facts.paper(paper), facts.knownPaper(paper));
  const [chosen, setChosen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  if (answer.state === 'refused') return <LoadError {...answer} titleId={id} />;
  if (answer.state === 'waiting') return <Waiting titleId={id} />;
  const { authors } = answer.value;
  const author = authors.find(({ person }) => person === chosen) ?? firstOf(authors);
  if (author === undefined) return <p className="popup-state">{t('panelNoAuthors')}</p>;
  const shown = authors.filter((one, at) => all || at < MAX_NAMES || one === author);
  return (
    <>
      <p className="panel-names" role="group" aria-label={t('panelAuthors')}>
        {shown.map(({ person, name }) => (
          <button
            key={person}
            type="button"
            className="plain"
            aria-pressed={person === author.person}
            onClick={() => setChosen(person)}
          >
            <bdi>{name}</bdi>
          </button>
        ))}
        {shown.length < authors.length && (
          <button type="button" className="plain" onClick={() => setAll(true)}>
            {count('authorMoreCollaborators', authors.length - shown.length)}
          </button>
        )}
      </p>
      <CardStack
        key={author.person}
        subject={{ kind: 'person', id: author.person, name: author.name, paper }}
        facts={facts}
      />
    </>
  );
}
