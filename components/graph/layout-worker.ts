// Asks the worker that lays graphs out. It starts with the first question and ends with the page or when it is closed.
import type { LayoutReply, LayoutRequest } from '../../lib/graph/serve-layouts.ts';
import type { LayoutAnswer, LayoutQuestion } from '../../lib/graph/layout.ts';

export interface Settler {
  /** Null where a later question took its place. Throws where there is no worker. */
  settle: (question: LayoutQuestion) => Promise<LayoutAnswer | null>;
  close: () => void;
}

export function layoutWorker(create = (): Worker => new Worker('/graph-layout.js')): Settler {
  let worker: Worker | null = null;
  let asked = 0;
  let waiting: { id: number; done: (answer: LayoutAnswer | null) => void; failed: (why: Error) => void } | null = null;
  const start = (): Worker => {
    const started = create();
    started.addEventListener('message', ({ data }: MessageEvent<LayoutReply>) => {
      if (waiting?.id !== data.id) return;
      waiting.done(data.places);
      waiting = null;
    });
    started.addEventListener('error', ({ message }) => {
      waiting?.failed(new Error(message));
      waiting = null;
      worker = null;
    });
    return started;
  };
  return {
    settle: async (question) => {
      worker ??= start();
      asked += 1;
      const request: LayoutRequest = { id: asked, question };
      waiting?.done(null);
      const answer = new Promise<LayoutAnswer | null>((done, failed) => {
        waiting = { id: request.id, done, failed };
      });
      worker.postMessage(request);
      return answer;
    },
    close: () => {
      waiting?.done(null);
      waiting = null;
      worker?.terminate();
      worker = null;
    },
  };
}
