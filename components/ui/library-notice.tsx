// What the reader is told after the browser had damaged what is theirs: of the list, the settings and the packs once, of
// settings that can't be read while that is so.
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

type Damage = Answer<'library.notice'>;

/** What happened, a sentence or two each. */
export function damageWords({ notice, settings, lostPacks }: Damage): string[] {
  return [
    ...(notice === null ? [] : [noticeWords(notice)]),
    ...(settings === 'brought-back' ? [t('noticeSettingsBack')] : []),
    ...(lostPacks.length === 0 ? [] : [t('noticePacks', list(lostPacks))]),
  ];
}

/** To where packs are added. */
const PacksLink = (): JSX.Element =>
  location.pathname.endsWith('/options.html') ? (
    <a href="#packs">{t('noticePacksAdd')}</a>
  ) : (
    <a href="/options.html#packs" target="_blank" rel="noreferrer">
      {t('noticePacksAdd')}
    </a>
  );

export function LibraryNotice({ className }: { className?: string }): JSX.Element | null {
  const [damage, setDamage] = useState<Damage | null>(null);
  useEffect(() => {
    // A list that can't be read is said where it is shown.
    ask('library.notice', {}).then(setDamage, () => setDamage(null));
  }, []);
  if (damage === null) return null;
  const words = damageWords(damage);
  return (
    <>
      {words.length > 0 && (
        <div role="status" className={className}>
          {words.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p className="notice-actions">
            {damage.lostPacks.length > 0 && <PacksLink />}
            <button
              type="button"
              className="b-btn"
              onClick={() => {
                setDamage({ ...damage, notice: null, settings: null, lostPacks: [] });
                void ask('library.noticed', {}).catch(() => undefined);
              }}
            >
              {t('noticeOk')}
            </button>
          </p>
        </div>
      )}
      {damage.settings === 'unread' && (
        <p role="status" className={className}>
          {t('noticeSettings')}
        </p>
      )}
    </>
  );
}
