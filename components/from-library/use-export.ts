// A file on its way to the reading list: read, looked at, added, undone. Reading it is loaded when there is one.
import { useEffect, useRef, useState } from 'react';
import type { Export } from '../../lib/exports/read-export.ts';
import type { FrequentPerson } from '../../lib/exports/frequent-people.ts';
import { ask } from '../../lib/messages/client.ts';
import type { PaperRecord } from '../../lib/paper/record.ts';
import { sentenceOf } from '../ui/sentence.ts';

/** Papers of one message, at most as many as the contract takes. */
const AT_ONCE = 200;

export interface Found {
  name: string;
  what: string;
  fresh: PaperRecord[];
  there: PaperRecord[];
  skipped: Export['skipped'];
  people: FrequentPerson[];
  /** arXiv's fields that its papers are mostly of. */
  fields: string[];
}

export type ExportState =
  | { at: 'none' }
  | { at: 'reading'; name: string; progress: number }
  | { at: 'found'; found: Found }
  | { at: 'adding'; found: Found; progress: number }
  | { at: 'added'; found: Found; ids: string[]; now: number }
  | { at: 'undone'; taken: number };

export interface ExportImport {
  state: ExportState;
  problem: string | null;
  take: (file: File) => void;
  add: () => void;
  undo: () => void;
  /** Ends what is under way, or puts the file away. Papers that were added stay, and can be undone. */
  stop: () => void;
}

const inParts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) => all.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

async function look(file: File, signal: AbortSignal, onProgress: (progress: number) => void): Promise<Found> {
  const { readExport, frequentPeople, fieldsOfPapers, keysOfEach } = await import('../../lib/exports/exports.ts');
  const { what, papers, skipped } = await readExport(file, file.name, { signal, onProgress });
  const fresh: PaperRecord[] = [];
  const there: PaperRecord[] = [];
  for (const part of inParts(papers)) {
    signal.throwIfAborted();
    const answer = await ask('library.compare', { papers: keysOfEach(part) });
    for (const [at, paper] of part.entries()) (answer.there[at] === true ? there : fresh).push(paper);
  }
  const people = frequentPeople(papers, Date.now());
  return { name: file.name, what, fresh, there, skipped, people, fields: fieldsOfPapers(papers) };
}

export function useExport(): ExportImport {
  const [state, setState] = useState<ExportState>({ at: 'none' });
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef(new AbortController());
  useEffect(() => () => running.current.abort(), []);

  /** One piece of work at a time; what it throws is said, unless it was stopped. */
  const run = async (work: (signal: AbortSignal) => Promise<void>, back: ExportState): Promise<void> => {
    running.current.abort();
    const mine = new AbortController();
    running.current = mine;
    setProblem(null);
    try {
      await work(mine.signal);
    } catch (error) {
      if (mine.signal.aborted) return;
      setProblem(sentenceOf(error));
      setState(back);
    }
  };

  const take = (file: File): void => {
    void run(
      async (signal) => {
        setState({ at: 'reading', name: file.name, progress: 0 });
        const found = await look(file, signal, (progress) => setState({ at: 'reading', name: file.name, progress }));
        if (!signal.aborted) setState({ at: 'found', found });
      },
      { at: 'none' },
    );
  };

  const add = (): void => {
    if (state.at !== 'found') return;
    const { found } = state;
    void run(async (signal) => {
      const { keptOfRecord } = await import('../../lib/exports/exports.ts');
      const now = Date.now();
      const ids: string[] = [];
      const parts = inParts(found.fresh);
      for (const [at, part] of parts.entries()) {
        // What is on the list by now stays, and can be undone.
        if (signal.aborted) break;
        setState({ at: 'adding', found, progress: at / parts.length });
        const papers = part.map((record) => keptOfRecord(record, found.name.slice(0, 80)));
        const answer = await ask('library.add', { papers, now, last: at === parts.length - 1 }).catch(
          (error: unknown) => {
            setProblem(sentenceOf(error));
            return null;
          },
        );
        if (answer === null) break;
        ids.push(...answer.added);
      }
      setState(ids.length === 0 ? { at: 'found', found } : { at: 'added', found, ids, now });
    }, state);
  };

  const undo = (): void => {
    if (state.at !== 'added') return;
    const { ids, now } = state;
    void run(async () => {
      let taken = 0;
      const parts = inParts(ids);
      for (const [at, part] of parts.entries())
        taken += (await ask('library.takeBack', { ids: part, now, last: at === parts.length - 1 })).taken;
      setState({ at: 'undone', taken });
    }, state);
  };

  const stop = (): void => {
    running.current.abort();
    if (state.at !== 'adding') setState({ at: 'none' });
  };

  return { state, problem, take, add, undo, stop };
}
