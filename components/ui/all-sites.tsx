// One button for all paper sites beyond those of the install. The browser itself asks the reader, and names them.
import { useState, type JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { count, t } from '../../lib/i18n/i18n.ts';
import { requestSites, type SiteList } from './use-sites.ts';

export function AllSites(props: {
  list: SiteList;
  look: () => Promise<SiteList | null>;
  /** Offer to take back what was allowed, too. */
  removable?: boolean;
}): JSX.Element | null {
  const [problem, setProblem] = useState<string | null>(null);
  const offered = props.list.sites.filter(({ atInstall, managed }) => !atInstall && !managed);
  const missing = offered.filter((site) => !site.allowed);
  const allowed = offered.filter((site) => site.allowed);

  const allow = async (): Promise<void> => {
    const answer = await requestSites(missing.map(({ origin }) => origin));
    setProblem(answer === 'allowed' ? null : t(answer === 'refused' ? 'sitesRefused' : 'sitesLocked'));
    await props.look();
  };

  if (offered.length === 0) return null;
  const remove = async (): Promise<void> => {
    await browser.permissions.remove({ origins: allowed.map(({ origin }) => origin) }).catch(() => false);
    await props.look();
  };

  return (
    <div className="all-sites">
      {missing.length > 0 && (
        <button type="button" className="b-btn" onClick={() => void allow()}>
          {allowed.length === 0 ? count('sitesAllow', missing.length) : count('sitesAllowRest', missing.length)}
        </button>
      )}
      <output className="done">
        {missing.length === 0
          ? count('sitesAllAllowed', allowed.length)
          : allowed.length > 0
            ? count('sitesSomeAllowed', allowed.length)
            : ''}
      </output>
      {props.removable === true && allowed.length > 0 && (
        <button type="button" className="b-btn" onClick={() => void remove()}>
          {count('sitesRemove', allowed.length)}
        </button>
      )}
      {problem !== null && missing.length > 0 && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </div>
  );
}
