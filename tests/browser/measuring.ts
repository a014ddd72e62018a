// How often our scripts ask a page for places: the functions of their isolated world are wrapped, which the page's own
// scripts and those of the driver do not run through.
import type { Session, Tab } from '../../tools/browser/session.ts';

export interface Measured {
  /** Rectangles of elements and of text. */
  rects: number;
  /** What lies at a point. */
  points: number;
}

/** Runs in our isolated world of the tab: begins to count at the first call, then answers what was counted since. */
const count = (session: Session, tab: Tab): Promise<Measured> =>
  session.inExtension<Measured, number>(async (api, tabId) => {
    const [answer] = await api.scripting.executeScript({
      target: { tabId },
      func: () => {
        const world = globalThis as { measuredByUs?: { rects: number; points: number } };
        const before = world.measuredByUs ?? { rects: 0, points: 0 };
        const now = { rects: 0, points: 0 };
        if (world.measuredByUs === undefined) {
          const wrap = (owner: object, name: string, what: 'rects' | 'points'): void => {
            const call = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
            Reflect.set(owner, name, function (this: unknown, ...given: unknown[]): unknown {
              if (world.measuredByUs !== undefined) world.measuredByUs[what] += 1;
              return call.apply(this, given);
            });
          };
          for (const owner of [Element.prototype, Range.prototype])
            for (const name of ['getClientRects', 'getBoundingClientRect']) wrap(owner, name, 'rects');
          wrap(Document.prototype, 'elementFromPoint', 'points');
        }
        world.measuredByUs = now;
        return before;
      },
    });
    return answer?.result as { rects: number; points: number };
  }, tab.id);

/** Resets the counts; answers how to ask what was counted. */
export async function startCounting(session: Session, tab: Tab): Promise<() => Promise<Measured>> {
  await count(session, tab);
  return () => count(session, tab);
}
