// One level of the stack: a paper, several of one title or citation, or a person, from the question to the card.
import { useEffect, useState } from 'react';
import type { CardSubject } from '../../lib/page/act/card-port.ts';
import { count } from '../../lib/i18n/i18n.ts';
import type { PaperView, PersonView } from '../../lib/views/schema.ts';
import { AuthorCard } from './author/author-card.tsx';
import { Choice } from './choice.tsx';
import { withFollow, withStatus, type Facts } from './card-data.ts';
import { PaperCard } from './paper-card.tsx';
import type { Match } from './phrases.ts';
import { useAnswer } from './use-answer.ts';
import { LoadError, Waiting } from './waiting.tsx';

interface LevelProps {
  subject: CardSubject;
  facts: Facts;
  titleId: string;
  onWalk: (subject: CardSubject) => void;
  /** What the way back to this level is called. */
  onName: (name: string) => void;
}

/** A paper opened from our own card needs no word on how it was matched. */
const paperSubject = (id: string): CardSubject => ({ kind: 'papers', ids: [id], via: '', confidence: 1 });

export function Level(props: LevelProps) {
  const { subject } = props;
  if (subject.kind === 'person')
    return <PersonLevel {...props} id={subject.id} name={subject.name} paper={subject.paper} />;
  const [only] = subject.ids;
  return subject.ids.length === 1 && only !== undefined ? (
    <PaperLevel {...props} id={only} match={subject} />
  ) : (
    <ChoiceLevel {...props} ids={subject.ids} match={subject} />
  );
}

function PaperLevel({ facts, titleId, onWalk, onName, id, match }: LevelProps & { id: string; match: Match }) {
  const answer = useAnswer<PaperView>(() => facts.paper(id), facts.knownPaper(id));
  /** Undefined: as it was read. */
  const [status, setStatus] = useState<PaperView['status'] | undefined>();
  useEffect(
    () =>
      facts.onStatus((paper, now) => {
        if (paper === id) setStatus(now);
      }),
    [facts, id],
  );
  const [follows, setFollows] = useState<ReadonlyMap<string, boolean>>(new Map());
  useEffect(
    () => facts.onFollow((person, followed) => setFollows((before) => new Map(before).set(person, followed))),
    [facts],
  );
  const read = answer.state === 'answered' ? answer.value : null;
  const known = read === null || status === undefined ? read : withStatus(read, status);
  const view =
    known === null
      ? null
      : [...follows].reduce((before, [person, followed]) => withFollow(before, person, followed), known);
  const title = view?.title;
  useEffect(() => {
    if (title !== undefined) onName(title);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the callback is new at every render and means the same
  }, [title]);
  if (answer.state === 'refused') return <LoadError {...answer} titleId={titleId} />;
  if (view === null) return <Waiting titleId={titleId} />;
  return (
    <PaperCard
      view={view}
      match={match}
      titleId={titleId}
      ask={facts.ask}
      onPaper={(paper) => onWalk(paperSubject(paper))}
      onPerson={(person, name) => onWalk({ kind: 'person', id: person, name, paper: id })}
      onStatus={(status) => facts.statusChanged(id, status)}
    />
  );
}

type PersonLevelProps = LevelProps & { id: string; name: string; paper: string | undefined };

function PersonLevel({ facts, titleId, onWalk, onName, id, name, paper }: PersonLevelProps) {
  const answer = useAnswer(() => facts.person(id, paper), facts.knownPerson(id, paper));
  const [again, setAgain] = useState<PersonView | null>(null);
  useEffect(() => {
    onName(name);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the callback is new at every render and means the same
  }, [name]);
  if (answer.state === 'refused') return <LoadError {...answer} titleId={titleId} name={name} />;
  if (answer.state === 'waiting') return <Waiting titleId={titleId} name={name} />;
  return (
    <AuthorCard
      view={again ?? answer.value}
      reread={async () => setAgain(await facts.personChanged(id, paper))}
      ask={facts.ask}
      paper={paper}
      titleId={titleId}
      onFollow={(followed) => facts.followChanged(id, followed)}
      onPaper={(work) => onWalk(paperSubject(work))}
      onPerson={(person, other, met) => onWalk({ kind: 'person', id: person, name: other, paper: met })}
    />
  );
}

function ChoiceLevel({
  facts,
  titleId,
  onWalk,
  onName,
  ids,
  match,
}: LevelProps & { ids: readonly string[]; match: Match }) {
  const answer = useAnswer(() => facts.rows(ids), null);
  // Of a citation all are meant; of a title one is.
  const isOne = match.via !== 'cited';
  const head = answer.state === 'answered' ? count(isOne ? 'cardChoose' : 'cardCited', answer.value.length) : null;
  useEffect(() => {
    if (head !== null) onName(head);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the callback is new at every render and means the same
  }, [head]);
  if (answer.state === 'refused') return <LoadError {...answer} titleId={titleId} />;
  if (answer.state === 'waiting' || head === null) return <Waiting titleId={titleId} />;
  return (
    <Choice
      rows={answer.value}
      head={head}
      isOne={isOne}
      titleId={titleId}
      onPaper={(paper) => onWalk(paperSubject(paper))}
    />
  );
}
