// Where Byline runs and may be allowed to: read again whenever the browser allows something or takes it back.
import { useCallback, useState } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { ask } from '../../lib/messages/client.ts';
import type { Answer } from '../../lib/messages/contract.ts';
import { usePermissionChanges } from './use-permission-changes.ts';

export type SiteList = Answer<'sites.list'>;
export type ListedSite = SiteList['sites'][number];

/** Null until the first answer. `look` reads it again and answers what it read; null where the worker did not answer. */
export function useSites(): { list: SiteList | null; look: () => Promise<SiteList | null> } {
  const [list, setList] = useState<SiteList | null>(null);
  const look = useCallback(async () => {
    const answer = await ask('sites.list', {}).catch(() => null);
    if (answer !== null) setList(answer);
    return answer;
  }, []);
  usePermissionChanges(look);
  return { list, look };
}

/** Asks the browser for sites: `refused` by the reader, or `locked` where the browser does not even ask. To be called
 *  in the click itself, before anything is awaited: browsers ask only then. */
export function requestSites(origins: readonly string[]): Promise<'allowed' | 'refused' | 'locked'> {
  return browser.permissions.request({ origins: [...origins] }).then(
    (allowed) => (allowed ? 'allowed' : 'refused'),
    () => 'locked',
  );
}
