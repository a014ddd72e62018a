// The status of a paper, as a choice that looks like its sign.
import type { JSX } from 'react';
import { Status } from '../../lib/library/schema.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { Icon } from '../ui/icons.tsx';
import { statusLook } from '../work/row.tsx';

export function StatusChoice(props: {
  status: string;
  /** Whose status it is, for screen readers. */
  label: string;
  onChoose: (status: Status) => void;
  /** False: one of many rows, which Tab passes over; the keys of the list reach it. */
  inTabOrder?: boolean;
}): JSX.Element {
  const look = statusLook(props.status);
  const known = Status.safeParse(props.status).success;
  return (
    <label className={`l-status ${look.className}`} title={look.words}>
      <Icon name={look.icon} />
      <span className="b-hidden">{props.label}</span>
      <select
        value={props.status}
        tabIndex={props.inTabOrder === false ? -1 : undefined}
        onChange={({ target }) => {
          const chosen = Status.safeParse(target.value);
          if (chosen.success) props.onChoose(chosen.data);
        }}
      >
        {!known && <option value={props.status}>{props.status}</option>}
        {Status.options.map((status) => (
          <option key={status} value={status}>
            {statusLook(status).words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The same for several papers: nothing is chosen until something is pressed. */
export function StatusOfMany({ onChoose }: { onChoose: (status: Status) => void }): JSX.Element {
  return (
    <span className="l-buttons" role="group" aria-label={t('listMarkAs')}>
      {Status.options.map((status) => {
        const { icon, words } = statusLook(status);
        return (
          <button type="button" key={status} className="b-btn" onClick={() => onChoose(status)}>
            <Icon name={icon} />
            {words}
          </button>
        );
      })}
    </span>
  );
}
