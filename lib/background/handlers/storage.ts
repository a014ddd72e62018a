// What is stored, and rebuilding the catalog.
import type { Failure } from '../../failures/failure.ts';
import { listedPacks } from '../../catalog/lookup.ts';
import type { Library } from '../../library/library.ts';
import { RequestError, type Handlers } from '../../messages/server.ts';
import type { Stores } from '../stores.ts';

/** Bytes that the browser says this extension uses; null where it does not say. */
async function usage(): Promise<number | null> {
  try {
    return (await navigator.storage.estimate()).usage ?? null;
  } catch {
    return null;
  }
}

/** Null where that can't be read: "nothing there" is not the same as "unknown". */
async function countOf(library: Library, table: 'works' | 'follows'): Promise<number | null> {
  try {
    return await (await library.table(table)).count();
  } catch (error) {
    console.warn('Byline: the reading list could not be counted', error);
    return null;
  }
}

export function storedHandlers(stores: Stores): Pick<Handlers, 'stored.summary' | 'catalog.rebuild'> {
  const { keeper, library } = stores;
  return {
    'stored.summary': async () => {
      keeper.start();
      const catalog = await keeper.ready(2_000).catch(() => null);
      const [packs, entries, follows, bytes] = await Promise.all([
        catalog === null ? [] : listedPacks(catalog.database),
        countOf(library, 'works'),
        countOf(library, 'follows'),
        usage(),
      ]);
      const unread = packs.filter(({ id }) => catalog?.damaged.has(id) === true).map(({ name }) => name);
      const problem: Failure | null =
        catalog === null
          ? { code: keeper.problem === null ? 'catalog-loading' : 'catalog-not-stored', args: [] }
          : unread.length === 0
            ? null
            : { code: 'packs-damaged', args: [unread.join(', ')] };
      return {
        packs: packs.map(({ id, name, version, licence, attribution, madeOn, sizes }) => ({
          id,
          name,
          version,
          licence,
          attribution,
          madeOn,
          papers: sizes.papers,
          people: sizes.people,
        })),
        catalog: { ready: catalog !== null, problem },
        entries,
        follows,
        bytes,
      };
    },

    'catalog.rebuild': async () => {
      try {
        const { catalog, lost } = await keeper.rebuild();
        return { papers: catalog.packs.reduce((sum, { info }) => sum + (info.sizes.papers ?? 0), 0), lost: [...lost] };
      } catch (error) {
        console.warn('Byline: the catalog could not be rebuilt', error);
        throw new RequestError('catalog-not-rebuilt');
      }
    },
  };
}
