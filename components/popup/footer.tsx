// The two keys worth knowing, the promise, and the way to the options.
import { useEffect, useState, type JSX } from 'react';
import { browser } from '../../lib/browser.ts';
import { t } from '../../lib/words.ts';
import { Icon } from '../ui/icons.tsx';
import { Keys } from '../ui/keys.tsx';

export function Footer(): JSX.Element {
  const [nextMark, setNextMark] = useState('');
  useEffect(() => {
    browser.commands
      .getAll()
      .then((all) => setNextMark(all.find((command) => command.name === 'next-mark')?.shortcut ?? ''))
      .catch(() => setNextMark(''));
  }, []);
  return (
    <footer className="popup-foot">
      {nextMark !== '' && (
        <span>
          <Keys of={nextMark} /> {t('popupNextMark')}
        </span>
      )}
      <span>
        <Keys of="/" /> {t('popupSearchKey')}
      </span>
      <span className="promise">{t('popupNothingSent')}</span>
      <button
        type="button"
        className="gear"
        aria-label={t('popupOptions')}
        title={t('popupOptions')}
        onClick={() => void browser.runtime.openOptionsPage()}
      >
        <Icon name="sliders" />
      </button>
    </footer>
  );
}
