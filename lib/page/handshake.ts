// The page script's first question. While a browser starts, or wakes a worker that slept, nothing may answer yet.
import type { Answer } from '../messages/contract.ts';
import { retry } from './retry.ts';
import { WorkerRefused, type Worker } from './runtime.ts';

/** Whether Byline may run here, and how. Null where the worker refused, or is gone for good. */
export const handshake = (
  worker: Worker,
  wait?: (ms: number) => Promise<void>,
): Promise<Answer<'page.handshake'> | null> =>
  retry(
    () => worker.ask('page.handshake', { url: location.href }),
    (error) => error instanceof WorkerRefused || !worker.alive(),
    wait,
  );
