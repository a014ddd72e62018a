// One question to the worker as a component sees it: waiting, answered, or refused with a sentence and a retry.
import { useCallback, useEffect, useState } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { sentenceOf } from '../ui/sentence.ts';

export type Answered<T> =
  | { state: 'waiting' }
  | { state: 'answered'; value: T }
  | { state: 'refused'; sentence: string; retry: () => void };

/** An extension that was updated leaves its old page scripts without a worker; only a reload helps. */
export const refusalOf = (error: unknown): string =>
  error instanceof Error && /context invalidated/i.test(error.message) ? t('errorLost') : sentenceOf(error);

/** @param known what needs no question; painted at once. */
export function useAnswer<T>(question: () => Promise<T>, known: T | null): Answered<T> {
  const [answer, setAnswer] = useState<Answered<T>>(
    known === null ? { state: 'waiting' } : { state: 'answered', value: known },
  );
  const [tries, setTries] = useState(0);
  const retry = useCallback(() => {
    setAnswer({ state: 'waiting' });
    setTries((before) => before + 1);
  }, []);

  useEffect(() => {
    let wanted = true;
    question().then(
      (value) => wanted && setAnswer({ state: 'answered', value }),
      (error: unknown) => wanted && setAnswer({ state: 'refused', sentence: refusalOf(error), retry }),
    );
    return () => {
      wanted = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a level has one subject all its life; only a retry asks
  }, [tries]);
  return answer;
}
