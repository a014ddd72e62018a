// Where Byline runs: sites switched off, sites granted by the reader, and the paper sites it came with.
import { useCallback, useEffect, useState, type JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import { paperSites } from '../../lib/sites/permissions.ts';
import { count, t } from '../../lib/i18n/i18n.ts';
import { grantsOf, hostsOf, type Grant } from './origins.ts';
import { Section } from './section.tsx';
import type { SettingsState } from './use-settings.ts';

export function Sites({ state }: { state: SettingsState & { settings: Settings } }): JSX.Element {
  const hosts = hostsOf(paperSites);
  return (
    <Section id="sites" title={t('optionsSites')}>
      <SwitchedOff state={state} />
      <Granted />
      <details>
        <summary>{count('optionsBuiltIn', hosts.length)}</summary>
        <p className="why">{t('optionsBuiltInWhy')}</p>
        <ul className="hosts">
          {hosts.map((host) => (
            <li key={host}>{host}</li>
          ))}
        </ul>
      </details>
    </Section>
  );
}

function SwitchedOff({ state }: { state: SettingsState & { settings: Settings } }): JSX.Element {
  const { sitesOff } = state.settings;
  const locked = new Set(state.managed.sitesOff);
  const [undone, setUndone] = useState<string | null>(null);
  return (
    <>
      <h3>{t('optionsSitesOff')}</h3>
      {sitesOff.length === 0 && <p className="why">{t('optionsSitesOffNone')}</p>}
      <ul className="lines">
        {sitesOff.map((host) => (
          <li key={host}>
            <span className="host">{host}</span>
            {locked.has(host) ? (
              <span className="why">{t('optionsSitesOffManaged')}</span>
            ) : (
              <button
                type="button"
                className="b-btn"
                aria-label={t('optionsSwitchOnLabel', host)}
                onClick={() => {
                  state.switchSite(host, true);
                  setUndone(host);
                }}
              >
                {t('optionsSwitchOn')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <output className="done">
        {undone !== null && !sitesOff.includes(undone) && (
          <>
            {t('optionsSwitchedOn', undone)}{' '}
            <button
              type="button"
              className="b-link"
              onClick={() => {
                state.switchSite(undone, false);
                setUndone(null);
              }}
            >
              {t('optionsUndo')}
            </button>
          </>
        )}
      </output>
    </>
  );
}

function Granted(): JSX.Element {
  const [grants, setGrants] = useState<Grant[]>([]);
  const [said, setSaid] = useState('');
  const read = useCallback(async (): Promise<void> => {
    const { origins } = await browser.permissions.getAll();
    setGrants(grantsOf(origins ?? [], paperSites));
  }, []);
  useEffect(() => {
    const again = (): void => void read();
    again();
    browser.permissions.onAdded.addListener(again);
    browser.permissions.onRemoved.addListener(again);
    return () => {
      browser.permissions.onAdded.removeListener(again);
      browser.permissions.onRemoved.removeListener(again);
    };
  }, [read]);

  const nameOf = (grant: Grant): string => grant.host ?? t('optionsGrantedEverywhere');
  const remove = async (grant: Grant): Promise<void> => {
    const removed = await browser.permissions.remove({ origins: grant.origins }).catch(() => false);
    setSaid(t(removed ? 'optionsRevoked' : 'optionsNotRevoked', nameOf(grant)));
    await read();
  };

  return (
    <>
      <h3>{t('optionsGranted')}</h3>
      {grants.length === 0 && <p className="why">{t('optionsGrantedNone')}</p>}
      <ul className="lines">
        {grants.map((grant) => (
          <li key={grant.origins.join(' ')}>
            <span className="host">{nameOf(grant)}</span>
            <button
              type="button"
              className="b-btn"
              aria-label={t('optionsRevokeLabel', nameOf(grant))}
              onClick={() => void remove(grant)}
            >
              {t('optionsRevoke')}
            </button>
          </li>
        ))}
      </ul>
      <output className="done">{said}</output>
    </>
  );
}
