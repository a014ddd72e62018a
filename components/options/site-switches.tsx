// A switch for each site of a list. On an offered site it is the browser's permission, asked for and given back; a site
// of the install can't give it back, so Byline itself stays off there.
import { useState, type JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { Switch } from '../ui/switch.tsx';
import { requestSites, type ListedSite, type SiteList } from '../ui/use-sites.ts';

/** What is printed beside the switch. */
function stateOf({ managed, allowed, off, atInstall }: ListedSite): string {
  if (managed) return t('optionsSitesOffManaged');
  if (!allowed && atInstall) return t('optionsSiteTakenBack');
  return t(off || !allowed ? 'optionsSiteOff' : 'optionsSiteOn');
}

export function SiteSwitches(props: {
  sites: readonly ListedSite[];
  look: () => Promise<SiteList | null>;
  switchSite: (host: string, on: boolean) => void;
}): JSX.Element {
  const [problem, setProblem] = useState<string | null>(null);

  const allow = async (site: ListedSite): Promise<void> => {
    const answer = site.allowed ? 'allowed' : await requestSites([site.origin]);
    setProblem(answer === 'allowed' ? null : t(answer === 'refused' ? 'popupNotGranted' : 'sitesLocked'));
    if (answer === 'allowed' && site.off) props.switchSite(site.host, true);
    await props.look();
  };
  const giveBack = async ({ origin, host }: ListedSite): Promise<void> => {
    await browser.permissions.remove({ origins: [origin] }).catch(() => false);
    // A wider permission of the reader's covers it still.
    const after = await props.look();
    const isLeft = after?.sites.some((site) => site.host === host && site.allowed) ?? true;
    setProblem(isLeft ? t('optionsNotRevoked', nameOf(host)) : null);
  };

  return (
    <>
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      <ul className="switches">
        {props.sites.map((site) => (
          <li key={site.host}>
            <span className="host">{nameOf(site.host)}</span>
            <Switch
              on={site.allowed && !site.off}
              label={nameOf(site.host)}
              words={stateOf(site)}
              disabled={site.managed}
              onChange={(on) => {
                if (on) void allow(site);
                else if (site.atInstall) props.switchSite(site.host, false);
                else void giveBack(site);
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** "*.nature.com" is "nature.com", and so is "www.nature.com". */
const nameOf = (host: string): string => host.replace(/^(?:\*|www)\./u, '');
