// What cards show: papers, people, rows; and the card script's injection at the first intent.
import type { PagePaper } from '../answer/page-paper.ts';
import { abstractIn, countedIn } from '../../paper/page-fact.ts';
import { paperKeys } from '../../paper/keys.ts';
import type { FoundPerson } from '../../views/found-person.ts';
import type { PersonView, RelatedRow, WorkRow } from '../../views/schema.ts';
import { saidToBeMe } from '../../identity/decisions.ts';
import type { Lookup } from '../../catalog/lookup.ts';
import type { KeptStatus } from '../../library/schema.ts';
import { workRow } from '../../views/work-row.ts';
import { RequestError, type Context, type Handlers } from '../../messages/server.ts';
import type { Related } from '../../related/related.ts';
import { decisionsOf, keptDecisions, papersByReader, withOwn } from '../decisions.ts';
import { authorsOf, followedAt, followsOf } from '../follows.ts';
import { onDemand } from '../on-demand/load.ts';
import { searchOf } from '../on-demand/search.ts';
import { isCitedByPlace } from '../../paper/untitled.ts';
import { titleOf } from '../../paper/schema.ts';
import { withZotero } from '../zotero.ts';
import { injectScript, runInOwnFrames } from '../page-script.ts';
import { entriesOfPapers, isPrivate, lookupWith, lookupWithPages, storesIn, type Stores } from '../stores.ts';

/** Authors whose other works are counted; a list of five hundred is not read by name. */
const authorsCounted = 40;

/** Runs a script of ours in the frame that asked. */
async function inject(file: string, { tab, frame }: Context): Promise<Record<string, never>> {
  if (tab === null) throw new RequestError('page-closed');
  await injectScript(file, tab, frame ?? 0);
  return {};
}

export function cardHandlers(
  stores: Stores,
): Pick<
  Handlers,
  | 'marks.inject'
  | 'filters.inject'
  | 'answers.inject'
  | 'navigation.inject'
  | 'frames.inject'
  | 'card.inject'
  | 'maths.inject'
  | 'card.paper'
  | 'card.person'
  | 'card.rows'
> {
  return {
    'marks.inject': (_request, context) => inject('content-scripts/marks.js', context),
    'filters.inject': (_request, context) => inject('content-scripts/filters.js', context),
    'answers.inject': (_request, context) => inject('content-scripts/answers.js', context),
    'navigation.inject': (_request, context) => inject('content-scripts/navigation.js', context),
    'frames.inject': async (_request, { tab }) => {
      if (tab !== null) await runInOwnFrames(tab);
      return {};
    },
    'card.inject': async (_request, context) => {
      const injected = inject('content-scripts/card.js', context);
      // The card will ask for it, so it is read while the browser injects the card; a card that asks says what is wrong.
      onDemand().catch(() => undefined);
      return injected;
    },
    'maths.inject': (_request, context) => inject('content-scripts/maths.js', context),

    'card.paper': async ({ id: asked }, context) => {
      const { bibtexEntry, paperView, relatedAsSaid, workCounts } = await onDemand();
      const privateWindow = await isPrivate(context);
      const id = await titledId(storesIn(stores, privateWindow), asked, context.page);
      const { lookup, said } = await lookupWith(storesIn(stores, privateWindow), [id], context.page);
      const [joined, book] = await Promise.all([lookup.papers([id, ...idsOf(said)]), lookup.people()]);
      const found = joined.get(id) ?? [...joined.values()][0];
      if (found === undefined) throw new RequestError('paper-gone');
      const paper = book.resolve(found.paper);
      const whatPagesSay = countedIn(
        said.map(({ fact }) => fact),
        found.pages,
      );
      const [works, follows, printed] = await Promise.all([
        workCounts(lookup, book, paper.authors.slice(0, authorsCounted)),
        followsOf(stores),
        lookup.abstractOf(found.ids),
      ]);
      const abstract = abstractIn(whatPagesSay, printed)?.text;
      const decisions = await decisionsOf(stores);
      const asks = { ids: found.ids, decisions };
      const { onSubject, byPeople: inPacks } = await relatedAsSaid(lookup, paper, { ...asks, abstract });
      // A paper to which nothing is related leads on by its authors, also to what pages said since the browser started.
      const byPeople =
        onSubject.length > 0
          ? inPacks
          : (await relatedAsSaid(await lookupWithPages(storesIn(stores, privateWindow)), paper, asks)).byPeople;
      const entries = await entriesOfPapers(stores, [found, ...onSubject, ...byPeople]);
      const own = await papersByReader(stores);
      const rows = (works: readonly Related[]): RelatedRow[] =>
        withOwn(
          works.map((one) => ({
            ...workRow(one.paper, entries.get(one.paper.id)?.status ?? null),
            reasons: one.reasons,
          })),
          own,
        );
      const view = paperView({
        paper,
        others: found.others,
        people: new Map(paper.authors.flatMap(({ person }) => [[person, book.get(person)?.person] as const])),
        works,
        related: rows(onSubject),
        byAuthors: rows(byPeople),
        sources: lookup.sources,
        bibtex: bibtexEntry(paper),
        entry: entries.get(paper.id),
        privateWindow,
        printed,
        said: whatPagesSay,
        followed: authorsOf(paper).map((author, _, authors) => follows.whoIs(paper.id, author, authors)),
      });
      const [marked = view] = await withZotero([view], [view]);
      return own.has(paper.id) ? { ...marked, yours: true } : marked;
    },

    'card.person': async ({ id, paper }, context) => {
      const { found, lookup, names, statuses, view, own } = await foundPerson(stores, id, paper ?? null, context);
      const { personView } = await onDemand();
      const card = personView(found, names, lookup.sources, statuses, view);
      const underName = { ...card.underName, rows: withOwn(card.underName.rows, own) };
      return { ...card, works: withOwn(card.works, own), underName };
    },

    'card.rows': async ({ ids }, context) => ({
      rows: await rowsOf(storesIn(stores, await isPrivate(context)), ids, context.page),
    }),
  };
}

/** The id of the work that is known where only the place is known at which it was printed; else the same id. */
async function titledId(stores: Stores, id: string, page: Context['page']): Promise<string> {
  const { lookup } = await lookupWith(stores, [id], page);
  const one = (await lookup.papers([id])).get(id);
  if (one === undefined || !isCitedByPlace(one.paper)) return id;
  const { titledAtPlace } = await onDemand();
  return (await titledAtPlace(one.paper, lookup, await searchOf(lookup))) ?? id;
}

export interface PersonParts {
  found: FoundPerson;
  lookup: Lookup;
  /** Of people whom packs know, by id. */
  names: ReadonlyMap<string, string>;
  statuses: ReadonlyMap<string, KeptStatus>;
  view: Pick<PersonView, 'followed' | 'me' | 'privateWindow'>;
  /** The reader's own papers. */
  own: ReadonlySet<string>;
}

/** A person with their works, and what the reader has of those. `near`: on whose byline the name was met. */
export async function foundPerson(
  stores: Stores,
  id: string,
  near: string | null,
  context: Context,
): Promise<PersonParts> {
  const privateWindow = await isPrivate(context);
  const lookup = await lookupWithPages(storesIn(stores, privateWindow));
  const { findPerson } = await onDemand();
  const { decisions, idOf } = await keptDecisions(stores);
  const found = await findPerson(lookup, id, near, decisions);
  if (found === null) throw new RequestError('person-gone');
  const book = await lookup.people();
  const shown = [...found.theirs, ...found.maybe, ...found.others];
  const entries = await entriesOfPapers(
    stores,
    shown.map((one) => ({ paper: one, ids: paperKeys(one) })),
  );
  const colleagues = new Set(found.theirs.flatMap((one) => one.authors.map((author) => author.person)));
  const names = new Map(
    [...colleagues].flatMap((one) => {
      const name = book.get(one)?.person.name;
      return name === undefined ? [] : [[one, name] as const];
    }),
  );
  const statuses = new Map([...entries].map(([key, entry]) => [key, entry.status] as const));
  const follows = await followsOf(stores);
  const bearers = found.theirs.flatMap((one) => found.bearers.get(one.id) ?? []);
  const said = saidToBeMe(decisions, bearers).flatMap((one) => idOf.get(one) ?? []);
  const me = found.me === null ? null : { ids: said, links: found.me.links };
  const view = { followed: follows.includes(found.person.id, bearers), me, privateWindow };
  return { found, lookup, names, statuses, view, own: await papersByReader(stores) };
}

/** The packs' ids of what pages said. */
const idsOf = (said: readonly PagePaper[]): string[] => said.flatMap(({ fact, also }) => [fact.record.id, ...also]);

/** One line each, in the order asked, each paper once; what no pack knows is left out. `page`: where they are shown. */
export async function rowsOf(stores: Stores, ids: readonly string[], page: string | null): Promise<WorkRow[]> {
  if (ids.length === 0) return [];
  const { lookup } = await lookupWith(stores, ids, page);
  const joined = await lookup.papers(ids);
  const papers = [...new Map([...joined.values()].map((one) => [one.paper.id, one])).values()];
  const [entries, follows, book] = await Promise.all([
    entriesOfPapers(stores, papers),
    followsOf(stores),
    lookup.people(),
  ]);
  const rows = papers.map(({ paper }) =>
    workRow(paper, entries.get(paper.id)?.status ?? null, followedAt(follows, book.resolve(paper))),
  );
  const asked = papers.map(({ paper }) => ({ ...paper, title: titleOf(paper) }));
  return withOwn(await withZotero(rows, asked), await papersByReader(stores));
}
