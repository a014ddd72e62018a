// The neighbours of a node of the research graph.
import { RequestError, type Handlers } from '../../messages/server.ts';
import { decisionsOf } from '../decisions.ts';
import { onDemand } from '../on-demand/load.ts';
import { isPrivate, lookupWithPages, storesIn, type Stores } from '../stores.ts';

export function graphHandlers(stores: Stores): Pick<Handlers, 'graph.around'> {
  return {
    'graph.around': async (question, context) => {
      const lookup = await lookupWithPages(storesIn(stores, await isPrivate(context)));
      const [decisions, { graphAround }] = await Promise.all([decisionsOf(stores), onDemand()]);
      const around = await graphAround(lookup, decisions, question);
      if (around === null) throw new RequestError(question.kind === 'paper' ? 'paper-gone' : 'person-gone');
      return around;
    },
  };
}
