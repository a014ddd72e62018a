// Catalog packs as a reader brings them in: through the options page, by the browser's own file input.
import { failureText } from '../../lib/i18n/failures.ts';
import type { Answer } from '../../lib/messages/contract.ts';
import { ask, eventually } from './byline.ts';
import type { Session, Tab } from './session.ts';

export interface Imported {
  id: string;
  name: string;
  papers: number;
  /** Rows that were not taken. */
  refused: number;
  milliseconds: number;
}

type List = Answer<'packs.list'>;

const isOver = (state: List['jobs'][number]['state']): boolean => state === 'done' || state === 'failed';

/** What becomes of a file that was just chosen: null where the options page proposes to import it, else why not.
 *  `before`: the jobs that there were already. */
export async function answerTo(
  session: Session,
  page: Tab,
  path: string,
  before: ReadonlySet<string>,
): Promise<string | null> {
  const said = await eventually(async () => {
    const { ready, problem } = await page.evaluate(() => ({
      ready: document.querySelector('[data-proposal] [type="submit"]') !== null,
      problem: document.querySelector('#packs-problem')?.textContent ?? '',
    }));
    if (ready) return { refused: null };
    if (problem !== '') return { refused: problem };
    // A worker that is stopped meanwhile does not answer this time.
    const list = await ask(session, 'packs.list', {}).catch(() => undefined);
    const failed = list?.jobs.find(({ id, state }) => state === 'failed' && !before.has(id));
    return failed === undefined ? undefined : { refused: sentenceOf(failed) };
  }, 60_000);
  if (said === undefined) throw new Error(`The options page said nothing to ${path} within a minute.`);
  return said.refused;
}

const sentenceOf = ({ problem }: List['jobs'][number]): string =>
  problem === null ? 'The import failed and said nothing.' : failureText(problem);

/** Imports one file of any kind that Byline recognises and waits until its pack is in. `name` exchanges the name that
 *  the file proposes. Throws with the sentence that the reader is shown where the file is refused. */
export async function importPack(
  session: Session,
  path: string,
  { name, limitMs = 600_000 }: { name?: string; limitMs?: number } = {},
): Promise<Imported> {
  const before = new Set((await ask(session, 'packs.list', {})).jobs.map(({ id }) => id));
  const page = await session.openOwn('options.html');
  const began = performance.now();
  try {
    const there = await eventually(() =>
      page.evaluate(() => document.querySelector('#pack-file') !== null).then((is) => (is ? true : undefined)),
    );
    if (there === undefined) throw new Error('The options page has no file input for packs.');
    await page.files('#pack-file', [path]);
    const refused = await answerTo(session, page, path, before);
    if (refused !== null) throw new Error(refused);
    await page.evaluate((wanted) => {
      const input = document.querySelector<HTMLInputElement>('[data-proposal] [name="name"]');
      if (wanted !== null && input !== null) {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, wanted);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }, name ?? null);
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-proposal] [type="submit"]')?.click());
    const job = await eventually(
      async () => {
        // A worker that is stopped meanwhile does not answer this time.
        const list = await ask(session, 'packs.list', {}).catch(() => undefined);
        return list?.jobs.find(({ id, state }) => !before.has(id) && isOver(state));
      },
      limitMs,
      200,
    );
    if (job === undefined) throw new Error(`The import of ${path} was not over after ${limitMs / 1000} s.`);
    if (job.state === 'failed') throw new Error(sentenceOf(job));
    const milliseconds = performance.now() - began;
    const list = await eventually(() => ask(session, 'packs.list', {}).catch(() => undefined));
    const pack = list?.packs.find((one) => one.name === job.name);
    if (pack === undefined) throw new Error(`The import of ${path} is done, and there is no pack ${job.name}.`);
    return { id: pack.id, name: pack.name, papers: pack.papers, refused: job.refused, milliseconds };
  } finally {
    await page.close();
  }
}
