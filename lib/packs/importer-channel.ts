// What the worker asks of the importer, whichever context that runs in. Not heard is no harm: the store says it all.
import * as z from 'zod/mini';

const NAME = 'byline-importer';
export const ImporterAsk = z.union([
  /** There may be something new to import. */
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
export function hearAsks(hear: (ask: ImporterAsk) => void): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const parsed = ImporterAsk.safeParse(data);
    if (parsed.success) hear(parsed.data);
  });
  return () => channel.close();
}

/** Tells every context that packs came or went. */
export function tellPacksChanged(): void {
  const channel = new BroadcastChannel('byline-packs');
  channel.postMessage('changed');
  channel.close();
}
