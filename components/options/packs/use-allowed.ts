// Which origins the browser allows already: what was allowed before an install is not taken back after it.
import { useEffect, useState } from 'react';
import { browser } from '../../../lib/browser/browser.ts';

const isAllowed = (origin: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [origin] }).catch(() => false);

/** Null until the browser said so. `origins` must stay the same list. */
export function useAllowed(origins: readonly string[]): ReadonlySet<string> | null {
  const [allowed, setAllowed] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const answers = await Promise.all(origins.map(isAllowed));
      setAllowed(new Set(origins.filter((_, at) => answers[at] === true)));
    };
    const again = (): void => void read();
    again();
    browser.permissions.onAdded.addListener(again);
    browser.permissions.onRemoved.addListener(again);
    return () => {
      browser.permissions.onAdded.removeListener(again);
      browser.permissions.onRemoved.removeListener(again);
    };
  }, [origins]);
  return allowed;
}
