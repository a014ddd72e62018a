// A paper's note. It is saved a moment after the last key, and when the field is left; what could not be saved stays in
// the field, and is tried again.
import { useEffect, useRef, useState, type JSX } from 'react';
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
  const latest = useRef(text);
  latest.current = text;
  const save = useRef(onSave);
  save.current = onSave;

  const saveNow = async (): Promise<void> => {
    clearTimeout(timer.current);
    const now = latest.current;
    if (now === saved.current) return;
    setState('saving');
    if (!(await save.current(now))) {
      setState('failed');
      return;
    }
    saved.current = now;
    setState(latest.current === now ? 'saved' : 'changed');
  };
  const saveRef = useRef(saveNow);
  saveRef.current = saveNow;
  // Another paper is opened or the page is left: nothing that was typed is lost.
  useEffect(() => {
    const onHide = (): void => void saveRef.current();
    addEventListener('pagehide', onHide);
    return () => {
      removeEventListener('pagehide', onHide);
      void saveRef.current();
    };
  }, []);
  // Changed elsewhere, or undone: what is being typed here goes first.
  useEffect(() => {
    if (latest.current === saved.current && note !== saved.current) setText(note);
    if (latest.current === saved.current || latest.current === note) saved.current = note;
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
          timer.current = setTimeout(() => void saveRef.current(), PAUSE);
        }}
        onBlur={() => void saveNow()}
      />
      <span role="status" className={state === 'failed' ? 'l-note-state problem' : 'l-note-state'}>
        {state === 'failed' ? t('listNoteFailed') : state === 'saved' ? '' : t('listNoteSaving')}
      </span>
    </label>
  );
}
