// Papers by people the reader follows, seen on pages: each opens its card; Remove turns into Undo in place.
import { useState, type JSX } from 'react';
import { number, t } from '../../lib/i18n/i18n.ts';
import { WorkList } from '../work/list.tsx';
import type { MetList } from './use-met.ts';

/** Papers at first; the rest on demand. */
const FIRST = 3;

export function MetSection(props: { met: MetList; onOpen: (paper: string) => void }): JSX.Element | null {
  const { rows, total, gone, problem, press } = props.met;
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="met-papers" className="popup-part">
      <div className="part-head">
        <h2 id="met-papers">{t('metHead', number(total))}</h2>
        {shown.length < rows.length && (
          <button type="button" className="plain" onClick={() => setAll(true)}>
            {t('popupListMore')}
          </button>
        )}
      </div>
      <WorkList
        works={shown}
        onOpen={props.onOpen}
        after={({ id, title }) => (
          <button
            type="button"
            className="plain"
            aria-label={t(gone.has(id) ? 'metUndoLabel' : 'metRemoveLabel', title)}
            onClick={() => press(id)}
          >
            {t(gone.has(id) ? 'followsUndo' : 'metRemove')}
          </button>
        )}
      />
      {problem !== null && (
        <p role="alert" className="popup-state problem">
          {problem}
        </p>
      )}
    </section>
  );
}
