// Zotero on this machine: its marks on or off, what it has, and papers into it.
import { browser } from '../../browser/browser.ts';
import { entriesOf } from '../../library/entries.ts';
import { tellListChanged } from '../../messages/list-changed.ts';
import { RequestError, type Context, type Handlers } from '../../messages/server.ts';
import { getManaged } from '../../settings/managed.ts';
import { LOCAL_APPS } from '../../sites/local-apps.ts';
import { zoteroScript } from '../on-demand/zotero-script.ts';
import { isPrivate, readLibrary, type Stores } from '../stores.ts';
import { zoteroSwitched, zoteroWorld } from '../zotero.ts';

async function mayAsk(context: Context): Promise<void> {
  if (await isPrivate(context)) throw new RequestError('private-settings');
  if (!(await getManaged()).network) throw new RequestError('managed-network');
}

export const zoteroHandlers = (stores: Stores): Pick<Handlers, Extract<keyof Handlers, `zotero.${string}`>> => ({
  'zotero.state': async () => (await zoteroScript.read()).zoteroState(await zoteroWorld()),
  'zotero.set': async ({ on }, context) => {
    if (on) await mayAsk(context);
    const view = await (await zoteroScript.read()).setZotero(await zoteroWorld(), on);
    if (view === null) throw new RequestError('zotero-not-allowed');
    zoteroSwitched(on);
    // Sending asks for it again. It fails where an institution gave it.
    if (!on) await browser.permissions.remove({ origins: [LOCAL_APPS] }).catch(() => false);
    tellListChanged();
    return view;
  },
  'zotero.read': async (_, context) => {
    await mayAsk(context);
    const view = await (await zoteroScript.read()).readZotero(await zoteroWorld());
    tellListChanged();
    return view;
  },
  'zotero.send': async ({ ids }, context) => {
    await mayAsk(context);
    const entries = await readLibrary(stores, (from) => entriesOf(from, ids));
    const wanted = ids.flatMap((id) => entries.get(id) ?? []);
    const problem =
      wanted.length === 0 ? null : await (await zoteroScript.read()).sendToZotero(await zoteroWorld(), wanted);
    if (problem !== null) throw new RequestError(problem);
    tellListChanged();
    return { sent: wanted.length };
  },
});
