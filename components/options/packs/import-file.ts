// A file on its way to the importer: into the store first, so that this page may be closed at any time.
import { openCatalog } from '../../../lib/packs/store.ts';
import { ask, ServerError } from '../../../lib/messages/client.ts';
import type { MessageName, Request } from '../../../lib/messages/contract.ts';
import { addFile } from '../../../lib/packs/jobs.ts';
import { cancelImport } from '../../../lib/packs/import/remove.ts';
import { packId } from '../../../lib/packs/pack-id.ts';
import { failureText } from '../../../lib/i18n/failures.ts';
import { sentenceOf } from '../../ui/sentence.ts';
import type { Job } from './use-packs.ts';

export type Proposal = NonNullable<Job['proposal']>;

/** The id of the pack that a proposal becomes under this name. A pack file brings its own along, but not one of
 *  Byline's own packs. */
export const packIdOf = ({ id }: Proposal, name: string, reserved: readonly string[]): string =>
  id === null || reserved.includes(id) ? packId(name) : id;

/** Stores the file and has the importer look what it is; answers its job. */
export async function recogniseFile(file: File): Promise<string> {
  const database = await openCatalog();
  try {
    const job = await addFile(database, file);
    await askAgain('packs.recognise', { job }).catch(async (error: unknown) => {
      await cancelImport(database, job);
      throw error;
    });
    return job;
  } finally {
    database.close();
  }
}

/** A worker that is stopped while it hears this is asked once more; after that the job waits for its next start. */
export async function askAgain<N extends MessageName>(name: N, request: Request<N>): Promise<void> {
  try {
    await ask(name, request);
  } catch (error) {
    if (error instanceof ServerError) throw error;
    await ask(name, request).catch((again: unknown) => {
      if (again instanceof ServerError) throw again;
    });
  }
}

/** One sentence on what went wrong with a file. */
export function problemOf(error: unknown, file: string): string {
  if (error instanceof ServerError) return sentenceOf(error);
  const { name, inner } = error as { name?: unknown; inner?: { name?: unknown } | null };
  const names = [name, inner?.name];
  if (names.includes('QuotaExceededError')) return failureText({ code: 'disk-full', args: [file] });
  if (names.includes('NotReadableError') || names.includes('NotFoundError'))
    return failureText({ code: 'file-gone', args: [file] });
  console.warn('Byline: a file could not be stored', error);
  return failureText({ code: 'file-not-stored', args: [file] });
}
