// Where Byline runs: the paper sites it comes with and those it may be allowed, sites that are switched off, and what
// the reader added.
import { useEffect, useState, type JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import { count, t } from '../../lib/i18n/i18n.ts';
import { AllSites } from '../ui/all-sites.tsx';
import { useSites, type SiteList } from '../ui/use-sites.ts';
import { grantsOf, type Grant } from './origins.ts';
import { Section } from './section.tsx';
import { SiteSwitches } from './site-switches.tsx';
import type { SettingsState } from './use-settings.ts';

type State = SettingsState & { settings: Settings };

export function Sites({ state }: { state: State }): JSX.Element {
  const { list, look } = useSites();
  // What was switched on or off shows in the list too.
  const { saved } = state;
  useEffect(() => {
    if (saved > 0) void look();
  }, [saved, look]);
  const atInstall = list?.sites.filter((site) => site.atInstall) ?? [];
  const offered = list?.sites.filter((site) => !site.atInstall) ?? [];
  const part = { look, switchSite: state.switchSite };
  return (
    <Section id="sites" title={t('optionsSites')} why={t('optionsSitesWhy')}>
      {list !== null && (
        <>
          <AllSites list={list} look={look} removable />
          <details>
            <summary>{count('optionsSitesAtInstall', atInstall.length)}</summary>
            <SiteSwitches sites={atInstall} {...part} />
          </details>
          <details>
            <summary>{count('optionsSitesOffered', offered.length)}</summary>
            <SiteSwitches sites={offered} {...part} />
          </details>
        </>
      )}
      <SwitchedOff state={state} />
      {list !== null && <Granted list={list} look={look} />}
    </Section>
  );
}

function SwitchedOff({ state }: { state: State }): JSX.Element {
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

function Granted(props: { list: SiteList; look: () => Promise<unknown> }): JSX.Element {
  const grants = grantsOf(props.list.others);
  const [said, setSaid] = useState('');
  const nameOf = (grant: Grant): string => grant.host ?? t('optionsGrantedEverywhere');
  const remove = async (grant: Grant): Promise<void> => {
    const removed = await browser.permissions.remove({ origins: grant.origins }).catch(() => false);
    setSaid(t(removed ? 'optionsRevoked' : 'optionsNotRevoked', nameOf(grant)));
    await props.look();
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
