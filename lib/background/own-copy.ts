// All that is the reader's as the text of a copy.
import { storedSettings } from '../settings/store.ts';
import { onDemand } from './on-demand/load.ts';
import { readLibrary, type Stores } from './stores.ts';

export async function copyText(stores: Stores): Promise<string> {
  const { library } = stores;
  const rows = await readLibrary(stores, async () => {
    await library.checked();
    return library.rows();
  });
  // The list is to be saved also where the settings are what is damaged.
  const settings = await storedSettings().catch((error: unknown) => {
    console.warn('Byline: the settings could not be read', error);
    return null;
  });
  return (await onDemand()).writeCopy(rows, settings, new Date().toISOString(), await library.machine());
}
