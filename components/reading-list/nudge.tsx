// Once a day, where the reader wants it: what is unread for longest.
import { useEffect, useRef, useState, type JSX } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import type { Answer } from '../../lib/messages/contract.ts';
import { takeNudge } from '../../lib/settings/nudge.ts';
import { sinceWords } from './recent.tsx';

export function Nudge(props: {
  paper: NonNullable<Answer<'library.recent'>['waiting']>;
  className: string;
  onOpen: (paper: string) => void;
  isShown: boolean;
  onShown: (is: boolean) => void;
}): JSX.Element | null {
  const { paper, className, onOpen, isShown, onShown } = props;
  const [now] = useState(() => new Date());
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    takeNudge(now).then(onShown, (error: unknown) => console.warn('Byline: the word of the day is left out', error));
  }, [now, onShown]);
  if (!isShown) return null;
  return (
    <p className={className}>
      {t('nudgeWaiting')}{' '}
      <button type="button" className="plain" dir="auto" onClick={() => onOpen(paper.id)}>
        {paper.title}
      </button>
      {` (${sinceWords(paper, now.getTime())}) `}
      <button type="button" className="plain" onClick={() => onShown(false)}>
        {t('nudgeNotNow')}
      </button>
    </p>
  );
}
