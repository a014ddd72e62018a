// What Byline costs the page that it reads: main thread, slices, long tasks, layout.
import { load, measure, shiftBetween } from '../annotate/load.ts';
import { markOf } from '../annotate/trace.ts';
import { settledReport } from '../browser/byline.ts';
import type { Session } from '../browser/session.ts';
import type { BenchPage } from './pages.ts';

export interface Cost {
  mainThreadMs: number;
  longestSliceMs: number;
  mentions: number;
}

/** One load of the page in a new document, by the page script's own account of its time. */
export async function costOf(session: Session, { url, name }: BenchPage): Promise<Cost> {
  const tab = await load(session, url);
  try {
    const report = await settledReport(session, tab, 60_000);
    if (report === null) throw new Error(`Byline does not run on the page “${name}”.`);
    const mentions = report.papers.reduce((sum, paper) => sum + paper.mentions.length, 0);
    return { ...report.cost, mentions };
  } finally {
    await tab.close();
  }
}

/** Milliseconds of one pass over all text of a page, reading no more than lengths, in a document that ran no other
 *  script: as little as anybody can do who looks at every text node. */
export async function floorOf(alone: Session, { url }: BenchPage): Promise<number> {
  const tab = await load(alone, url);
  try {
    return await tab.evaluate(() => {
      const began = performance.now();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let length = 0;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) length += (node as Text).data.length;
      const took = performance.now() - began;
      // Without a use of it an engine may leave the reading out.
      return length === 0 ? 0 : took;
    });
  } finally {
    await tab.close();
  }
}

/** How much more the page moved with Byline than without. */
export async function shiftOf(
  session: Session,
  alone: Session,
  { url }: BenchPage,
  windowHeight: number,
): Promise<number> {
  const bare = await load(alone, url);
  const without = await measure(alone, bare);
  await bare.close();
  const tab = await load(session, url);
  try {
    await settledReport(session, tab, 60_000);
    return shiftBetween(without, await measure(session, tab), windowHeight);
  } finally {
    await tab.close();
  }
}

/** A load that leaves its beginning and end in a trace that is running. */
export async function tracedLoad(session: Session, { url, name }: BenchPage): Promise<void> {
  const tab = await load(session, url, markOf(name, 'begin'));
  try {
    await settledReport(session, tab, 60_000);
    await tab.evaluate((words) => console.timeStamp(words), markOf(name, 'end'));
  } finally {
    await tab.close();
  }
}
