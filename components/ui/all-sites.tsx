// One button for all paper sites beyond those of the install. The browser itself asks the reader, and names them.
import { useState, type JSX } from 'react';
import { count, t } from '../../lib/i18n/i18n.ts';
import { requestSites, type SiteList } from './use-sites.ts';

export function AllSites(props: { list: SiteList; look: () => Promise<SiteList | null> }): JSX.Element | null {
  const [problem, setProblem] = useState<string | null>(null);
  const offered = props.list.sites.filter(({ atInstall, managed }) => !atInstall && !managed);
  const missing = offered.filter(({ allowed }) => !allowed);
  const allowed = offered.length - missing.length;

  const allow = async (): Promise<void> => {
    const answer = await requestSites(missing.map(({ origin }) => origin));
    setProblem(answer === 'allowed' ? null : t(answer === 'refused' ? 'sitesRefused' : 'sitesLocked'));
    await props.look();
  };

  if (offered.length === 0) return null;
  return (
    <div className="all-sites">
      {missing.length > 0 && (
        <button type="button" className="b-btn" onClick={() => void allow()}>
          {allowed === 0 ? count('sitesAllow', missing.length) : count('sitesAllowRest', missing.length)}
        </button>
      )}
      <output className="done">
        {missing.length === 0
          ? count('sitesAllAllowed', allowed)
          : allowed > 0
            ? count('sitesSomeAllowed', allowed)
            : ''}
      </output>
      {problem !== null && missing.length > 0 && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </div>
  );
}
