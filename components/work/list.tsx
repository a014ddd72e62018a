// Works one below the other.
import type { JSX, ReactNode } from 'react';
import type { WorkRow as Work } from '../../lib/catalog/views.ts';
import { WorkRow } from './row.tsx';

export function WorkList<W extends Work>(props: {
  works: readonly W[];
  onOpen: (id: string) => void;
  /** The line below each title, where it is not authors and venue. */
  below?: (work: W) => ReactNode;
}): JSX.Element {
  return (
    <ul className="works">
      {props.works.map((work) => (
        <li key={work.id}>
          <WorkRow work={work} onOpen={props.onOpen} below={props.below?.(work)} />
        </li>
      ))}
    </ul>
  );
}
