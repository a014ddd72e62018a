// A star: on or off.
import type { JSX } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { Icon } from '../ui/icons.tsx';

export function Star(props: {
  row: { title: string; starred: boolean };
  onPress: () => void;
  inTabOrder?: boolean;
}): JSX.Element {
  const { title, starred } = props.row;
  return (
    <button
      type="button"
      className="l-star"
      tabIndex={props.inTabOrder === false ? -1 : undefined}
      aria-pressed={starred}
      aria-label={t('listStarOf', title)}
      title={t(starred ? 'listUnstar' : 'listStar')}
      onClick={props.onPress}
    >
      <Icon name={starred ? 'star' : 'star-outline'} />
    </button>
  );
}
