// The door for files: looks what one is, and puts it into the store for the importer. The readers are loaded only
// when somebody brings a file.
import { CatalogDatabase } from '../../../lib/packs/store.ts';
import { ask, ServerError } from '../../../lib/messages/client.ts';
import { addFile } from '../../../lib/packs/jobs.ts';
import { packId } from '../../../lib/packs/pack-id.ts';
import type { PackFacts } from '../../../lib/paper/record.ts';
import { failureText } from '../../../lib/i18n/failures.ts';
import { UnreadableFile } from '../../../lib/packs/unreadable-file.ts';
import { sentenceOf } from '../../ui/sentence.ts';

export interface Proposal {
  key: string;
  file: File;
  /** "arXiv metadata (JSON lines, gzipped)" */
  what: string;
  /** As the file proposes them. A pack of our own format brings an id along. */
  facts: Omit<PackFacts, 'id' | 'version' | 'madeOn'> & Partial<PackFacts>;
}

/** Throws `UnreadableFile`. */
export async function propose(file: File): Promise<Proposal> {
  const [{ recognise }, { bytesOfBlob }] = await Promise.all([
    import('../../../lib/packs/readers/index.ts'),
    import('../../../lib/packs/readers/bytes.ts'),
  ]);
  const { opened } = await recognise(bytesOfBlob(file, file.name));
  return { key: crypto.randomUUID(), file, what: opened.what, facts: opened.facts };
}

/** The id of the pack that a proposal becomes under this name. A pack file brings its own along, but not one of
 *  Byline's own packs. */
export const packIdOf = ({ facts }: Proposal, name: string, reserved: readonly string[]): string =>
  facts.id === undefined || reserved.includes(facts.id) ? packId(name) : facts.id;

/** Puts the file into the store, whole, and tells the worker. Afterwards this page may be closed. */
export async function begin(proposal: Proposal, name: string, id: string): Promise<void> {
  const database = new CatalogDatabase();
  try {
    const job = await addFile(database, proposal.file, { id, name });
    await tellWorker(job);
  } finally {
    database.close();
  }
}

/** A worker that is stopped while it hears this is asked once more; after that the job waits for its next start. */
async function tellWorker(job: string): Promise<void> {
  try {
    await ask('packs.begin', { job });
  } catch (error) {
    if (error instanceof ServerError) throw error;
    await ask('packs.begin', { job }).catch((again: unknown) => {
      if (again instanceof ServerError) throw again;
    });
  }
}

/** One sentence on what went wrong with a file. */
export function problemOf(error: unknown, file: string): string {
  const { name, inner } = error as { name?: unknown; inner?: { name?: unknown } | null };
  const names = [name, inner?.name];
  if (error instanceof UnreadableFile) return failureText(error.failure);
  if (names.includes('QuotaExceededError')) return failureText({ code: 'disk-full', args: [file] });
  if (names.includes('NotReadableError') || names.includes('NotFoundError'))
    return failureText({ code: 'file-gone', args: [file] });
  if (error instanceof ServerError) return sentenceOf(error);
  console.warn('Byline: a file could not be brought in', error);
  return failureText({ code: 'file-not-stored', args: [file] });
}
