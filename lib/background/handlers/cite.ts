// Papers as they are copied, in the form that is asked for or that was chosen last.
import { RequestError, type Handlers } from '../../messages/server.ts';
import { changeSettings, getSettings } from '../../settings/store.ts';
import type { CiteForm } from '../../settings/cite-forms.ts';
import { onDemand } from '../on-demand/load.ts';
import { isPrivate, lookupWithPages, storesIn, type Stores } from '../stores.ts';

/** Is offered first from now on. That it could not be kept is no reason to copy nothing. */
async function remember(form: CiteForm): Promise<void> {
  const { cite } = await getSettings();
  if (cite === form) return;
  await changeSettings((settings) => ({ ...settings, cite: form })).catch((error: unknown) =>
    console.warn('Byline: the form of citations could not be kept', error),
  );
}

export function citeHandlers(stores: Stores): Pick<Handlers, 'papers.cite'> {
  return {
    'papers.cite': async ({ ids, as, remembered }, context) => {
      const privateWindow = await isPrivate(context);
      const lookup = await lookupWithPages(storesIn(stores, privateWindow));
      const found = await lookup.papers(ids, false);
      const papers = [...new Set(ids.flatMap((id) => found.get(id)?.paper ?? []))];
      if (papers.length === 0) throw new RequestError('paper-gone');
      const form = as ?? (await getSettings()).cite;
      if (remembered && !privateWindow) await remember(form);
      const { cited } = await onDemand();
      return { as: form, papers: papers.length, ...cited(form, papers) };
    },
  };
}
