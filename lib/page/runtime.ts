// The page script's own door to the browser: the three calls it needs, straight from the browser, because the
// polyfill would be a quarter of the script. Chrome and Firefox both answer with promises under one of two names.
import type { Answer, MessageName, OrderName, Order, OrderAnswer, Reply, Request } from '../messages/contract.ts';

interface Sender {
  id?: string;
  tab?: unknown;
}
/** True: the answer comes later. */
type Listener = (message: unknown, sender: Sender, reply: (answer: unknown) => void) => true | undefined;
interface Native {
  runtime: {
    id?: string;
    sendMessage: (message: unknown) => Promise<unknown>;
    onMessage: { addListener: (listener: Listener) => void; removeListener: (listener: Listener) => void };
  };
}

/** Answers to the worker's orders, one a name; null from what has ended meanwhile. */
export type Orders = { [N in OrderName]: (request: Order<N>) => OrderAnswer<N> | Promise<OrderAnswer<N> | null> };

/** Whom a page script asks and who gives it orders. The welcome page has one of its own. */
export interface Worker {
  ask: <N extends MessageName>(name: N, request: Request<N>) => Promise<Answer<N>>;
  listen: (orders: Orders, signal: AbortSignal) => void;
  /** False once the extension was updated or removed: this script is left over. */
  alive: () => boolean;
}

/** The worker refused; `code` says why. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** The worker of this extension. Its answers are ours: tests parse them on its side. */
export function extensionWorker(): Worker {
  const world = globalThis as { browser?: Native; chrome?: Native };
  const runtime = (world.browser ?? world.chrome)?.runtime;
  return {
    alive: () => runtime?.id !== undefined,
    ask: async <N extends MessageName>(name: N, request: Request<N>) => {
      const reply = (await runtime?.sendMessage({ name, request })) as Reply<N> | undefined;
      if (reply === undefined) throw new Error();
      if (reply.ok) return reply.value;
      throw new Refused(reply.error.code);
    },
    listen: (orders, signal) => {
      const listener: Listener = (message, sender, reply) => {
        // Orders come from the worker alone: its messages carry our id and no tab.
        if (sender.id !== runtime?.id || sender.tab !== undefined) return undefined;
        // Whatever is no order has no order's name.
        const { name, request } = Object(message) as { name: OrderName; request: never };
        if (!Object.hasOwn(orders, name)) return undefined;
        void Promise.resolve(orders[name](request)).then(reply);
        return true;
      };
      runtime?.onMessage.addListener(listener);
      signal.addEventListener('abort', () => {
        // A script left over from before an update has nothing to remove from.
        if (runtime?.id !== undefined) runtime.onMessage.removeListener(listener);
      });
    },
  };
}
