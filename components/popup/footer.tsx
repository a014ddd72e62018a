// The two keys worth knowing, what was asked of the network, and the way to the options.
import { useEffect, useState, type JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { hasSidePanel, openSidePanel } from '../../lib/browser/side-panel.ts';
import { count, t } from '../../lib/i18n/i18n.ts';
import { ask } from '../../lib/messages/client.ts';
import { Icon } from '../ui/icons.tsx';
import { Keys } from '../ui/keys.tsx';

export function Footer(): JSX.Element {
  const [nextMark, setNextMark] = useState('');
  const [sent, setSent] = useState(0);
  useEffect(() => {
    ask('sent.log', { limit: 1 }).then(
      ({ today }) => setSent(today),
      () => setSent(0),
    );
  }, []);
  // Known before the click: a browser opens the panel only at once. In the panel itself there is nothing to open.
  const [panelWindow, setPanelWindow] = useState<number | null>(null);
  useEffect(() => {
    if (!hasSidePanel() || document.documentElement.classList.contains('in-tab')) return;
    browser.windows
      .getCurrent()
      .then(({ id }) => setPanelWindow(id ?? null))
      .catch(() => setPanelWindow(null));
  }, []);
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
      <a className="promise" href={browser.runtime.getURL('/sent.html')} target="_blank" rel="noreferrer">
        {sent === 0 ? t('popupNothingSent') : count('popupSentToday', sent)}
      </a>
      {panelWindow !== null && (
        <button
          type="button"
          className="gear"
          aria-label={t('popupSidePanel')}
          title={t('popupSidePanel')}
          onClick={() =>
            void openSidePanel(panelWindow).then(
              () => window.close(),
              () => setPanelWindow(null),
            )
          }
        >
          <Icon name="panel" />
        </button>
      )}
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
