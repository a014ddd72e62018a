// Which origins the browser allows already: what was allowed before an install is not taken back after it.
import { useCallback, useState } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { usePermissionChanges } from './use-permission-changes.ts';

const isAllowed = (origin: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [origin] }).catch(() => false);

/** Null until the browser said so. `origins` must stay the same list. */
export function useAllowed(origins: readonly string[]): ReadonlySet<string> | null {
  const [allowed, setAllowed] = useState<ReadonlySet<string> | null>(null);
  const read = useCallback(async (): Promise<void> => {
    const answers = await Promise.all(origins.map(isAllowed));
    setAllowed(new Set(origins.filter((_, at) => answers[at] === true)));
  }, [origins]);
  usePermissionChanges(read);
  return allowed;
}
