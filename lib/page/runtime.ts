// The calls that the page script makes to the browser.
// Chrome and Firefox both answer with promises, under one of two names.
import type {
  Answer,
  MessageName,
  PageCommand,
  PageCommandAnswer,
  PageCommandName,
  Reply,
  Request,
} from '../messages/contract.ts';

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

/** Answers to the worker's commands, one a name; null from what has ended meanwhile. */
export type CommandHandlers = {
  [N in PageCommandName]: (request: PageCommand<N>) => PageCommandAnswer<N> | Promise<PageCommandAnswer<N> | null>;
};

/** The worker as a page script sees it: it answers questions and sends commands. The welcome page has its own. */
export interface Worker {
  ask: <N extends MessageName>(name: N, request: Request<N>) => Promise<Answer<N>>;
  listen: (commands: CommandHandlers, signal: AbortSignal) => void;
  /** False once the extension was updated or removed: this script is left over. */
  alive: () => boolean;
}

/** The worker answered, and refused. */
export class WorkerRefused extends Error {}

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
      throw new WorkerRefused();
    },
    listen: (commands, signal) => {
      const listener: Listener = (message, sender, reply) => {
        // Commands come from the worker alone: its messages carry our id and no tab.
        if (sender.id !== runtime?.id || sender.tab !== undefined) return undefined;
        // What is no command has no command's name.
        const { name, request } = Object(message) as { name: PageCommandName; request: never };
        if (!Object.hasOwn(commands, name)) return undefined;
        void Promise.resolve(commands[name](request)).then(reply);
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
