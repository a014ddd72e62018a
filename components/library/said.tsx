// What the page says of the list: that it is read, empty, how many are found, and what was meant.
import type { JSX } from 'react';
import { count, t } from '../../lib/i18n/i18n.ts';
import type { ReadingList } from './use-list.ts';
import type { View } from './use-view.ts';

/** How many are found, and what was meant where it was not typed so. */
export function Said({ list, view }: { list: ReadingList; view: View }): JSX.Element {
  if (list.rows === null) return list.problem === null ? <p className="l-note-line">{t('listReadingIt')}</p> : <></>;
  if (list.total === 0 && list.isWhole)
    return (
      <div className="l-empty">
        <p>{t('listNothing')}</p>
        <p>{t('listNothingHow')}</p>
      </div>
    );
  const isSearch = view.query.trim() !== '';
  return (
    <>
      <output className={isSearch ? 'l-note-line' : 'b-hidden'}>
        {isSearch && (view.found.length === 0 ? t('listNoneFound') : count('listFound', view.found.length))}
        {view.forgiving && ` ${t('listForgiving')}`}
        {view.hints.map(({ kind, text }) => (
          <span key={`${kind} ${text}`} className="l-hint">
            {' '}
            {t(kind === 'unknown-key' ? 'listHintKey' : 'listHintValue', text)}
          </span>
        ))}
      </output>
      {isSearch && view.found.length === 0 && (
        <p className="l-empty">
          <button type="button" className="b-btn" onClick={() => view.setQuery('')}>
            {t('listShowAll')}
          </button>
        </p>
      )}
      {list.unread > 0 && <p className="l-note-line">{count('listUnread', list.unread)}</p>}
    </>
  );
}
