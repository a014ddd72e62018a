// The reading list from a card: one press saves, the next offers the status; taking off is undone, not confirmed.
import { useEffect, useRef, useState } from 'react';
import type { KeptStatus, Status } from '../../lib/library/schema.ts';
import { language, t } from '../../lib/i18n/i18n.ts';
import { whenWords } from '../../lib/i18n/when.ts';
import type { PaperView } from '../../lib/views/schema.ts';
import { Drawn } from '../ui/unsearchable-text.tsx';
import { Icon } from '../ui/icons.tsx';
import { statusLook } from '../work/row.tsx';
import type { Drawers } from './drawers.ts';
import { useCommand } from './commands.tsx';
import { usePaper } from './subject.tsx';
import { refusalOf } from './use-answer.ts';

/** In the order in which a paper goes through them. */
const statuses = ['to-read', 'reading', 'read'] as const satisfies readonly Status[];

export interface Save {
  status: KeptStatus | null;
  /** What was taken off just now, and can be brought back. */
  removed: KeptStatus | null;
  /** One sentence: why this can't be, or was not, saved. */
  problem: string | null;
  /** Does once more what failed; null where nothing did. */
  again: (() => void) | null;
  set: (status: KeptStatus | null) => void;
  press: () => void;
}

export function useSave(drawers: Drawers): Save {
  const { view, ask, onStatus } = usePaper();
  const [status, setStatus] = useState(view.status);
  const [removed, setRemoved] = useState<KeptStatus | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** The status that could not be written. */
  const [draft, setDraft] = useState<{ status: KeptStatus | null } | null>(null);
  useEffect(() => setStatus(view.status), [view.status]);

  const set = (next: KeptStatus | null): void => {
    const before = status;
    // Shown at once, taken back if the store says no: saving must feel like a pencil mark.
    setStatus(next);
    setRemoved(next === null ? before : null);
    setProblem(null);
    setDraft(null);
    if (next === null) drawers.show(null);
    ask('library.set', { id: view.id, status: next }).then(
      (answer) => onStatus(answer.status),
      (error: unknown) => {
        setStatus(before);
        setRemoved(null);
        setProblem(refusalOf(error));
        setDraft({ status: next });
      },
    );
  };
  const press = (): void => {
    if (view.privateWindow) setProblem(t('savePrivate'));
    else if (status === null) set('to-read');
    else drawers.toggle('status');
  };
  useCommand('save', press);
  const again = draft === null ? null : () => set(draft.status);
  return { status, removed, problem, again, set, press };
}

export function SaveButton({ save, drawers }: { save: Save; drawers: Drawers }) {
  const { view } = usePaper();
  const { status } = save;
  if (status !== null && !view.privateWindow) {
    const { icon, words, className } = statusLook(status);
    return (
      <button
        type="button"
        className={`b-btn b-saved ${className}`}
        data-guarded=""
        aria-label={words}
        aria-expanded={drawers.open === 'status'}
        aria-controls={drawers.open === 'status' ? drawers.id('status') : undefined}
        onClick={save.press}
      >
        <Icon name={icon} />
        <Drawn words={words} />
      </button>
    );
  }
  return (
    <button
      type="button"
      className="b-btn"
      data-guarded=""
      aria-label={t('saveSave')}
      // Focusable all the same, so that everybody can learn why it does nothing.
      aria-disabled={view.privateWindow || undefined}
      title={t(view.privateWindow ? 'savePrivate' : 'saveTitle')}
      onClick={save.press}
    >
      <Icon name="bookmark-outline" />
      <Drawn words={t('saveSave')} />
    </button>
  );
}

/** "Saved today", "Reading since Tuesday", "Read 3 November"; null where the list does not say when. */
function sinceWords(status: Save['status'], { readAt, statusSince }: PaperView, now: number): string | null {
  const time = status === 'read' && readAt !== null ? readAt : statusSince;
  if (time === null) return null;
  const key = status === 'read' ? 'listRead' : status === 'reading' ? 'listReading' : 'listSaved';
  const words = t(key, whenWords(time, now, language()));
  return words.charAt(0).toLocaleUpperCase(language()) + words.slice(1);
}

export function StatusChoice({ save }: { save: Save }) {
  const { view } = usePaper();
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus(), []);
  const [now] = useState(() => Date.now());
  const since = sinceWords(save.status, view, now);
  return (
    <>
      <div className="b-segments" role="group" aria-label={t('saveStatus')} ref={group}>
        {statuses.map((status) => (
          <button
            type="button"
            key={status}
            data-guarded=""
            aria-label={statusLook(status).words}
            aria-pressed={save.status === status}
            onClick={() => save.set(status)}
          >
            <Drawn words={statusLook(status).words} />
          </button>
        ))}
      </div>
      <button
        type="button"
        className="b-link b-small"
        data-guarded=""
        aria-label={t('saveRemove')}
        onClick={() => save.set(null)}
      >
        <Drawn words={t('saveRemove')} />
      </button>
      {since !== null && (
        <p className="b-line">
          <Drawn words={since} />
        </p>
      )}
    </>
  );
}

export function SaveLine({ save }: { save: Save }) {
  const undo = save.removed;
  return (
    <div role="status" className={undo === null && save.problem === null ? 'b-hidden' : 'b-line'}>
      {save.problem !== null && (
        <span>
          {save.problem}{' '}
          {save.again !== null && (
            <button type="button" className="b-link" data-guarded="" onClick={save.again}>
              {t('cardRetry')}
            </button>
          )}
        </span>
      )}
      {undo !== null && (
        <span>
          {t('saveRemoved')}{' '}
          <button type="button" className="b-link" data-guarded="" onClick={() => save.set(undo)}>
            {t('saveUndo')}
          </button>
        </span>
      )}
    </div>
  );
}
