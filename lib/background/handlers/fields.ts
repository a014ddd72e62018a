// The reader's fields of arXiv: which are chosen, how far they are, and what was asked of the network for them. The
// importer fetches; nothing here does.
import { browser } from '../../browser/browser.ts';
import { mayDataBeSent } from '../../browser/data-collection.ts';
import { HARVEST_ORIGINS } from '../../harvest/address.ts';
import { dayOf } from '../../harvest/days.ts';
import type { HarvestState } from '../../harvest/state.ts';
import { changeHarvest, readHarvest } from '../../harvest/store.ts';
import type { FieldsStatus } from '../../harvest/views.ts';
import { RequestError, type Context, type Handlers } from '../../messages/server.ts';
import { tellImportsChanged, tellPacksChanged } from '../../packs/importer-channel.ts';
import { sweep } from '../../packs/import/remove.ts';
import { getManaged } from '../../settings/managed.ts';
import { onDemand } from '../on-demand/load.ts';
import { followUp, importsDatabase, startImporter } from '../importer-host.ts';
import { isPrivate, type Stores } from '../stores.ts';

type Fields = Extract<keyof Handlers, `fields.${string}` | 'sent.log'>;

async function mayAsk(): Promise<void> {
  if (!(await getManaged()).network) throw new RequestError('managed-network');
  if (!(await mayDataBeSent())) throw new RequestError('field-no-permission', 'arxiv.org');
  for (const origin of HARVEST_ORIGINS)
    if (!(await browser.permissions.contains({ origins: [origin] })))
      throw new RequestError('field-no-permission', new URL(origin.replace('*', '')).host);
}

/** Since the last midnight here. */
const midnight = (now: number): number => new Date(now).setHours(0, 0, 0, 0);

export function fieldsHandlers({ keeper }: Stores): Pick<Handlers, Fields> {
  const status = async (): Promise<FieldsStatus> =>
    (await onDemand()).fieldsStatus(await importsDatabase(), Date.now());
  const change = async (context: Context, how: (state: HarvestState) => HarvestState): Promise<FieldsStatus> => {
    if (await isPrivate(context)) throw new RequestError('private-fields');
    await changeHarvest(await importsDatabase(), how);
    tellImportsChanged();
    return status();
  };
  return {
    'fields.choose': async ({ sets, span }, context) => {
      if (await isPrivate(context)) throw new RequestError('private-fields');
      await mayAsk();
      const today = dayOf(Date.now());
      const { setsToAsk, withFields } = await onDemand();
      await change(context, (state) => withFields(state, setsToAsk(sets), span, today));
      await startImporter();
      return status();
    },
    'fields.status': status,
    'fields.pause': (_, context) => change(context, (state) => ({ ...state, paused: true })),
    'fields.resume': async (_, context) => {
      await mayAsk();
      await change(context, (state) => ({ ...state, paused: false }));
      await startImporter();
      return status();
    },
    'fields.current': async ({ sets, on }, context) => {
      if (on) await mayAsk();
      const { setsToAsk, withCurrent } = await onDemand();
      const time = { now: Date.now(), chance: Math.random() };
      await change(context, (state) => withCurrent(state, setsToAsk(sets), on, time));
      void followUp();
      return status();
    },
    'fields.remove': async ({ sets }, context) => {
      const { categoriesOfSets, planMerge, removeSeries, setsToAsk, withoutFields } = await onDemand();
      const gone = setsToAsk(sets);
      const database = await importsDatabase();
      const before = await readHarvest(database);
      if (!before.fields.some(({ set }) => gone.includes(set))) throw new RequestError('field-not-chosen');
      await change(context, (state) => withoutFields(state, gone));
      const { fields } = await readHarvest(database);
      if (fields.length === 0) {
        await removeSeries(database);
        await sweep(database);
        tellPacksChanged();
        await keeper.refresh();
      } else if (await planMerge(database, dayOf(Date.now()), categoriesOfSets(fields.map(({ set }) => set))))
        await startImporter();
      return status();
    },
    'sent.log': async ({ limit, before = null }) => {
      const since = midnight(Date.now());
      const { sentRequests } = await onDemand();
      const { total, sinceThen, rows } = await sentRequests(await importsDatabase(), { limit, before, since });
      return { total, today: sinceThen, rows };
    },
  };
}
