// The one place where messages arrive. Unknown names, senders that may not, and payloads that do not parse are
// refused before a handler sees them. Answers are our own: only tests and development builds parse them.
import { browser } from '../browser/browser.ts';
import { FailureError } from '../failures/failure-error.ts';
import type { Failure } from '../failures/failure.ts';
import { checkAnswer } from './check-answer.ts';
import { contract, type Answer, type MessageName, type Request, type Sender } from './contract.ts';

export interface Context {
  sender: Sender;
  /** The tab and frame of a page's content script. */
  tab: number | null;
  frame: number | null;
  /** The address of the page whose content script it is. */
  page: string | null;
  /** The message came from a private window. */
  privateWindow: boolean;
}
export type Handler<N extends MessageName> = (request: Request<N>, context: Context) => Promise<Answer<N>>;
export type Handlers = { [N in MessageName]: Handler<N> };

/** A handler throws this where it can't do what was asked. */
export class RequestError extends FailureError {
  override name = 'RequestError';
}

/** Parsing the first answers of a woken worker takes a millisecond or two that a page waits for. */
const CHECKS_ANSWERS = import.meta.env.MODE !== 'production';

interface MessageSender {
  id?: string | undefined;
  url?: string | undefined;
  tab?: { id?: number | undefined; incognito?: boolean | undefined } | undefined;
  frameId?: number | undefined;
}

/** Who sent it, or null for a stranger. A tab of ours (options, welcome) has our own address. */
export function senderOf(sender: MessageSender, ownId: string, ownOrigin: string): Sender | null {
  if (sender.id !== ownId) return null;
  if (sender.url?.startsWith(ownOrigin) === true) return 'extension';
  return sender.tab?.id === undefined ? null : 'page';
}

const failed = (failure: Failure): { ok: false; error: Failure } => ({ ok: false, error: failure });

const isMessageName = (name: unknown): name is MessageName => typeof name === 'string' && Object.hasOwn(contract, name);

/** Answers one message, whatever it is; never throws. */
export async function answer(message: unknown, sender: MessageSender, handlers: Handlers): Promise<unknown> {
  const from = senderOf(sender, browser.runtime.id, browser.runtime.getURL(''));
  if (from === null) return failed({ code: 'not-allowed', args: [] });
  if (typeof message !== 'object' || message === null || !('name' in message) || !isMessageName(message.name))
    return failed({ code: 'bad-request', args: [] });
  const { name } = message;
  const entry = contract[name];
  if (!(entry.from as readonly Sender[]).includes(from)) return failed({ code: 'not-allowed', args: [name] });
  const request = entry.request.safeParse('request' in message ? message.request : undefined);
  if (!request.success) return failed({ code: 'bad-request', args: [name] });
  try {
    // The name chose both schema and handler, which TypeScript can't follow through the union.
    const handler = handlers[name] as (request: unknown, context: Context) => Promise<unknown>;
    const value = await handler(request.data, {
      sender: from,
      tab: sender.tab?.id ?? null,
      frame: sender.frameId ?? null,
      page: from === 'page' ? (sender.url ?? null) : null,
      privateWindow: sender.tab?.incognito === true,
    });
    if (CHECKS_ANSWERS) checkAnswer(entry.answer, name, value);
    return { ok: true, value };
  } catch (error) {
    if (error instanceof RequestError) return failed(error.failure);
    console.error(`Byline: ${name} failed`, error);
    return failed({ code: 'internal', args: [] });
  }
}

/** Starts answering. `sendResponse` with `return true`: a Dexie promise returned from here would arrive as undefined. */
export function serve(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    void answer(message, sender, handlers).then(sendResponse);
    return true;
  });
}
