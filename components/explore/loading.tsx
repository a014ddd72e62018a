// A page before its answer, and one that got none.
import type { JSX } from 'react';
import { t } from '../../lib/i18n/i18n.ts';

export function Loading({ words }: { words?: string }): JSX.Element {
  return (
    <div className="x-page x-loading" aria-busy="true">
      <h1 className={words === undefined ? 'b-hidden' : 'x-name'}>{words ?? t('cardLoading')}</h1>
      <div className="b-lines" aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
    </div>
  );
}

export function Refused({ sentence, retry }: { sentence: string; retry: () => void }): JSX.Element {
  return (
    <div className="x-said">
      <p role="alert">{sentence}</p>
      <button type="button" className="b-btn" onClick={retry}>
        {t('cardRetry')}
      </button>
    </div>
  );
}
