// Reads again whenever the browser allows something or takes it back, and once at first.
import { useEffect } from 'react';
import { browser } from '../../lib/browser/browser.ts';

/** `read` must stay the same function as long as it reads the same. */
export function usePermissionChanges(read: () => Promise<unknown>): void {
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
}
