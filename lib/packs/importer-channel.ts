// What the worker asks of the importer, and who is told about changes. All of it is in the store too, so that a lost
// message does no harm.
import * as z from 'zod/mini';

const NAME = 'byline-importer';
export const ImporterAsk = z.union([
  /** There may be a file to recognise or an import to run. */
  z.object({ ask: z.literal('look') }),
  /** Stop working on this one. */
  z.object({ ask: z.literal('stop'), job: z.string() }),
]);
export type ImporterAsk = z.infer<typeof ImporterAsk>;

export function askImporter(ask: ImporterAsk): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(ask);
  channel.close();
}

/** Hears what is asked; answers how to stop hearing. */
export function hearImporterAsks(hear: (ask: ImporterAsk) => void): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const parsed = ImporterAsk.safeParse(data);
    if (parsed.success) hear(parsed.data);
  });
  return () => channel.close();
}

function tell(name: string): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage('changed');
  channel.close();
}

/** Tells every context that packs were added or removed. */
export const tellPacksChanged = (): void => tell('byline-packs');

/** Tells the options page that an import has something new to show. */
export const tellImportsChanged = (): void => tell('byline-imports');

/** Hears of both kinds of changes; answers how to stop hearing. */
export function hearChanges(hear: () => void): () => void {
  const channels = ['byline-packs', 'byline-imports'].map((name) => new BroadcastChannel(name));
  for (const channel of channels) channel.addEventListener('message', hear);
  return () => {
    for (const channel of channels) channel.close();
  };
}
