// Files that the importer can't come to an end with, and imports that are called off: whatever a reader of files does, the
// reader of papers gets on. Builds for tests have an importer that does nothing any more with files of certain names.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ask, eventually } from '../../tools/browser/byline.ts';
import { importPack } from '../../tools/browser/packs.ts';
import type { Session } from '../../tools/browser/session.ts';
import { failureText } from '../../lib/i18n/failures.ts';
import { root } from '../../tools/project.ts';
import { kinds, useByline } from './harness.ts';
import { shortForm } from './short-form.ts';

const folder = mkdtempSync(join(tmpdir(), 'byline-stuck-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const written = (name: string): string => {
  const path = join(folder, name);
  writeFileSync(path, `title,authors\nA title of ${name} that is long enough,Ann Author\n`);
  return path;
};

const attacks = join(root, '../shared/attacks');
type Job = Awaited<ReturnType<typeof jobsOf>>[number];

const jobsOf = async (session: Session) => (await ask(session, 'packs.list', {})).jobs;

/** The import of a file as soon as it is as wanted. */
async function jobOf(session: Session, name: string, wanted: (job: Job) => boolean, limitMs: number): Promise<Job> {
  const job = await eventually(
    async () => (await jobsOf(session)).find(({ from, ...rest }) => from === name && wanted({ from, ...rest })),
    limitMs,
    100,
  );
  if (job === undefined) throw new Error(`${name}: ${JSON.stringify(await jobsOf(session))}`);
  return job;
}

/** Chooses a file in the options page, begins its import once it is recognised where that is asked for, and waits until
 *  the importer does nothing any more. */
async function getStuck(session: Session, path: string, begin: boolean): Promise<Job> {
  const page = await session.openOwn('options.html');
  await eventually(() => page.evaluate(() => document.querySelector('#pack-file') !== null || undefined));
  await page.evaluate(() => {
    new BroadcastChannel('byline-tests').addEventListener('message', () => document.body.classList.add('stuck'));
  });
  await page.files('#pack-file', [path]);
  const found = await eventually(async () =>
    (await jobsOf(session)).find(({ state }) => state === (begin ? 'proposed' : 'recognising')),
  );
  if (found === undefined) throw new Error(`${path} is not on the list of imports.`);
  if (begin) {
    const ready = () =>
      page.evaluate(() => document.querySelector('[data-proposal] [type="submit"]') !== null || undefined);
    if ((await eventually(ready)) === undefined) throw new Error(`${path} was not recognised.`);
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-proposal] [type="submit"]')?.click());
  }
  const isStuck = () => page.evaluate(() => document.body.classList.contains('stuck') || undefined);
  if ((await eventually(isStuck)) === undefined) throw new Error(`The importer came to an end with ${path}.`);
  await page.close();
  return found;
}

/** Where it is stuck, and whether the reader has said to begin by then. */
const steps: readonly (readonly [step: string, begin: boolean])[] = [
  ['running', true],
  ['recognising', false],
  ['writing', true],
];

const failed = ({ state }: Job): boolean => state === 'failed';

describe.each(kinds)('an importer that does nothing any more in %s', (kind) => {
  const byline = useByline(kind);

  // Each takes the twenty seconds that an importer is given.
  it.each(shortForm(steps, 3))(
    'while %s is ended, its file refused in a sentence, and the next import begins',
    async (step, begin) => {
      const { session } = byline();
      const name = `stuck-${step}.csv`;
      await getStuck(session, written(name), begin);
      const began = performance.now();
      const job = await jobOf(session, name, failed, 90_000);
      expect(job.problem === null ? null : failureText(job.problem)).toBe(
        `Byline gave up on ${name}, because reading it did not come to an end. Look for another copy of it.`,
      );
      expect(performance.now() - began).toBeLessThan(60_000);
      expect(await importPack(session, written(`after-${step}.csv`), { limitMs: 60_000 })).toMatchObject({ papers: 1 });
      await ask(session, 'packs.cancel', { job: job.id });
      expect((await jobsOf(session)).filter(({ from }) => from === name)).toEqual([]);
    },
  );

  it.each(steps)('while %s is ended by Cancel within two seconds', async (step, begin) => {
    const { session } = byline();
    const name = `stuck-${step}.csv`;
    const job = await getStuck(session, written(name), begin);
    const began = performance.now();
    await ask(session, 'packs.cancel', { job: job.id });
    // Ended in two seconds; the answer may take longer where other browsers have the cores.
    expect(performance.now() - began).toBeLessThan(10_000);
    expect((await jobsOf(session)).filter(({ from }) => from === name)).toEqual([]);
    expect(await importPack(session, written(`called-off-${step}.csv`), { limitMs: 60_000 })).toMatchObject({
      papers: 1,
    });
  });

  it.skipIf(!existsSync(attacks))('is not what a damaged file makes of it', async () => {
    const { session } = byline();
    await expect(importPack(session, join(attacks, 'hang.parquet'))).rejects.toThrow(
      'hang.parquet is damaged. Download it again.',
    );
    await expect(importPack(session, join(attacks, 'bomb-csv-rows.csv.gz'))).rejects.toThrow('repeats the same rows');
    await importPack(session, join(attacks, 'slash.byline'));
    const began = performance.now();
    const { code } = await ask(session, 'card.paper', { id: 'arxiv:2301.13196' });
    expect(code.filter(({ url }) => url.length > 2000)).toEqual([]);
    // 400,000 slashes read each with each would be minutes.
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
