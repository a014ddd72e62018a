// The newest of the reading list, with since when each is there.
import { useState, type JSX } from 'react';
import type { Answer } from '../../lib/messages/contract.ts';
import { language, number, t, type MessageKey } from '../../lib/i18n/i18n.ts';
import { WorkList } from '../work/list.tsx';
import { whenWords } from '../../lib/i18n/when.ts';

type ListRow = Answer<'library.recent'>['rows'][number];

const sinceKeys: Readonly<Record<string, MessageKey>> = {
  'to-read': 'listSaved',
  reading: 'listReading',
  read: 'listRead',
};

export function sinceWords(row: ListRow, now: number): string {
  const { status } = row;
  const when = whenWords(row.since, now, language());
  if (status === null) return t('listSaved', when);
  const known = Object.hasOwn(sinceKeys, status) ? sinceKeys[status] : undefined;
  return known === undefined ? t('listOther', status, when) : t(known, when);
}

export function RecentSection(props: {
  rows: readonly ListRow[];
  total: number;
  /** The one that has been waiting longest to be read, where it is not among the rows. */
  waiting: ListRow | null;
  onOpen: (paper: string) => void;
  /** Shows more of the list; absent where all of it is shown. */
  onMore: (() => void) | null;
}): JSX.Element {
  const [now] = useState(() => Date.now());
  const { rows, total } = props;
  return (
    <section aria-labelledby="your-list" className="popup-part">
      <div className="part-head">
        <h2 id="your-list">
          {rows.length < total
            ? t('popupYourListPart', number(rows.length), number(total))
            : t('popupYourList', number(total))}
        </h2>
        <span className="part-end">
          {props.onMore !== null && rows.length < total && (
            <button type="button" className="plain" onClick={props.onMore}>
              {t('popupListMore')}
            </button>
          )}
          <a href="/library.html" target="_blank" rel="noreferrer">
            {t('listOpen')}
          </a>
        </span>
      </div>
      {total === 0 ? (
        <p className="popup-state">{t('popupListEmpty')}</p>
      ) : (
        <WorkList works={rows} onOpen={props.onOpen} below={(row) => sinceWords(row, now)} />
      )}
      {props.waiting !== null && (
        <>
          <h3 className="popup-sub">{t('popupWaiting')}</h3>
          <WorkList works={[props.waiting]} onOpen={props.onOpen} below={(row) => sinceWords(row, now)} />
        </>
      )}
    </section>
  );
}
