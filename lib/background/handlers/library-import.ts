// Papers of another program's file onto the reading list, a few at a time, and off again.
import { RequestError, type Context, type Handlers } from '../../messages/server.ts';
import type { KeptPaper } from '../../library/schema.ts';
import { isUntitled } from '../../paper/untitled.ts';
import { knownPaper } from '../save/known-paper.ts';
import { libraryChanged } from '../library-changed.ts';
import { onDemand } from '../on-demand/load.ts';
import { changeLibrary, isPrivate, readLibrary, type Stores } from '../stores.ts';

/** A paper of which the file had no title, as packs and pages know it; the same where they do not. */
async function titled(stores: Stores, paper: KeptPaper): Promise<KeptPaper> {
  if (!isUntitled(paper.record)) return paper;
  return (await knownPaper(stores, paper.id, null).catch(() => null))?.paper ?? paper;
}

export function libraryImportHandlers(
  stores: Stores,
): Pick<Handlers, 'library.compare' | 'library.add' | 'library.takeBack'> {
  const change = async <T>(context: Context, last: boolean, to: () => Promise<T>): Promise<T> => {
    if (await isPrivate(context)) throw new RequestError('private-save');
    const changed = await changeLibrary(to);
    // Pages hear once, when all of the file is there.
    if (last) libraryChanged(stores);
    return changed;
  };
  return {
    'library.compare': async ({ papers }) => ({
      there: await readLibrary(stores, async (library) => (await onDemand()).onList(library, papers)),
    }),
    'library.add': async ({ papers, now, last }, context) => ({
      added: await change(context, last, async () => {
        const named = await Promise.all(papers.map((paper) => titled(stores, paper)));
        return (await onDemand()).addEntries(stores.library, named, now);
      }),
    }),
    'library.takeBack': async ({ ids, now, last }, context) => ({
      taken: await change(context, last, async () => (await onDemand()).takeBackEntries(stores.library, ids, now)),
    }),
  };
}
