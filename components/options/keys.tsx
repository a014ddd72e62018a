// The keys as this browser has them now, and how to change them.
import { useEffect, useState, type JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { Keys } from '../ui/keys.tsx';
import { Section } from './section.tsx';

type Command = Awaited<ReturnType<typeof browser.commands.getAll>>[number];

const isFirefox = (): boolean => browser.runtime.getURL('').startsWith('moz-extension:');

export function KeysSection(): JSX.Element {
  const [commands, setCommands] = useState<Command[]>([]);
  const [shows, setShows] = useState(true);
  useEffect(() => {
    browser.commands.getAll().then(setCommands, () => setCommands([]));
  }, []);
  const open = (): void => {
    // Only Chromium lets an extension open the page where keys are set.
    browser.tabs.create({ url: 'chrome://extensions/shortcuts' }).catch(() => setShows(false));
  };
  return (
    <Section id="keys" title={t('optionsKeys')} why={t('optionsKeysWhy')}>
      <dl className="facts">
        {commands.map((command) => (
          <div key={command.name} className="fact">
            <dt>{command.name === '_execute_action' ? t('optionsKeyAction') : command.description}</dt>
            <dd>{(command.shortcut ?? '') === '' ? t('optionsKeysUnset') : <Keys of={command.shortcut ?? ''} />}</dd>
          </div>
        ))}
      </dl>
      {isFirefox() || !shows ? (
        <p className="why">{t(isFirefox() ? 'optionsKeysHowFirefox' : 'optionsKeysHowChrome')}</p>
      ) : (
        <button type="button" className="b-btn" onClick={open}>
          {t('optionsKeysChange')}
        </button>
      )}
    </Section>
  );
}
