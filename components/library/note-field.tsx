// A paper's note. It is saved a moment after the last key, and when the field is left; what could not be saved stays in
// the field, and is tried again.
import { useCallback, useEffect, useRef, useState, type JSX } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { MAX_NOTE } from '../../lib/library/schema.ts';

/** Milliseconds after the last key. */
const PAUSE = 800;

export function NoteField({
  note,
  onSave,
}: {
  note: string;
  /** Says whether it was saved. */
  onSave: (note: string) => Promise<boolean>;
}): JSX.Element {
  const [text, setText] = useState(note);
  const [state, setState] = useState<'saved' | 'changed' | 'saving' | 'failed'>('saved');
  const saved = useRef(note);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What is to be saved, for those who ask later than this drawing. */
  const latest = useRef({ text, onSave });
  useEffect(() => {
    latest.current = { text, onSave };
  });

  const saveNow = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const now = latest.current.text;
    if (now === saved.current) return;
    setState('saving');
    if (!(await latest.current.onSave(now))) {
      setState('failed');
      return;
    }
    saved.current = now;
    setState(latest.current.text === now ? 'saved' : 'changed');
  }, []);
  // Another paper is opened or the page is left: nothing that was typed is lost.
  useEffect(() => {
    const onHide = (): void => void saveNow();
    addEventListener('pagehide', onHide);
    return () => {
      removeEventListener('pagehide', onHide);
      void saveNow();
    };
  }, [saveNow]);
  // Changed elsewhere, or undone: what is being typed here goes first.
  useEffect(() => {
    const typed = latest.current.text;
    if (typed === saved.current && note !== saved.current) setText(note);
    if (typed === saved.current || typed === note) saved.current = note;
  }, [note]);

  return (
    <label className="l-note">
      <span>{t('listNote')}</span>
      <textarea
        value={text}
        rows={Math.min(14, Math.max(3, text.split('\n').length + 1))}
        maxLength={MAX_NOTE}
        placeholder={t('listNotePlaceholder')}
        onChange={({ target }) => {
          setText(target.value);
          setState('changed');
          clearTimeout(timer.current);
          timer.current = setTimeout(() => void saveNow(), PAUSE);
        }}
        onBlur={() => void saveNow()}
      />
      <span role="status" className={state === 'failed' ? 'l-note-state problem' : 'l-note-state'}>
        {state === 'failed' ? t('listNoteFailed') : state === 'saved' ? '' : t('listNoteSaving')}
      </span>
    </label>
  );
}
