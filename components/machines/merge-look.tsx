// What merging a copy would do, before it is done.
import type { JSX } from 'react';
import { count, language, number, t } from '../../lib/i18n/i18n.ts';
import { differenceWords } from './difference-words.ts';
import type { Looked, Removals } from './use-merge.ts';

export const dayOf = (made: string): string => {
  const time = Date.parse(made);
  return Number.isNaN(time) ? '–' : new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(time);
};

export function MergeLook(props: {
  looked: Looked;
  busy: boolean;
  onMerge: (removals: Removals) => void;
  onLeave: () => void;
}): JSX.Element {
  const { looked, busy, onMerge, onLeave } = props;
  const { view, name } = looked;
  const gone = view.works.removed;
  const isNothing = [view.works, view.follows, view.decisions].every(
    ({ added, changed, removed }) => added + changed + removed === 0,
  );
  const press = (removals: Removals, words: string): JSX.Element => (
    <button type="button" className="b-btn" aria-disabled={busy} onClick={() => busy || onMerge(removals)}>
      {words}
    </button>
  );
  return (
    <div className="copy" role="group" aria-label={t('mergeLabel', name)}>
      <p>
        {t('mergeWhat', dayOf(view.made), differenceWords(view))}
        {view.bothNotes > 0 && ` ${count('mergeBothNotes', view.bothNotes)}`}
        {view.unreadable > 0 && ` ${count('copyUnreadable', view.unreadable)}`}
      </p>
      {gone > 0 && (
        <details open={view.asks}>
          <summary>{count('mergeGone', gone)}</summary>
          <ul className="lines">
            {view.titles.map((title, at) => (
              <li key={at} dir="auto">
                {title}
              </li>
            ))}
          </ul>
          {gone > view.titles.length && <p className="why">{t('mergeGoneMore', number(gone - view.titles.length))}</p>}
        </details>
      )}
      {view.asks ? (
        <>
          <p role="alert">{count('mergeAsks', gone)}</p>
          <p className="own-data">
            {press('keep', t('mergeKeep'))}
            {press('take', t('mergeTake'))}
          </p>
        </>
      ) : (
        !isNothing && <p className="own-data">{press('ask', t('mergeDo'))}</p>
      )}
      <button type="button" className="b-link" onClick={onLeave}>
        {t('copyLeave')}
      </button>
    </div>
  );
}
