// The papers that are ticked as a list of references, links or BibTeX, on the clipboard.
import type { JSX } from 'react';
import { ask } from '../../lib/messages/client.ts';
import { CiteChoice } from '../work/cite-choice.tsx';
import { useCiting } from '../work/use-citing.ts';

export function CiteMany({ ids }: { ids: readonly string[] }): JSX.Element {
  const citing = useCiting(ask);
  const said = citing.problem ?? citing.said;
  return (
    <span className="l-cite">
      <CiteChoice citing={citing} onChoose={(form) => citing.copy(ids, form)} />
      <span role="status" className={said === '' ? 'b-hidden' : 'l-note-line'}>
        {said}
      </span>
    </span>
  );
}
