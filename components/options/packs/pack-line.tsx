// One pack: what it is, whose it is, and the way to be rid of it.
import type { JSX } from 'react';
import { count, language, t } from '../../../lib/i18n/i18n.ts';
import { bytesWords } from '../../ui/bytes.ts';
import type { PackList } from './use-packs.ts';

type Pack = PackList['packs'][number];

function madeWords(madeOn: string): string {
  const time = Date.parse(madeOn);
  return Number.isNaN(time)
    ? madeOn
    : new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' }).format(time);
}

/** A content hash says nothing to a reader, and a date that is the day of making says it twice. */
const versionWords = ({ version, madeOn }: Pack): string =>
  version === '' || madeOn.startsWith(version) || /^[0-9a-f]{12,}$/u.test(version)
    ? t('packsMade', madeWords(madeOn))
    : t('packsVersion', version, madeWords(madeOn));

export function PackLine({ pack, onRemove }: { pack: Pack; onRemove: (() => void) | null }): JSX.Element {
  const figures = [
    pack.people > 0
      ? t('optionsPackCounts', count('popupPapers', pack.papers), count('popupPeople', pack.people))
      : count('popupPapers', pack.papers),
    ...(pack.bytes > 0 ? [bytesWords(pack.bytes, language())] : []),
    versionWords(pack),
  ];
  return (
    <li className="pack-line">
      <div className="pack">
        <strong>{pack.name}</strong>
        <span className="pack-figures">
          {figures.map((words) => (
            <span key={words}>{words}</span>
          ))}
        </span>
        {pack.damaged && !pack.bundled && <span className="problem">{t('packsDamaged')}</span>}
        {pack.madeFrom !== '' && pack.madeFrom !== pack.attribution && (
          <span className="host">{t('packsFrom', pack.madeFrom)}</span>
        )}
        {(pack.attribution !== '' || pack.licence !== '') && (
          <span className="pack-rights">
            {[pack.attribution, pack.licence]
              .filter((words) => words !== '')
              .map((words) => (
                <span key={words}>{words}</span>
              ))}
          </span>
        )}
      </div>
      {onRemove === null ? (
        <span className="quiet pack-fixed">{t('packsBundled')}</span>
      ) : (
        <button type="button" className="b-btn" aria-label={t('packsRemoveLabel', pack.name)} onClick={onRemove}>
          {t('packsRemove')}
        </button>
      )}
    </li>
  );
}
