// Works of an author's page that the reader picks: they are one other person's of the name.
import type { JSX } from 'react';
import { count, t } from '../../../lib/i18n/i18n.ts';
import { useShared } from '../../card/author/decisions.tsx';

/** Works of which something is said at once. */
const MAX_PICKED = 200;

interface SplitOffProps {
  /** Null while none are being picked. */
  picked: ReadonlySet<string> | null;
  onPicked: (picked: ReadonlySet<string> | null) => void;
}

export function SplitOff({ picked, onPicked }: SplitOffProps): JSX.Element | null {
  const shared = useShared();
  if (shared === null || shared.view.works.length < 2 || shared.view.privateWindow) return null;
  if (picked === null)
    return (
      <button type="button" className="b-link" onClick={() => onPicked(new Set())}>
        {t('splitOff')}
      </button>
    );
  const n = picked.size;
  const may = n > 0 && n < shared.view.works.length && n <= MAX_PICKED;
  const say = (): void => {
    if (!may) return;
    shared.say({ papers: [...picked], says: 'not-theirs', words: count('saidSplit', n) });
    onPicked(null);
  };
  return (
    <span className="x-split" role="group" aria-label={t('splitOff')}>
      <span role="status">{count('splitPicked', n)}</span>
      <button type="button" className="b-link" data-guarded="" data-say="split" aria-disabled={!may} onClick={say}>
        {t('splitSay')}
      </button>
      <button type="button" className="b-link" onClick={() => onPicked(null)}>
        {t('exportCancel')}
      </button>
    </span>
  );
}
