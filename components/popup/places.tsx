// From a paper's page to its PDF and back, in the tab itself: the browser's own "back" undoes it.
import type { JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { safeAddress } from '../ui/address.ts';
import { Icon } from '../ui/icons.tsx';
import type { TabView } from './use-tab.ts';

export function Places({
  tab,
  places,
  onGone,
}: {
  tab: number;
  places: NonNullable<TabView['places']>;
  /** The tab is on its way. */
  onGone: () => void;
}): JSX.Element | null {
  const isPdf = places.here === 'pdf';
  const to = safeAddress(isPdf ? places.page : places.pdf);
  if (to === null) return null;
  const go = async (): Promise<void> => {
    await browser.tabs.update(tab, { url: to }).catch(() => undefined); // The tab was closed meanwhile.
    onGone();
  };
  return (
    <p className="popup-state choices">
      <button type="button" className="b-btn" title={to} onClick={() => void go()}>
        <Icon name={isPdf ? 'back' : 'byline'} />
        {isPdf ? t('popupToPage', places.site) : t('popupToPdf')}
      </button>
    </p>
  );
}
