// An error that carries a failure. Its message is for logs: the code and what it is about.
import type { Failure, FailureArg, FailureCode } from './failure.ts';

const logged = (arg: FailureArg): string => (typeof arg === 'object' ? [arg.code, ...arg.args].join(' ') : String(arg));

export class FailureError extends Error {
  readonly failure: Failure;

  constructor(code: FailureCode, ...args: readonly FailureArg[]) {
    super([code, ...args.map(logged)].join(', '));
    this.failure = { code, args: [...args] };
  }
}
