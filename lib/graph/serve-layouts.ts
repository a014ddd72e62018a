// Layouts, asked for by message: the newest question is answered, those before it that are not done are given up.
import { layOut, type LayoutAnswer, type LayoutQuestion } from './layout.ts';

export interface LayoutRequest {
  id: number;
  question: LayoutQuestion;
}
export interface LayoutReply {
  id: number;
  places: LayoutAnswer;
}

/** Ticks between two looks for a newer question: a few milliseconds for a graph of 200 nodes. */
const TICKS_AT_ONCE = 10;

export function serveLayouts(reply: (reply: LayoutReply) => void): (request: LayoutRequest) => Promise<void> {
  let newest = -1;
  return async ({ id, question }) => {
    newest = id;
    const layout = layOut(question);
    while (!layout.run(TICKS_AT_ONCE)) {
      await new Promise((resolve) => setTimeout(resolve));
      if (newest !== id) return;
    }
    reply({ id, places: layout.places() });
  };
}
