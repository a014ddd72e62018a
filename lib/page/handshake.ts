// The page script's first question. A browser that starts, or wakes a worker that slept, may have nobody to answer yet.
import type { Answer } from '../messages/contract.ts';
import { Refused, type Worker } from './runtime.ts';

const retryMs = [200, 600, 1500, 4000];

/** May Byline run here, and how? Null where the worker refused, or is gone for good. */
export async function begin(worker: Worker, wait = later): Promise<Answer<'page.begin'> | null> {
  for (const ms of [...retryMs, null]) {
    try {
      return await worker.ask('page.begin', { url: location.href });
    } catch (error) {
      if (ms === null || error instanceof Refused || !worker.alive()) return null;
      await wait(ms);
    }
  }
  return null;
}

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
