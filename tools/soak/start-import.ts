// An import as a reader begins it, for trials that disturb it: nothing here waits for its end, and a worker that is
// stopped in the middle of an answer is asked again.
import type { Answer } from '../../lib/messages/contract.ts';
import { ask, eventually } from '../browser/byline.ts';
import { answerTo } from '../browser/packs.ts';
import type { Session } from '../browser/session.ts';

export type Job = Answer<'packs.list'>['jobs'][number];

/** The jobs as they are; undefined where the worker was stopped before it answered. */
export const listed = (session: Session): Promise<Answer<'packs.list'> | undefined> =>
  Promise.race([
    ask(session, 'packs.list', {}).catch(() => undefined),
    new Promise<undefined>((resolve) => {
      setTimeout(() => resolve(undefined), 5000);
    }),
  ]);

/** Chooses the file in the options page and presses its button. Answers the job's id, or the sentence of a refusal. */
export async function startImport(session: Session, path: string): Promise<{ job: string } | { refused: string }> {
  const before = new Set((await listed(session))?.jobs.map(({ id }) => id));
  const page = await session.openOwn('options.html');
  try {
    await eventually(() => page.evaluate(() => document.querySelector('#pack-file') !== null || undefined));
    await page.files('#pack-file', [path]);
    const refused = await answerTo(session, page, path, before);
    if (refused !== null) return { refused };
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-proposal] [type="submit"]')?.click());
    const job = await eventually(async () => (await listed(session))?.jobs.find(({ id }) => !before.has(id)), 60_000);
    if (job === undefined) throw new Error(`No import of ${path} began.`);
    return { job: job.id };
  } finally {
    await page.close();
  }
}

export const isOver = ({ state }: Job): boolean => state === 'done' || state === 'failed';

/** Waits until the job is over; `watch` is called at each look, with the job where the worker answered. */
export async function overOf(
  session: Session,
  id: string,
  limitMs: number,
  watch?: (job: Job | undefined) => void,
): Promise<Job> {
  const job = await eventually(
    async () => {
      const now = (await listed(session))?.jobs.find((one) => one.id === id);
      watch?.(now);
      return now !== undefined && isOver(now) ? now : undefined;
    },
    limitMs,
    200,
  );
  if (job === undefined) throw new Error(`The import was not over after ${limitMs / 1000} s.`);
  return job;
}

export const importerRuns = (session: Session): Promise<boolean> =>
  session.inExtension(() =>
    (
      globalThis as unknown as { chrome: { offscreen: { hasDocument: () => Promise<boolean> } } }
    ).chrome.offscreen.hasDocument(),
  );

interface Chrome {
  offscreen: {
    closeDocument: () => Promise<void>;
    createDocument: (page: { url: string; reasons: string[]; justification: string }) => Promise<void>;
  };
}

/** The page that holds the importer goes, in the middle of whatever it does; false where there was none. */
export const stopImporter = (session: Session): Promise<boolean> =>
  session.inExtension(() =>
    (globalThis as unknown as { chrome: Chrome }).chrome.offscreen.closeDocument().then(
      () => true,
      () => false,
    ),
  );

/** What the worker does by itself within half a minute, at once. */
export const startImporter = (session: Session): Promise<void> =>
  session.inExtension(() =>
    (globalThis as unknown as { chrome: Chrome }).chrome.offscreen
      .createDocument({ url: 'offscreen.html', reasons: ['WORKERS'], justification: 'Imports a catalog pack.' })
      .catch(() => undefined),
  );

/** An import is over with its pack; what it leaves behind is swept after that. Waits until the importer has left. */
export async function importerGone(session: Session): Promise<void> {
  const gone = await eventually(async () => ((await importerRuns(session)) ? undefined : true), 120_000);
  if (gone === undefined) throw new Error('The importer still runs two minutes after its import.');
}
