// The reader says who wrote what, and takes it back.
import { decisionsOn } from '../../catalog/people/decision-on.ts';
import { decide, setOwnLinks, undecide } from '../../library/decisions.ts';
import { broadcast } from '../../messages/page-commands.ts';
import { RequestError, type Context, type Handlers } from '../../messages/server.ts';
import { decisionsChanged, decisionsOf } from '../decisions.ts';
import { onDemand } from '../on-demand/load.ts';
import { changeLibrary, isPrivate, lookupWithPages, type Stores } from '../stores.ts';

export function personHandlers(stores: Stores): Pick<Handlers, 'person.decide' | 'person.undecide' | 'person.links'> {
  const change = async <T>(context: Context, work: () => Promise<T>): Promise<T> => {
    if (await isPrivate(context)) throw new RequestError('private-decide');
    const done = await changeLibrary(work);
    decisionsChanged(stores);
    // Whose a work is decides whether it is marked as by somebody followed.
    void broadcast('page.follows', {});
    return done;
  };
  return {
    'person.decide': ({ person, near = null, papers, decision: says }, context) =>
      change(context, async () => {
        const { findPerson } = await onDemand();
        const found = await findPerson(await lookupWithPages(stores), person, near, await decisionsOf(stores));
        if (found === null) throw new RequestError('person-gone');
        const decisions = decisionsOn(found, { near, papers, says }, Date.now());
        if (decisions === null) throw new RequestError('paper-gone');
        return { ids: await decide(stores.library, decisions) };
      }),

    'person.undecide': async ({ ids }, context) => {
      await change(context, () => undecide(stores.library, ids));
      return {};
    },

    'person.links': async ({ id, links }, context) => {
      const said = await change(context, () => setOwnLinks(stores.library, id, links));
      if (!said) throw new RequestError('person-gone');
      return {};
    },
  };
}
