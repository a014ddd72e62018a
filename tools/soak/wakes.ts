// A page gets its marks however often the worker was stopped before and while it was read.
import { note } from '../bench/pages.ts';
import { chance } from '../chance.ts';
import { copyFor, missingHosts } from '../annotate/copy.ts';
import { catalogReady, settledReport, wait } from '../browser/byline.ts';
import { openBrowser } from '../browser/open.ts';
import { served } from '../browser/site.ts';
import { needBuild } from '../build.ts';
import type { Outcome } from './outcome.ts';

const rounds = 30;
const address = 'https://en.wikipedia.org/wiki/Note';

export async function wakes(): Promise<Outcome> {
  const build = await needBuild('chromium');
  const { folder, remove } = copyFor(build, missingHosts(build, [address]));
  const session = await openBrowser('chromium', {
    extension: folder,
    site: (asked) => (asked === address ? served(note()) : null),
  });
  const { next: random } = chance(23);
  const missed: number[] = [];
  try {
    await catalogReady(session);
    for (let round = 0; round < rounds; round += 1) {
      const tab = await session.open();
      await session.stopWorker?.();
      const loaded = tab.goto(address);
      await wait(random() * 200);
      await session.stopWorker?.();
      await loaded;
      const report = await settledReport(session, tab);
      if ((report?.papers.length ?? 0) === 0) missed.push(round);
      await tab.close();
      if (round % 10 === 9) await session.reload?.();
    }
    const errors = await session.errors();
    return {
      holds: missed.length === 0 && errors.length === 0,
      notes: [`${rounds - missed.length} of ${rounds} pages got their mark`, ...errors],
    };
  } finally {
    await session.close();
    remove();
  }
}
