// Asks the worker. Types only from the contract, so that what asks stays small: answers are the worker's own, and
// tests parse them there.
import { browser } from '../browser/browser.ts';
import { FailureError } from '../failures/failure-error.ts';
import type { Answer, MessageName, Reply, Request } from './contract.ts';

/** The worker's failure, on the side that asked. `components/ui/sentence.ts` words it. */
export class ServerError extends FailureError {
  override name = 'ServerError';
}

/** Sends one message and gives its answer. Throws `ServerError`, or the browser's own error when no worker is there. */
export async function ask<N extends MessageName>(name: N, request: Request<N>): Promise<Answer<N>> {
  const reply: Reply<N> = await browser.runtime.sendMessage({ name, request });
  if (reply.ok) return reply.value;
  throw new ServerError(reply.error.code, ...reply.error.args);
}
