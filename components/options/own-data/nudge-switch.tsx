// Whether the popup says once a day what is unread for longest.
import { useEffect, useState, type JSX } from 'react';
import { t } from '../../../lib/i18n/i18n.ts';
import { isNudgeOn, setNudge } from '../../../lib/settings/nudge.ts';
import { Switch } from '../../ui/switch.tsx';

export function NudgeSwitch(): JSX.Element {
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => {
    isNudgeOn().then(setOn, () => setOn(false));
  }, []);
  return (
    <Switch
      on={on ?? false}
      label={t('nudgeSwitch')}
      words={t('nudgeSwitch')}
      disabled={on === null}
      onChange={(next) => {
        setOn(next);
        void setNudge(next).catch(() => setOn(!next));
      }}
    />
  );
}
