// What is stored, and building the catalog anew.
import { storedPacks } from '../../../lib/catalog/lookup.ts';
import { Refusal, type Handlers } from '../../../lib/messages/server.ts';
import { t } from '../../../lib/words.ts';
import type { Stores } from '../stores.ts';

/** Bytes that the browser says this extension uses; null where it does not say. */
async function usage(): Promise<number | null> {
  try {
    return (await navigator.storage.estimate()).usage ?? null;
  } catch {
    return null;
  }
}

export function storedHandlers(stores: Stores): Pick<Handlers, 'stored.summary' | 'catalog.rebuild'> {
  const { keeper, library } = stores;
  return {
    'stored.summary': async () => {
      keeper.start();
      const catalog = await keeper.ready(2_000).catch(() => null);
      const [packs, entries, bytes] = await Promise.all([
        catalog === null ? [] : storedPacks(catalog.database),
        library.entries.count().catch(() => 0),
        usage(),
      ]);
      const problem = catalog !== null ? null : t(keeper.problem === null ? 'errorNotReady' : 'errorCatalogStore');
      return {
        packs: packs.map(({ id, name, version, licence, attribution, madeOn, papers, people }) => ({
          id,
          name,
          version,
          licence,
          attribution,
          madeOn,
          papers,
          people,
        })),
        catalog: { ready: catalog !== null, problem },
        entries,
        bytes,
      };
    },

    'catalog.rebuild': async () => {
      try {
        const { index } = await keeper.rebuild();
        return { papers: index.papers };
      } catch (error) {
        console.warn('Byline: the catalog could not be rebuilt', error);
        throw new Refusal('storage', t('errorRebuild'));
      }
    },
  };
}
