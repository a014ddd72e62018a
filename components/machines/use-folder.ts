// The folder that the reader chose, and the lists that are exchanged in it, as pages show them.
import { useCallback, useEffect, useRef, useState } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { ask } from '../../lib/messages/client.ts';
import type { Exchanged, Question } from '../../lib/folder/exchange.ts';
import { askToWrite, chooseFolder, forgetFolder, keptFolder, mayWrite } from '../../lib/folder/kept-folder.ts';
import { answered, exchangeLists, shareList } from '../../lib/folder/worker-list.ts';
import { sentenceOf } from '../ui/sentence.ts';
import { differenceWords } from './difference-words.ts';
import { sumOf } from './sum-of.ts';

export interface FolderState {
  /** Null where none was chosen; undefined until that is known. */
  folder: { name: string; isAllowed: boolean } | null | undefined;
  busy: boolean;
  problem: string | null;
  /** What was merged. */
  said: string;
  /** Files of other machines that could not be read. */
  unread: readonly string[];
  /** The file that the reader is asked about. */
  question: Question | null;
  undo: (() => void) | null;
  choose: () => void;
  allow: () => void;
  forget: () => void;
  exchange: () => void;
  answer: (removals: 'ask' | 'take' | 'keep') => void;
  leave: () => void;
}

const nothing = { questions: [], unread: [], undos: [] } satisfies Partial<Exchanged>;

/** `exchanges`: at once, where the browser allows it. */
export function useFolder(exchanges: boolean): FolderState {
  const [folder, setFolder] = useState<FolderState['folder']>(undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [left, setLeft] = useState<Pick<Exchanged, 'questions' | 'unread' | 'undos'>>(nothing);
  const look = useCallback(async (): Promise<boolean> => {
    const kept = await keptFolder();
    const isAllowed = kept !== null && (await mayWrite(kept));
    setFolder(kept === null ? null : { name: kept.handle.name, isAllowed });
    return isAllowed;
  }, []);
  const merge = useCallback(async (asks: boolean): Promise<void> => {
    const { views, ...rest } = await exchangeLists(asks);
    setLeft(rest);
    const sum = sumOf(views);
    const isNothing = Object.values(sum).every(({ added, changed, removed }) => added + changed + removed === 0);
    // Where the page does so by itself, nothing new is nothing to say.
    if (!isNothing) setSaid(t('mergeDone', differenceWords(sum)));
    else setSaid(asks ? t('folderNothing') : '');
  }, []);
  const run = useCallback(async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    setSaid('');
    try {
      await work();
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  }, []);
  const began = useRef(false);
  useEffect(() => {
    // Once: a second time would find nothing new, and say so in place of what was merged.
    if (began.current) return;
    began.current = true;
    void run(async () => {
      if ((await look()) && exchanges) await merge(false);
    });
  }, [exchanges, look, merge, run]);
  const press = (work: () => Promise<unknown>): void => {
    if (!busy) void run(work);
  };
  const [question = null, ...others] = left.questions;
  return {
    folder,
    busy,
    problem,
    said,
    unread: left.unread,
    question,
    undo:
      left.undos.length === 0
        ? null
        : () =>
            press(async () => {
              for (const undo of left.undos) await ask('merge.undo', { undo });
              setLeft({ ...left, undos: [] });
              setSaid(t('mergeUndone'));
            }),
    choose: () =>
      press(async () => {
        await chooseFolder();
        setLeft(nothing);
        await look();
      }),
    allow: () =>
      press(async () => {
        const kept = await keptFolder();
        const isAllowed = kept !== null && (await askToWrite(kept));
        await look();
        if (!isAllowed) setProblem(t('folderRefused'));
        else if (exchanges) await merge(false);
      }),
    forget: () =>
      press(async () => {
        await forgetFolder();
        setLeft(nothing);
        await look();
      }),
    exchange: () =>
      press(async () => {
        await merge(true);
        await look();
      }),
    answer: (removals) =>
      press(async () => {
        if (question === null) return;
        const done = await ask('merge.do', { text: question.text, removals });
        if (done.undo === null) {
          setLeft({ ...left, questions: [{ ...question, view: done.view }, ...others] });
          return;
        }
        setLeft({ ...left, questions: others, undos: [done.undo, ...left.undos] });
        await answered(question.name, question.mark);
        await shareList();
        setSaid(t('mergeDone', differenceWords(done.view)));
      }),
    leave: () => setLeft({ ...left, questions: others }),
  };
}
