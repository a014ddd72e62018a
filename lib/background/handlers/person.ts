// The reader says who wrote what, and takes it back.
import { decisionOn } from '../../catalog/people/decision-on.ts';
import { decide, undecide } from '../../library/decisions.ts';
import { RequestError, type Context, type Handlers } from '../../messages/server.ts';
import { decisionsChanged, decisionsOf } from '../decisions.ts';
import { onDemand } from '../on-demand/load.ts';
import { changeLibrary, isPrivate, lookupWithPages, type Stores } from '../stores.ts';

export function personHandlers(stores: Stores): Pick<Handlers, 'person.decide' | 'person.undecide'> {
  const change = async <T>(context: Context, work: () => Promise<T>): Promise<T> => {
    if (await isPrivate(context)) throw new RequestError('private-decide');
    const done = await changeLibrary(work);
    decisionsChanged(stores);
    return done;
  };
  return {
    'person.decide': ({ person, near = null, paper, decision: said }, context) =>
      change(context, async () => {
        const { findPerson } = await onDemand();
        const found = await findPerson(await lookupWithPages(stores), person, near, await decisionsOf(stores));
        if (found === null) throw new RequestError('person-gone');
        const isOf = (works: readonly { id: string }[]): boolean => works.some(({ id }) => id === paper);
        const before = isOf(found.theirs) ? 'theirs' : isOf(found.maybe) ? 'maybe' : 'another';
        const decision = decisionOn(found, { near, paper, isTheirs: said === 'theirs' }, Date.now());
        if (decision === null) throw new RequestError('paper-gone');
        return { id: await decide(stores.library, decision), before };
      }),

    'person.undecide': async ({ id }, context) => {
      await change(context, () => undecide(stores.library, id));
      return {};
    },
  };
}
