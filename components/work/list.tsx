// Works one below the other. Up and down go from row to row; each is an ordinary button for Tab as well.
import type { JSX, KeyboardEvent, ReactNode } from 'react';
import type { WorkRow as Work } from '../../lib/views/schema.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { Icon } from '../ui/icons.tsx';
import { Link } from '../ui/link.tsx';
import { WorkRow } from './row.tsx';

export function WorkList<W extends Work>(props: {
  works: readonly W[];
  onOpen: (id: string) => void;
  /** The line below each title, where it is not authors and venue. */
  below?: (work: W) => ReactNode;
  /** What stands under each row. */
  after?: (work: W) => ReactNode;
}): JSX.Element {
  return (
    <ul className="b-works" onKeyDown={stepByKey}>
      {props.works.map((work) => (
        <li key={work.id} className="b-work-item">
          <WorkRow work={work} onOpen={props.onOpen} below={props.below?.(work)} />
          {work.page !== undefined && (
            <Link to={work.page} className="b-work-page" title={t('workPage')}>
              <Icon name="elsewhere" />
              <span className="b-hidden">{`${t('workPage')}: ${work.title}`}</span>
            </Link>
          )}
          {props.after?.(work)}
        </li>
      ))}
    </ul>
  );
}

function stepByKey(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by !== 0 && stepRows(event.currentTarget, by)) event.preventDefault();
}

/** Moves the focus to the next row, or to the first (last) one where none has it. Says whether there was one. */
export function stepRows(within: HTMLElement, by: 1 | -1): boolean {
  const rows = [...within.querySelectorAll<HTMLElement>('.b-work')];
  const at = rows.findIndex((row) => row.matches(':focus'));
  const next = at === -1 ? rows.at(by === 1 ? 0 : -1) : rows[at + by];
  next?.focus();
  return next !== undefined;
}
