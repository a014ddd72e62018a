// How long a reader waits for the first mark when the browser has stopped the worker, as it does after 30 idle seconds.
import type { Session } from '../browser/session.ts';
import { measured, type Measured } from './figures.ts';
import { note } from './pages.ts';
import { eventually } from '../browser/byline.ts';
import { served } from '../browser/site.ts';
import { interleaved, median } from './statistics.ts';

/** A page with one title of the bundled catalog. */
export const notePage = 'https://en.wikipedia.org/wiki/Note';

/** A message that needs no store, to a worker that is not running, and its answer: what the browser alone costs. */
async function bareMessage(session: Session): Promise<number> {
  await session.stopWorker?.();
  return session.inExtension(async (api) => {
    const began = performance.now();
    await api.runtime.sendMessage({ name: 'settings.get', request: {} });
    return performance.now() - began;
  });
}

/** From the moment at which the page script may start to Byline's overlay in the page. */
export async function firstMark(session: Session): Promise<number> {
  const tab = await session.open();
  await session.stopWorker?.();
  try {
    await tab.goto(notePage);
    const took = await eventually(
      () =>
        tab
          .evaluate(() => {
            const at = (globalThis as { firstMark?: number }).firstMark;
            const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
            return at === undefined || page === undefined ? null : at - page.domContentLoadedEventEnd;
          })
          .then((value) => value ?? undefined),
      20_000,
    );
    if (took === undefined) throw new Error('No mark came within 20 s of a stopped worker.');
    return took;
  } finally {
    await tab.close();
  }
}

export async function wakeFigure(session: Session, repeats: number): Promise<Measured> {
  session.serve((asked) => (asked === notePage ? served(note()) : null));
  // Once each for what the browser does only the first time.
  await bareMessage(session);
  await firstMark(session);
  const { bare, first } = await interleaved(repeats, {
    bare: () => bareMessage(session),
    first: () => firstMark(session),
  });
  return measured('wake', median(first) / median(bare), [
    `first mark ${median(first).toFixed(0)} ms, bare message ${median(bare).toFixed(0)} ms`,
  ]);
}
