// The page script's first question. While a browser starts, or wakes a worker that slept, nothing may answer yet.
import type { Answer } from '../messages/contract.ts';
import { later, retry } from './retry.ts';
import { WorkerRefused, type Worker } from './runtime.ts';

const PAUSES_MS = [200, 600, 1500, 4000];

/** Whether Byline may run here, and how. Null where the worker refused, or is gone for good. */
export const handshake = (worker: Worker, wait = later): Promise<Answer<'page.handshake'> | null> =>
  retry(
    () => worker.ask('page.handshake', { url: location.href }),
    PAUSES_MS,
    (error) => error instanceof WorkerRefused || !worker.alive(),
    wait,
  );
