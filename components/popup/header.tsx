// Sign, name, and the switch for this site: icon, switch, gone.
import type { JSX } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { Icon } from '../ui/icons.tsx';
import { Switch } from '../ui/switch.tsx';
import type { TabView } from './use-tab.ts';

/** Where a switch means something: Byline runs here by itself, or ran until it was switched off. */
export const switchable = (view: TabView): boolean =>
  view.host !== null &&
  !view.managed &&
  (view.state === 'running' || view.state === 'off' || (view.state === 'pdf' && view.always));

export function Header({
  view,
  onSwitch,
}: {
  view: TabView | null;
  onSwitch: (host: string, on: boolean) => void;
}): JSX.Element {
  const host = view?.host ?? null;
  return (
    <header className="popup-top">
      <h1 className="brand">
        <Icon name="byline" />
        {t('extName')}
      </h1>
      {view !== null && host !== null && switchable(view) && (
        <Switch
          on={view.state !== 'off'}
          label={t('popupSwitchLabel', host)}
          words={view.state === 'off' ? t('popupOffSite', host) : t('popupOnSite', host)}
          onChange={(on) => onSwitch(host, on)}
        />
      )}
    </header>
  );
}
