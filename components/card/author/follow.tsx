// Follow an author: one press follows, the next one takes it back. What is pressed is shown at once, and taken back if
// the store says no.
import { useEffect, useState } from 'react';
import { t } from '../../../lib/i18n/i18n.ts';
import { useCommand } from '../commands.tsx';
import { refusalOf } from '../use-answer.ts';
import { Drawn } from '../../ui/unsearchable-text.tsx';
import { Icon } from '../../ui/icons.tsx';
import { usePerson } from './person.tsx';

export interface Follow {
  followed: boolean;
  /** One sentence: why this can't be, or was not, kept. */
  problem: string | null;
  press: () => void;
}

export function useFollow(): Follow {
  const { view, ask, paper, onFollow } = usePerson();
  const { id } = view.person;
  const [followed, setFollowed] = useState(view.followed);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setFollowed(view.followed), [view.followed]);

  const press = (): void => {
    if (view.privateWindow) {
      setProblem(t('authorFollowPrivate'));
      return;
    }
    const wanted = !followed;
    setFollowed(wanted);
    setProblem(null);
    ask('library.follow', { id, follow: wanted, ...(paper === undefined ? {} : { paper }) }).then(
      ({ follows }) => onFollow(follows),
      (error: unknown) => {
        setFollowed(!wanted);
        setProblem(refusalOf(error));
      },
    );
  };
  useCommand('follow', press);
  return { followed, problem, press };
}

export function FollowButton({ follow: { followed, press } }: { follow: Follow }) {
  const { privateWindow } = usePerson().view;
  const words = t(followed ? 'authorFollowing' : 'authorFollow');
  return (
    <button
      type="button"
      className="b-btn b-follow"
      data-guarded=""
      aria-label={words}
      aria-pressed={followed}
      aria-disabled={privateWindow || undefined}
      title={t(privateWindow ? 'authorFollowPrivate' : followed ? 'authorUnfollowTitle' : 'authorFollowTitle')}
      onClick={press}
    >
      <Icon name={followed ? 'person' : 'person-outline'} />
      <Drawn words={words} />
    </button>
  );
}

export function FollowLine({ follow: { problem } }: { follow: Follow }) {
  return (
    <div role="status" className={problem === null ? 'b-hidden' : 'b-line'}>
      {problem}
    </div>
  );
}
