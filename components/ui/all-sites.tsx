// One button for all paper sites beyond those of the install. The browser itself asks the reader, and names them.
import { useEffect, useRef, useState, type JSX } from 'react';
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
  const box = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  const offered = props.list.sites.filter(({ atInstall, managed }) => !atInstall && !managed);
  const missing = offered.filter((site) => !site.allowed);
  const allowed = offered.filter((site) => site.allowed);
  // A button that was pressed is gone when nothing is left to do: the keyboard's place is what says so.
  useEffect(() => {
    if (pressed.current && document.activeElement === document.body) box.current?.focus();
  }, [missing.length]);
  if (offered.length === 0) return null;

  const allow = async (): Promise<void> => {
    pressed.current = true;
    const answer = await requestSites(missing.map(({ origin }) => origin));
    setProblem(answer === 'allowed' ? null : t(answer === 'refused' ? 'sitesRefused' : 'sitesLocked'));
    await props.look();
  };
  const remove = async (): Promise<void> => {
    pressed.current = true;
    await browser.permissions.remove({ origins: allowed.map(({ origin }) => origin) }).catch(() => false);
    await props.look();
  };

  return (
    <div className="all-sites" ref={box} tabIndex={-1}>
      {missing.length > 0 && (
        <button type="button" className="b-btn" onClick={() => void allow()}>
          {count(allowed.length === 0 ? 'sitesAllow' : 'sitesAllowRest', missing.length)}
        </button>
      )}
      <output className="done">
        {allowed.length > 0 && count(missing.length === 0 ? 'sitesAllAllowed' : 'sitesSomeAllowed', allowed.length)}
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
