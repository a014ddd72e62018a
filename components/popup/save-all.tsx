// Saves all papers of the page that are shown and not yet on the list, with one undo.
import { useState, type JSX } from 'react';
import { count, number, t } from '../../lib/i18n/i18n.ts';
import { ask } from '../../lib/messages/client.ts';
import { MAX_SAVED } from '../../lib/messages/max-saved.ts';
import type { WorkRow } from '../../lib/views/schema.ts';
import { sentenceOf } from '../ui/sentence.ts';

interface Saved {
  ids: readonly string[];
  now: number;
  unknown: number;
}

export function SaveAll(props: {
  /** The rows shown. */
  rows: readonly WorkRow[];
  tab: number;
  /** What the rows say of the list is to be asked again. */
  onChanged: () => void;
}): JSX.Element | null {
  const [saved, setSaved] = useState<Saved | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const open = props.rows.filter(({ status }) => status === null);
  const wanted = open.slice(0, MAX_SAVED);

  const change = async (act: () => Promise<Saved | null>): Promise<void> => {
    setBusy(true);
    try {
      setSaved(await act());
      setProblem(null);
      props.onChanged();
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const save = (): Promise<void> =>
    change(async () => {
      const now = Date.now();
      const { added, unknown } = await ask('list.save', { ids: wanted.map(({ id }) => id), tab: props.tab, now });
      return { ids: added, now, unknown };
    });
  const undo = ({ ids, now }: Saved): Promise<void> =>
    change(async () => {
      await ask('library.takeBack', { ids: [...ids], now, last: true });
      return null;
    });

  return (
    <>
      {wanted.length > 1 && (
        <button type="button" className="plain" disabled={busy} onClick={() => void save()}>
          {open.length > wanted.length
            ? t('popupSaveFirst', number(wanted.length))
            : count('popupSaveAll', wanted.length)}
        </button>
      )}
      <output className="saved-all">
        {saved !== null && (
          <>
            {count('popupSaved', saved.ids.length)} {saved.unknown > 0 && count('popupSavedUnknown', saved.unknown)}{' '}
            {saved.ids.length > 0 && (
              <button type="button" className="plain" disabled={busy} onClick={() => void undo(saved)}>
                {t('hereUndo')}
              </button>
            )}
          </>
        )}
        {problem}
      </output>
    </>
  );
}
