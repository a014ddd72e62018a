// What the reader is told after the browser had damaged what is theirs: of the reading list once, of settings while
// they can't be read.
import { useEffect, useState, type JSX } from 'react';
import { ask } from '../../lib/messages/client.ts';
import type { Answer } from '../../lib/messages/contract.ts';
import { count, list, t } from '../../lib/i18n/i18n.ts';

type Notice = NonNullable<Answer<'library.notice'>['notice']>;

/** "Byline’s reading list was damaged and has been restored: 300 papers and 4 people." */
export function noticeWords({ papers, people, lost }: Notice): string {
  const back = [
    ...(papers > 0 ? [count('noticePapers', papers)] : []),
    ...(people > 0 ? [count('noticePeople', people)] : []),
  ];
  const said =
    back.length > 0 ? t('noticeRestored', list(back)) : lost > 0 ? t('noticeDamaged') : t('noticeRestoredAll');
  return lost > 0 ? `${said} ${count('noticeLost', lost)}` : said;
}

export function LibraryNotice({ className }: { className?: string }): JSX.Element | null {
  const [notice, setNotice] = useState<Notice | null>(null);
  const [settingsUnread, setSettingsUnread] = useState(false);
  useEffect(() => {
    ask('library.notice', {}).then(
      (answer) => {
        setNotice(answer.notice);
        setSettingsUnread(answer.settingsUnread);
      },
      // A list that can't be read is said where it is shown.
      () => setNotice(null),
    );
  }, []);
  return (
    <>
      {notice !== null && (
        <p role="status" className={className}>
          {noticeWords(notice)}{' '}
          <button
            type="button"
            className="b-btn"
            onClick={() => {
              setNotice(null);
              void ask('library.noticed', {}).catch(() => undefined);
            }}
          >
            {t('noticeOk')}
          </button>
        </p>
      )}
      {settingsUnread && (
        <p role="status" className={className}>
          {t('noticeSettings')}
        </p>
      )}
    </>
  );
}
