// Erases everything, in two steps: what goes and a copy of it first, then the word.
import { useEffect, useRef, useState, type JSX } from 'react';
import { ask } from '../../../lib/messages/client.ts';
import { t } from '../../../lib/i18n/i18n.ts';
import { saveCopy } from './save-copy.ts';

export function Erase(props: { busy: boolean; run: (work: () => Promise<string>) => Promise<void> }): JSX.Element {
  const { busy, run } = props;
  const [asked, setAsked] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked) first.current?.focus();
  }, [asked]);
  if (!asked)
    return (
      <button type="button" className="b-btn" aria-disabled={busy} onClick={() => busy || setAsked(true)}>
        {t('erase')}
      </button>
    );
  return (
    <div className="copy" role="group" aria-label={t('erase')}>
      <p>{t('eraseWhat')}</p>
      <p className="own-data">
        <button
          ref={first}
          type="button"
          className="b-btn"
          aria-disabled={busy}
          onClick={() => void run(async () => t('copySaved', await saveCopy()))}
        >
          {t('eraseCopy')}
        </button>
        <button type="button" className="b-btn" aria-disabled={busy} onClick={() => setAsked(false)}>
          {t('eraseKeep')}
        </button>
        <button
          type="button"
          className="b-btn"
          aria-disabled={busy}
          onClick={() =>
            void run(async () => {
              await ask('data.erase', { confirmed: true });
              setAsked(false);
              return t('erased');
            })
          }
        >
          {t('eraseNow')}
        </button>
      </p>
    </div>
  );
}
