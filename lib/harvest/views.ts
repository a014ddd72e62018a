// What pages show of the harvest: plain data, put together by the worker.
import * as z from 'zod/mini';
import { Failure } from '../failures/failure.ts';
import type { CatalogDatabase } from '../packs/store.ts';
import { PaceState } from './pace.ts';
import { seriesPacks, seriesTotal } from './series.ts';
import { spans } from './sets.ts';
import { readHarvest, readPace } from './store.ts';
import { progressOf } from './windows.ts';

export const FieldsStatus = z.object({
  fields: z.array(
    z.object({
      set: z.string(),
      span: z.enum(spans),
      /** Days that are there, and that there are to be. */
      done: z.int(),
      days: z.int(),
      /** Papers that it brought so far; those of two fields count in both. */
      papers: z.int(),
      /** It is kept current, by a feed a day. */
      current: z.boolean(),
    }),
  ),
  /** Papers of all fields, each once, and their bytes. */
  papers: z.int(),
  bytes: z.number(),
  /** `none`: nothing is chosen; `waiting`: arXiv refused, and is asked again at `until`. */
  state: z.enum(['none', 'working', 'waiting', 'paused', 'done']),
  until: z.nullable(z.number()),
  /** Why the last request failed; null after an answer. */
  problem: z.nullable(Failure),
});
export type FieldsStatus = z.infer<typeof FieldsStatus>;

/** When the next request after a refusal may go out; a moment that is past where none was refused. */
const paceUntil = async (database: CatalogDatabase): Promise<number> =>
  PaceState.safeParse(await readPace(database)).data?.until ?? 0;

export async function fieldsStatus(database: CatalogDatabase, now: number): Promise<FieldsStatus> {
  const [{ fields, window, paused, problem }, packs, until] = await Promise.all([
    readHarvest(database),
    seriesPacks(database),
    paceUntil(database),
  ]);
  const shown = fields.map((field) => {
    const { done, all } = progressOf(field);
    const { set, span, papers, current } = field;
    return { set, span, done, days: all, papers, current };
  });
  const isOpen = window !== null || shown.some(({ done, days }) => done < days);
  const going = until > now ? 'waiting' : 'working';
  const unpaused = isOpen ? going : 'done';
  const state = paused && isOpen ? 'paused' : unpaused;
  return {
    fields: shown,
    ...seriesTotal(packs),
    state: fields.length === 0 ? 'none' : state,
    until: state === 'waiting' ? until : null,
    problem,
  };
}

/** When the harvest has something to do next: a moment that is past for now, null for never. */
export async function harvestDue(database: CatalogDatabase, now: number): Promise<number | null> {
  const [{ paused, feedAt }, { state, until }] = await Promise.all([
    readHarvest(database),
    fieldsStatus(database, now),
  ]);
  if (state === 'waiting') return until;
  if (state === 'working') return now;
  return paused || feedAt === null ? null : Math.max(feedAt, await paceUntil(database));
}
