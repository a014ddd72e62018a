// The keys of the page, and what can be typed into its search.
import type { JSX } from 'react';
import { t, type MessageKey } from '../../lib/i18n/i18n.ts';

const keys: readonly [string, MessageKey][] = [
  ['/', 'listKeySearch'],
  ['j  k', 'listKeyStep'],
  ['Enter', 'listKeyOpen'],
  ['x', 'listKeyTick'],
  ['Shift x', 'listKeyRange'],
  ['Ctrl a', 'listKeyAll'],
  ['s', 'listKeyStatus'],
  ['e', 'listKeyStar'],
  ['t', 'listKeyTag'],
  ['y', 'listKeyCite'],
  ['n', 'listKeyNote'],
  ['Delete', 'listKeyRemove'],
  ['u', 'listKeyUndo'],
  ['Esc', 'listKeyLeave'],
];
const searches: readonly [string, MessageKey][] = [
  ['"exact words"', 'listFindPhrase'],
  ['-word', 'listFindNot'],
  ['title:  author:  venue:  tag:', 'listFindIn'],
  ['year:2019..2023', 'listFindYears'],
  ['status:reading  is:unread  is:starred', 'listFindStatus'],
  ['has:code  has:note  has:doi', 'listFindHas'],
  ['saved:30d', 'listFindSaved'],
];

export function KeysHelp({ onClose }: { onClose: () => void }): JSX.Element {
  const lines = (all: readonly [string, MessageKey][]): JSX.Element => (
    <dl className="l-keys">
      {all.map(([key, words]) => (
        <div key={key}>
          <dt>
            {key.split('  ').map((one) => (
              <kbd key={one} className="b-kbd">
                {one}
              </kbd>
            ))}
          </dt>
          <dd>{t(words)}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <section className="l-help" aria-labelledby="help-head">
      <div className="l-bin-head">
        <h2 id="help-head">{t('listHelp')}</h2>
        <button type="button" className="plain" onClick={onClose}>
          {t('listHelpClose')}
        </button>
      </div>
      {lines(keys)}
      <h3>{t('listHelpSearch')}</h3>
      {lines(searches)}
    </section>
  );
}
