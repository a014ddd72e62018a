// The rows of an import that were skipped: asked for only when the list is opened.
import { useState, type JSX } from 'react';
import { ask } from '../../../lib/messages/client.ts';
import type { Answer } from '../../../lib/messages/contract.ts';
import { count } from '../../../lib/i18n/i18n.ts';
import { placeText, rowFailureText } from '../../../lib/i18n/failures.ts';
import { sentenceOf } from '../../ui/sentence.ts';
import type { Job } from './use-packs.ts';

export function RefusedRows({ job }: { job: Job }): JSX.Element {
  const [refused, setRefused] = useState<Answer<'packs.refused'> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = async (): Promise<void> => {
    try {
      setRefused(await ask('packs.refused', { job: job.id }));
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  const more = refused === null ? 0 : refused.total - refused.rows.length;
  return (
    <details className="refused" onToggle={(event) => event.currentTarget.open && void read()}>
      <summary>{count('packsRefused', job.refused)}</summary>
      {problem !== null && <p className="problem">{problem}</p>}
      {refused !== null && (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by keys */}
          <ul className="refused-rows" tabIndex={0} aria-label={count('packsRefused', job.refused)}>
            {refused.rows.map(({ at, reason }, place) => (
              // Two rows may have the same place and reason.
              <li key={place}>
                <span className="refused-at">{placeText(at)}</span> {rowFailureText(reason)}
              </li>
            ))}
          </ul>
          {more > 0 && <p className="why">{count('packsRefusedMore', more)}</p>}
        </>
      )}
    </details>
  );
}
