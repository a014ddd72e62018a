// Catalog packs as a reader brings them in: through the options page, by the browser's own file input.
import { failureText } from '../../lib/i18n/failures.ts';
import type { Answer } from '../../lib/messages/contract.ts';
import { ask, eventually } from './byline.ts';
import type { Session } from './session.ts';

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
    const proposed = await eventually(
      () =>
        page
          .evaluate(() => ({
            ready: document.querySelector('[data-proposal] [type="submit"]') !== null,
            problem: document.querySelector('#packs-problem')?.textContent ?? '',
          }))
          .then((state) => (state.ready || state.problem !== '' ? state : undefined)),
      60_000,
    );
    if (proposed === undefined) throw new Error(`The options page said nothing to ${path} within a minute.`);
    if (!proposed.ready) throw new Error(proposed.problem);
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
    if (job.state === 'failed')
      throw new Error(job.problem === null ? 'The import failed and said nothing.' : failureText(job.problem));
    const milliseconds = performance.now() - began;
    const list = await eventually(() => ask(session, 'packs.list', {}).catch(() => undefined));
    const pack = list?.packs.find((one) => one.name === job.name);
    if (pack === undefined) throw new Error(`The import of ${path} is done, and there is no pack ${job.name}.`);
    return { id: pack.id, name: pack.name, papers: pack.papers, refused: job.refused, milliseconds };
  } finally {
    await page.close();
  }
}
