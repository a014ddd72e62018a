// Copies from the reader's other machines: what merging one would do, merging it, undoing that.
import { RequestError, type Context, type Handlers } from '../../messages/server.ts';
import { libraryChanged } from '../library-changed.ts';
import { onDemand } from '../on-demand/load.ts';
import { changeLibrary, isPrivate, readLibrary, type Stores } from '../stores.ts';
import { parsedCopy } from './own-data.ts';

export function mergeHandlers(stores: Stores): Pick<Handlers, Extract<keyof Handlers, `merge.${string}`>> {
  const { library } = stores;
  const change = async <T>(context: Context, to: () => Promise<T>): Promise<T> => {
    if (await isPrivate(context)) throw new RequestError('private-save');
    const done = await changeLibrary(to);
    libraryChanged(stores);
    return done;
  };
  return {
    'merge.look': async ({ text }) => {
      const [{ lookAtMerge, mergeView }, copy] = [await onDemand(), await parsedCopy(text)];
      return mergeView(copy, await readLibrary(stores, () => lookAtMerge(library, copy, Date.now())));
    },
    'merge.do': async ({ text, removals }, context) => {
      const [{ mergeInto, mergeView }, copy] = [await onDemand(), await parsedCopy(text)];
      const { undo, tally } = await change(context, () => mergeInto(library, copy, { now: Date.now(), removals }));
      return { undo, view: mergeView(copy, tally) };
    },
    'merge.undo': async ({ undo }, context) => {
      const { undoMerge } = await onDemand();
      const changed = await change(context, () => undoMerge(library, undo));
      if (changed === null) throw new RequestError('bad-request');
      return { changed };
    },
    'merge.machine': async () => ({ machine: await readLibrary(stores, () => library.machine()) }),
  };
}
