// The catalog packs: which are in, what is being imported, and the reader's orders on both.
import type { FailureCode } from '../../failures/failure.ts';
import type { CatalogDatabase } from '../../packs/store.ts';
import { listedPacks } from '../../catalog/lookup.ts';
import { RequestError, type Context, type Handlers } from '../../messages/server.ts';
import { isDiskFull } from '../../packs/import/room.ts';
import { cancelImport, cancelRemoval, scheduleRemoval, removePack } from '../../packs/import/remove.ts';
import { tellPacksChanged } from '../../packs/importer-channel.ts';
import { addAddress, beginImport, jobViews, skippedRows } from '../../packs/jobs.ts';
import { getManaged } from '../../settings/managed.ts';
import { offers } from '../../packs/remote/offers.ts';
import type { JobView, PackView } from '../../packs/views.ts';
import {
  endHungImport,
  endImporter,
  followUp,
  importsDatabase,
  removeInTime,
  startImporter,
} from '../importer-host.ts';
import { acquirePermissions } from '../temporary-permissions.ts';
import { isPrivate, type Stores } from '../stores.ts';

type Packs = Extract<keyof Handlers, `packs.${string}`>;

/** Milliseconds that a list waits for the catalog to say which packs it can read. */
const OPENED = 1_000;

async function packViews(
  database: CatalogDatabase,
  bundled: string,
  damaged: ReadonlySet<string>,
): Promise<PackView[]> {
  return (await listedPacks(database))
    .toSorted((a, b) => Number(b.id === bundled) - Number(a.id === bundled) || a.importedAt - b.importedAt)
    .map(({ id, name, version, licence, attribution, madeFrom, madeOn, sizes }) => ({
      id,
      name,
      version,
      licence,
      attribution,
      madeFrom,
      madeOn,
      papers: sizes.papers,
      people: sizes.people,
      bytes: sizes.bytes,
      bundled: id === bundled,
      damaged: damaged.has(id),
    }));
}

/** Milliseconds after which a store that does not answer is held by an importer that does nothing else any more. Chrome
 *  ends such a worker, and its transaction, two seconds after it was told to. */
const ANSWERED = 300;
/** Milliseconds after which an import that is called off is gone from the list, whatever still holds its bytes. */
const CALLED_OFF = 1_000;

/** The answer, or `held` where it does not come in that time. */
const within = <T>(milliseconds: number, answer: Promise<T>): Promise<T | 'held'> =>
  Promise.race([
    answer,
    new Promise<'held'>((resolve) => {
      setTimeout(() => resolve('held'), milliseconds);
    }),
  ]);

/** A store that can't be read: on a full disk, that is why. */
async function saidWhy(error: unknown): Promise<never> {
  throw (await isDiskFull()) ? new RequestError('library-full') : error;
}

/** Whether the importer has begun with this import, or does not let anybody see. */
async function inWork(database: CatalogDatabase, job: string): Promise<boolean> {
  const row = await within(ANSWERED, database.imports.get(job));
  return row === 'held' || row?.state === 'recognising' || (row?.state === 'running' && row.lease > 0);
}

/** Runs a change, but none from a private window. `failed`: the code where it fails otherwise. */
async function change<T>(context: Context, failed: FailureCode, run: () => Promise<T>): Promise<T> {
  if (await isPrivate(context)) throw new RequestError('private-packs');
  try {
    return await run();
  } catch (error) {
    if (error instanceof RequestError) throw error;
    console.warn('Byline: packs could not be changed', error);
    throw new RequestError(failed);
  }
}

export function packsHandlers(stores: Stores): Pick<Handlers, Packs> {
  const { bundledId } = stores;
  const database = importsDatabase;
  /** As they were last read, for a while in which the store does not answer. */
  let listed: [PackView[], JobView[]] | null = null;
  /** Imports that are on their way out. */
  const calledOff = new Set<string>();
  const callOff = async (job: string): Promise<void> => {
    const isInWork = await inWork(await database(), job);
    if (isInWork) await endImporter();
    await cancelImport(await database(), job);
    if (isInWork) void followUp();
  };
  return {
    'packs.list': async (_, context) => {
      // The bundled pack comes in by itself; the list does not wait long for it.
      const catalog = await stores.keeper.ready(OPENED).catch(() => null);
      const damaged = catalog?.damaged ?? new Set<string>();
      const reading = database()
        .then((store) => Promise.all([packViews(store, bundledId, damaged), jobViews(store)]))
        .catch(saidWhy);
      const found = await within(ANSWERED, reading);
      const [packs, jobs] = found === 'held' ? (listed ?? (await reading)) : found;
      listed = [packs, jobs];
      return { packs, jobs: jobs.filter(({ id }) => !calledOff.has(id)), privateWindow: await isPrivate(context) };
    },

    'packs.recognise': async ({ job }, context) =>
      change(context, 'import-failed', async () => {
        if ((await (await database()).imports.get(job)) === undefined) throw new RequestError('import-over');
        await startImporter();
        return {};
      }),

    'packs.begin': async ({ job, ...chosen }, context) =>
      change(context, 'import-failed', async () => {
        if (!(await beginImport(await database(), job, chosen))) throw new RequestError('import-over');
        await startImporter();
        return {};
      }),

    'packs.install': async ({ offer: id, keep, temporary }, context) =>
      change(context, 'import-failed', async () => {
        const offer = offers.find((one) => one.id === id);
        if (offer === undefined) throw new RequestError('import-over');
        if (!(await getManaged()).network) throw new RequestError('managed-network');
        const { host, bytes, name, licence, attribution } = offer;
        await acquirePermissions(temporary);
        const wanted = keep === undefined ? {} : { keep };
        const source = { kind: 'address' as const, name: host, entry: id, size: bytes, ...wanted };
        const job = await addAddress(await database(), source, { id, name, licence, attribution });
        await startImporter();
        return { job };
      }),

    'packs.cancel': async ({ job }, context) =>
      change(context, 'import-failed', async () => {
        calledOff.add(job);
        const gone = callOff(job).finally(() => calledOff.delete(job));
        if ((await within(CALLED_OFF, gone)) === 'held')
          gone.catch((error: unknown) => console.warn('Byline: an import could not be removed yet', error));
        return {};
      }),

    'packs.hung': async ({ job }) => {
      await endHungImport(job);
      return {};
    },

    'packs.refused': async ({ job }) => {
      const skipped = await skippedRows(await database(), job);
      if (skipped === null) throw new RequestError('import-over');
      return skipped;
    },

    'packs.remove': async ({ id, undoMs = 0 }, context) =>
      change(context, 'pack-not-removed', async () => {
        if (id === bundledId) throw new RequestError('pack-not-removed');
        if ((await (await database()).packs.get(id)) === undefined) throw new RequestError('pack-gone');
        if (undoMs === 0) await removePack(await database(), id);
        else {
          await scheduleRemoval(await database(), id, Date.now() + undoMs);
          void removeInTime();
        }
        tellPacksChanged();
        // Here at once: what is asked next must not find it any more.
        await stores.keeper.refresh();
        return {};
      }),

    'packs.restore': async ({ id }, context) =>
      change(context, 'pack-not-restored', async () => {
        if (!(await cancelRemoval(await database(), id))) throw new RequestError('pack-gone');
        tellPacksChanged();
        await stores.keeper.refresh();
        return {};
      }),
  };
}
