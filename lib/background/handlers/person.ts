// The reader says who wrote what, and takes it back.
import { decide, redecide, setOwnLinks, undecide } from '../../library/decisions.ts';
import type { MergedPaper } from '../../catalog/lookup.ts';
import { SaidWords } from '../../views/schema.ts';
import { broadcast } from '../../messages/page-commands.ts';
import { RequestError, type Context, type Handlers } from '../../messages/server.ts';
import { titleOf } from '../../paper/schema.ts';
import { decisionsChanged, decisionsOf, keptDecisions } from '../decisions.ts';
import { onDemand } from '../on-demand/load.ts';
import { changeLibrary, isPrivate, lookupWithPages, type Stores } from '../stores.ts';

export function personHandlers(
  stores: Stores,
): Pick<Handlers, 'person.decide' | 'person.undecide' | 'person.redecide' | 'person.decisions' | 'person.links'> {
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
        const { decisionsOn, findPerson, toldOn } = await onDemand();
        const found = await findPerson(await lookupWithPages(stores), person, near, await decisionsOf(stores));
        if (found === null) throw new RequestError('person-gone');
        const decisions = decisionsOn(found, { near, papers, says }, Date.now());
        if (decisions === null) throw new RequestError('paper-gone');
        return { ids: await decide(stores.library, decisions, toldOn(found, { papers, says })) };
      }),

    'person.undecide': async ({ ids }, context) => ({
      gone: await change(context, () => undecide(stores.library, ids)),
    }),

    'person.redecide': async ({ rows }, context) => {
      await change(context, () => redecide(stores.library, rows));
      return {};
    },

    'person.decisions': async ({ from, limit }) => {
      const [{ rows }, { decisionRow, firstWork, pressesOf }] = await Promise.all([keptDecisions(stores), onDemand()]);
      const all = pressesOf(rows);
      const shown = all.slice(from, from + limit);
      // A catalog that can't be read keeps nobody from taking back what they said.
      const papers = await lookupWithPages(stores)
        .then((lookup) =>
          lookup.papers(
            shown.flatMap((press) => firstWork(press) ?? []),
            false,
          ),
        )
        .catch(() => new Map<string, MergedPaper>());
      const titleIn = (id: string): string | null => {
        const paper = papers.get(id)?.paper;
        return paper === undefined ? null : titleOf(paper);
      };
      return {
        total: all.length,
        rows: shown.map((press) => decisionRow(press, SaidWords.safeParse(press.rows[0]?.told).data ?? null, titleIn)),
      };
    },

    'person.links': async ({ id, links }, context) => {
      const said = await change(context, () => setOwnLinks(stores.library, id, links));
      if (!said) throw new RequestError('person-gone');
      return {};
    },
  };
}
