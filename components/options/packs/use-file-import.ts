// Files on their way in: recognised one after the other, proposed, begun.
import { useCallback, useState } from 'react';
import { begin, problemOf, propose, type Proposal } from './import-file.ts';

export interface Door {
  proposals: readonly Proposal[];
  recognising: boolean;
  /** A file is being put into the store. */
  busy: boolean;
  problem: string | null;
  take: (files: readonly File[]) => Promise<void>;
  begin: (proposal: Proposal, name: string, id: string) => Promise<void>;
  drop: (proposal: Proposal) => void;
}

export function useDoor(look: () => void): Door {
  const [proposals, setProposals] = useState<readonly Proposal[]>([]);
  const [recognising, setRecognising] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const drop = useCallback(
    ({ key }: Proposal) => setProposals((before) => before.filter((one) => one.key !== key)),
    [],
  );
  const take = useCallback(async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    setProblem(null);
    setRecognising(true);
    for (const file of files) {
      try {
        const proposal = await propose(file);
        setProposals((before) => [...before, proposal]);
      } catch (error) {
        setProblem(problemOf(error, file.name));
      }
    }
    setRecognising(false);
  }, []);
  const start = useCallback(
    async (proposal: Proposal, name: string, id: string): Promise<void> => {
      setBusy(true);
      try {
        await begin(proposal, name, id);
        setProblem(null);
        drop(proposal);
      } catch (error) {
        setProblem(problemOf(error, proposal.file.name));
      }
      setBusy(false);
      look();
    },
    [drop, look],
  );
  return { proposals, recognising, busy, problem, take, begin: start, drop };
}
