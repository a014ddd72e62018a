// The popup's contents beside the page: they follow the tab in front, and the pages that it goes through.
import { useEffect, useState, type JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { Popup } from './popup.tsx';

interface Front {
  tab: number | null;
  privateWindow: boolean;
  ownPage: boolean;
  /** Counts pages, so that each is asked about. */
  visit: number;
}

/** @param only a tab to stay with; null for the one in front */
export function SidePanel({ only }: { only: number | null }): JSX.Element | null {
  const [front, setFront] = useState<Front | null>(null);
  useEffect(() => {
    let ended = false;
    const look = async (): Promise<void> => {
      try {
        const tab =
          only === null
            ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
            : await browser.tabs.get(only);
        if (ended) return;
        setFront((before) => ({
          tab: tab?.id ?? null,
          privateWindow: tab?.incognito ?? false,
          ownPage: tab?.url?.startsWith(browser.runtime.getURL('')) ?? false,
          visit: (before?.visit ?? 0) + 1,
        }));
      } catch {
        // Closed meanwhile: search and list work without a tab.
        if (!ended)
          setFront((before) => ({ tab: null, privateWindow: false, ownPage: false, visit: (before?.visit ?? 0) + 1 }));
      }
    };
    const activated = (): void => void look();
    const updated = (_tab: number, change: { status?: string | undefined; url?: string | undefined }): void => {
      if (change.status === 'complete' || change.url !== undefined) void look();
    };
    void look();
    // The reader turns to it from the page, where a paper may have been saved or somebody followed.
    window.addEventListener('focus', activated);
    browser.tabs.onActivated.addListener(activated);
    browser.tabs.onUpdated.addListener(updated);
    return () => {
      ended = true;
      window.removeEventListener('focus', activated);
      browser.tabs.onActivated.removeListener(activated);
      browser.tabs.onUpdated.removeListener(updated);
    };
  }, [only]);
  if (front === null) return null;
  const { visit, ...shown } = front;
  return <Popup {...shown} visit={visit} panel onDone={() => undefined} />;
}
