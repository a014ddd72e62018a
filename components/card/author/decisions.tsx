// What the reader says of an author's works: said at once, kept by the worker, undone in place.
import { createContext, useContext, useEffect, useMemo, useRef, useState, type JSX, type ReactNode } from 'react';
import { t } from '../../../lib/i18n/i18n.ts';
import type { PersonView } from '../../../lib/views/schema.ts';
import { refusalOf } from '../use-answer.ts';
import type { Ask } from '../card-data.ts';
import { withAnswer, type Said } from './with-answer.ts';

/** One thing that the reader says. */
export interface Act {
  papers: readonly string[];
  says: Said;
  /** As a sentence, once it is said. */
  words: string;
}

interface Last extends Act {
  /** By which it is taken back; null while it is being kept. */
  ids: string[] | null;
}

export interface Decisions<V extends PersonView> {
  /** As the reader has it now. */
  view: V;
  last: Last | null;
  /** What is said once: what was undone, or why something could not be kept. */
  note: string | null;
  say: (act: Act) => void;
  undo: () => void;
  /** Takes back what was said at another time. */
  takeBack: (ids: readonly string[]) => void;
}

/** @param paper on whose byline the name was met
 *  @param reread asks the worker again, whose answer comes as another `view` */
export function useDecisions<V extends PersonView>(
  answered: V,
  { ask, paper, reread }: { ask: Ask; paper: string | undefined; reread: () => Promise<void> },
): Decisions<V> {
  const [moved, setMoved] = useState<{ of: V; act: Act } | null>(null);
  const [last, setLast] = useState<Last | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const view = useMemo(
    () => (moved === null || moved.of !== answered ? answered : withAnswer(answered, moved.act.papers, moved.act.says)),
    [answered, moved],
  );
  const failed = (error: unknown): void => {
    setMoved(null);
    setLast(null);
    setNote(refusalOf(error));
  };
  const person = answered.person.id;
  const say: Decisions<V>['say'] = (act) => {
    setNote(null);
    if (answered.privateWindow) {
      setNote(t('authorDecidePrivate'));
      return;
    }
    setMoved({ of: answered, act });
    setLast({ ...act, ids: null });
    const near = paper === undefined ? {} : { near: paper };
    ask('person.decide', { person, ...near, papers: [...act.papers], decision: act.says })
      .then(({ ids }) => {
        setLast({ ...act, ids });
        return reread();
      })
      .catch(failed);
  };
  const undo = (): void => {
    if (last !== null && last.ids !== null) takeBack(last.ids);
  };
  const takeBack = (ids: readonly string[]): void => {
    setNote(t('decidedUndone'));
    setLast(null);
    ask('person.undecide', { ids: [...ids] })
      .then(reread)
      .catch(failed);
  };
  return { view, last, note, say, undo, takeBack };
}

type Shared = Decisions<PersonView> & { paper: string | undefined };
const Context = createContext<Shared | null>(null);

export function DecisionsProvider(props: {
  of: Decisions<PersonView>;
  paper: string | undefined;
  children: ReactNode;
}): JSX.Element {
  const { of, paper, children } = props;
  return <Context.Provider value={{ ...of, paper }}>{children}</Context.Provider>;
}

/** Null where nothing can be said of works: a page of ours about something else. */
export const useShared = (): Shared | null => useContext(Context);

/** What was said last, with Undo, which has the focus then: the button that was pressed is gone. */
export function DecidedLine(): JSX.Element | null {
  const shared = useShared();
  const undo = useRef<HTMLButtonElement>(null);
  const last = shared?.last ?? null;
  const ids = last?.ids ?? null;
  useEffect(() => {
    if (ids !== null) undo.current?.focus({ preventScroll: true });
  }, [ids]);
  if (shared === null) return null;
  const words = last?.words ?? shared.note;
  return (
    <div className={words === null ? 'b-hidden' : 'b-decided'}>
      <span role="status">{words}</span>
      {last !== null && (
        <button type="button" ref={undo} className="b-link" aria-disabled={ids === null} onClick={shared.undo}>
          {t('saveUndo')}
        </button>
      )}
    </div>
  );
}
