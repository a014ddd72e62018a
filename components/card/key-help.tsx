// The keys of a card, shown on `?`.
import { t } from '../../lib/i18n/i18n.ts';
import { keyTable } from './keys.ts';

export function KeyHelp({ id, onHide }: { id: string; onHide: () => void }) {
  return (
    <div className="b-keys" id={id}>
      <div className="b-head">
        <h3>{t('cardKeys')}</h3>
        <button type="button" className="b-link" onClick={onHide}>
          {t('cardKeysHide')}
        </button>
      </div>
      <dl>
        {keyTable.map(({ keys, words }) => (
          <div key={words}>
            <dt dir="ltr">
              {keys.map((key, at) => (
                <span key={key}>
                  {at > 0 && (words === 'cardKeyAuthors' ? '–' : ' ')}
                  <kbd className="b-kbd">{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
