// Asks the worker. Types only from the contract, so that the page script stays small: what comes back was parsed by
// the worker against the same contract before it was sent.
import { browser } from '../browser/browser.ts';
import type { Answer, Failure, MessageName, Reply, Request } from './contract.ts';

/** The worker said no; `message` is one sentence that may be shown. */
export class Refused extends Error {
  readonly code: Failure['code'];
  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'Refused';
    this.code = failure.code;
  }
}

/** Sends one message and gives its answer. Throws `Refused`, or the browser's own error when no worker is there. */
export async function ask<N extends MessageName>(name: N, request: Request<N>): Promise<Answer<N>> {
  const reply: Reply<N> = await browser.runtime.sendMessage({ name, request });
  if (reply.ok) return reply.value;
  throw new Refused(reply.error);
}
