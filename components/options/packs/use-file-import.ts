// Files that the reader chooses: stored one after the other, recognised by the importer, begun under a name.
import { useCallback, useState } from 'react';
import { ask } from '../../../lib/messages/client.ts';
import { sentenceOf } from '../../ui/sentence.ts';
import { askAgain, problemOf, recogniseFile } from './import-file.ts';
import type { Job } from './use-packs.ts';

export interface FileImport {
  /** Jobs of files that were chosen on this page, since it was opened. */
  chosen: ReadonlySet<string>;
  /** A file is being put into the store. */
  storing: boolean;
  problem: string | null;
  take: (files: readonly File[]) => Promise<void>;
  /** Imports a recognised file. */
  begin: (job: Job, name: string, id: string) => Promise<void>;
  /** Forgets a recognised file. */
  drop: (job: Job) => Promise<void>;
}

export function useFileImport(look: () => void): FileImport {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [storing, setStoring] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const take = useCallback(
    async (files: readonly File[]): Promise<void> => {
      if (files.length === 0) return;
      setProblem(null);
      setStoring(true);
      for (const file of files) {
        try {
          const job = await recogniseFile(file);
          setChosen((before) => new Set([...before, job]));
        } catch (error) {
          setProblem(problemOf(error, file.name));
        }
        look();
      }
      setStoring(false);
    },
    [look],
  );
  const change = useCallback(
    async (run: () => Promise<unknown>): Promise<void> => {
      try {
        await run();
        setProblem(null);
      } catch (error) {
        setProblem(sentenceOf(error));
      }
      look();
    },
    [look],
  );
  const begin = useCallback(
    (job: Job, name: string, id: string) => change(() => askAgain('packs.begin', { job: job.id, name, id })),
    [change],
  );
  const drop = useCallback((job: Job) => change(() => ask('packs.cancel', { job: job.id })), [change]);
  return { chosen, storing, problem, take, begin, drop };
}
