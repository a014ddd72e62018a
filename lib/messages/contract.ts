// Every message, once: who may send it, what it asks, what it answers. Nothing else goes over the wire.
// `page`: a content script of ours in a web page; `own`: our own pages (popup, options, welcome).
// A new message is one entry here and one handler in `lib/background/handlers/`.
import * as z from 'zod/mini';
import { OwnLinks } from '../paper/own-links.ts';
import { HttpsUrl, PaperId, PersonId } from '../paper/schema.ts';
import { AuthorPage, ExploreSubject, Topic, TopicPage } from '../views/explore/schema.ts';
import { ListedRow, DecisionRow, PaperView, PersonRow, PersonView, WorkRow } from '../views/schema.ts';
import { citeMessages } from './cite-messages.ts';
import { listMessages } from './list-messages.ts';
import { zoteroMessages } from './zotero-messages.ts';
import { BlocksAnswer, BlocksRequest, Filter, ListingCounts, PageReport, PageSummary } from './page-protocol.ts';
import { PageStep } from './page-step.ts';
import { MAX_BACKUP } from '../library/max-backup.ts';
import { GraphData, GraphQuestion } from '../graph/schema.ts';
import { Alias, Follow, KeptDecision, KeptPaper, KeptStatus, Status } from '../library/schema.ts';
import { Fixable, Settings } from '../settings/schema.ts';
import { SentRequest } from '../harvest/sent-log.ts';
import { SET, spans } from '../harvest/sets.ts';
import { FieldsStatus } from '../harvest/views.ts';
import { JobView, PackView, SkippedRow } from '../packs/views.ts';
import { MAX_PAGE_PAPERS } from './max-page-papers.ts';
import { Failure } from '../failures/failure.ts';
import { FieldName, PageAdapter } from '../sites/adapter.ts';

const Url = z.string().check(z.maxLength(8000));
const Nothing = z.object({});
const JobId = z.string().check(z.maxLength(60));
/** Rows that one press of the reader's became. */
const DecisionIds = z.array(z.string().check(z.maxLength(60))).check(z.maxLength(20));
/** Maximum works of which the reader says something at once. */
const MAX_DECIDED = 200;
const PackId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));

const CopyText = z.string().check(z.maxLength(MAX_BACKUP));
const Difference = z.object({ added: z.int(), changed: z.int(), removed: z.int() });
const Differences = z.object({ works: Difference, follows: Difference, decisions: Difference });

/** Maximum papers of a file in one message. */
const MAX_IMPORTED = 250;

/** arXiv's sets: "cs:cs:LG". */
const Sets = z.array(z.string().check(z.regex(SET))).check(z.minLength(1), z.maxLength(200));

const Shown = z.int().check(z.gte(1), z.lte(240));
/** How many there are; not exact: more than that. */
const Total = z.object({ total: z.int(), isExact: z.boolean() });
const foundOf = <T extends z.ZodMiniType>(row: T) => z.extend(Total, { rows: z.array(row) });

export const contract = {
  /** A page script starts: may it run here, how does a card open, which rows does the site have. */
  'page.handshake': {
    from: ['page'],
    request: z.object({ url: Url }),
    answer: z.object({
      on: z.boolean(),
      settings: Settings,
      adapter: z.nullable(PageAdapter),
    }),
  },
  /** Finds the papers and people that blocks of text mention. `own`: the welcome page's listing. */
  'page.blocks': { from: ['page', 'extension'], request: BlocksRequest, answer: BlocksAnswer },
  /** How many papers the page has, for the badge. */
  'page.count': { from: ['page'], request: z.object({ papers: z.int().check(z.gte(0)) }), answer: Nothing },
  /** Injects the script that paints marks into the asking frame. */
  'marks.inject': { from: ['page'], request: Nothing, answer: Nothing },
  /** Injects the script that filters a listing's rows into the asking frame. */
  'filters.inject': { from: ['page'], request: Nothing, answer: Nothing },
  /** Injects the script that answers `page.summary` and `page.report` into the asking frame. */
  'answers.inject': { from: ['page'], request: Nothing, answer: Nothing },
  /** Injects the script that steps from mark to mark into the asking frame. */
  'navigation.inject': { from: ['page'], request: Nothing, answer: Nothing },
  /** Runs the page script in the frames of the asking page's own site. */
  'frames.inject': { from: ['page'], request: Nothing, answer: Nothing },
  /** Injects the card script into the asking frame. */
  'card.inject': { from: ['page'], request: Nothing, answer: Nothing },
  /** Injects the script that typesets formulas into the asking frame, whose card has a title with one. */
  'maths.inject': { from: ['page'], request: Nothing, answer: Nothing },
  /** What a card shows of a paper. */
  'card.paper': { from: ['page', 'extension'], request: z.object({ id: PaperId }), answer: PaperView },
  /** What a card shows of an author. `paper`: on whose byline the name was met; it tells people of one name apart. */
  'card.person': {
    from: ['page', 'extension'],
    request: z.object({ id: PersonId, paper: z.optional(PaperId) }),
    answer: PersonView,
  },
  /** One line each, for the choice between papers of one title. */
  'card.rows': {
    from: ['page', 'extension'],
    request: z.object({ ids: z.array(PaperId).check(z.maxLength(50)) }),
    answer: z.object({ rows: z.array(WorkRow) }),
  },
  /** The neighbours of a paper, person, topic or institution, from at most 300 works. `centre`: its node's key. */
  'graph.around': {
    from: ['extension'],
    request: GraphQuestion,
    answer: z.object({ centre: z.string(), data: GraphData }),
  },
  /** Remembers what a page of its own is of, under a key that says nothing. `tab`: opens it, too. */
  'explore.open': {
    from: ['page', 'extension'],
    request: z.object({ subject: ExploreSubject, tab: z.boolean() }),
    answer: z.object({ key: z.string() }),
  },
  /** What such a page is of; null where the browser was closed since. */
  'explore.read': {
    from: ['extension'],
    request: z.object({ key: z.string().check(z.maxLength(60)) }),
    answer: z.object({ subject: z.nullable(ExploreSubject) }),
  },
  /** An author's page: as the card, with what the works are filtered by. */
  'explore.person': {
    from: ['extension'],
    request: z.object({ id: PersonId, paper: z.optional(PaperId) }),
    answer: AuthorPage,
  },
  'explore.topic': { from: ['extension'], request: z.object({ topic: Topic }), answer: TopicPage },
  ...citeMessages,
  /** Puts a paper on the reading list or changes its status; null takes it off. Answers what was there before.
   *  A status of a later version can only be brought back. */
  'library.set': {
    from: ['page', 'extension'],
    request: z.object({ id: PaperId, status: z.nullable(KeptStatus) }),
    answer: z.object({
      before: z.nullable(KeptStatus),
      status: z.nullable(KeptStatus),
      since: z.nullable(z.number()),
    }),
  },
  /** Follows an author, or follows them no more. `paper`: on whose byline the name was met. Answers what is so now. */
  'library.follow': {
    from: ['page', 'extension'],
    request: z.object({ id: PersonId, follow: z.boolean(), paper: z.optional(PaperId) }),
    answer: z.object({ follows: z.boolean() }),
  },
  /** The reader says that a work is, or is not, a person's. `near`: on whose byline the name was met. Answers the
   *  decision's id, by which it is taken back, and what was so before. */
  'person.decide': {
    from: ['page', 'extension'],
    request: z.object({
      person: PersonId,
      near: z.optional(PaperId),
      papers: z.array(PaperId).check(z.maxLength(MAX_DECIDED)),
      decision: z.enum(['theirs', 'not-theirs', 'same', 'me']),
    }),
    answer: z.object({ ids: DecisionIds }),
  },
  /** Takes that back. Answers all that was kept of it, for undoing. */
  'person.undecide': {
    from: ['page', 'extension'],
    request: z.object({ ids: DecisionIds }),
    answer: z.object({ gone: z.array(KeptDecision) }),
  },
  /** Undoes that. */
  'person.redecide': {
    from: ['extension'],
    request: z.object({ rows: z.array(KeptDecision).check(z.maxLength(20)) }),
    answer: Nothing,
  },
  /** All that the reader said of who wrote what, the latest first; `from`: how many of them are skipped. */
  'person.decisions': {
    from: ['extension'],
    request: z.object({ from: z.int().check(z.gte(0)), limit: z.int().check(z.gte(1), z.lte(200)) }),
    answer: z.object({ total: z.int(), rows: z.array(DecisionRow) }),
  },
  /** Fills in the reader's own pages; they are kept and shown, and sent nowhere. `id`: by which they said "this is me". */
  'person.links': {
    from: ['extension'],
    request: z.object({ id: z.string().check(z.maxLength(60)), links: OwnLinks }),
    answer: Nothing,
  },
  /** People the reader follows, the latest first. */
  'library.follows': {
    from: ['extension'],
    request: Nothing,
    answer: z.object({ people: z.array(z.pick(Follow, { id: true, name: true, paper: true, since: true })) }),
  },
  /** Papers by people the reader follows, on pages since the browser started, the last first; at most 50 of them. */
  'library.met': {
    from: ['extension'],
    request: Nothing,
    answer: z.object({ rows: z.array(WorkRow), total: z.int() }),
  },
  /** Takes one of them off, or puts it back. */
  'library.removeMet': {
    from: ['extension'],
    request: z.object({ id: PaperId, removed: z.boolean() }),
    answer: Nothing,
  },
  /** Follows somebody no more. Answers all that was kept of them, for undoing; null where no one was followed. */
  'library.unfollow': {
    from: ['extension'],
    request: z.object({ id: PersonId }),
    answer: z.object({ gone: z.nullable(Follow) }),
  },
  /** Undoes that: what was kept is kept again, also where no pack knows them any more. */
  'library.refollow': { from: ['extension'], request: z.object({ person: Follow }), answer: Nothing },
  /** Which of a page's papers are by somebody the reader follows, after that changed. */
  'page.followed': {
    from: ['page'],
    request: z.object({ ids: z.array(PaperId).check(z.maxLength(2000)) }),
    answer: z.object({
      papers: z.array(z.object({ id: PaperId, followed: z.object({ name: z.string(), sure: z.boolean() }) })),
    }),
  },
  /** The newest of the reading list, and of the others the one that has been waiting longest to be read. */
  'library.recent': {
    from: ['extension'],
    request: z.object({ limit: z.int().check(z.gte(1), z.lte(50)) }),
    answer: z.object({ total: z.int(), rows: z.array(ListedRow), waiting: z.nullable(ListedRow) }),
  },
  /** Which papers of a file are on the list already, by their place. */
  'library.compare': {
    from: ['extension'],
    request: z.object({ papers: z.array(z.array(Alias).check(z.maxLength(60))).check(z.maxLength(MAX_IMPORTED)) }),
    answer: z.object({ there: z.array(z.boolean()) }),
  },
  /** Puts those of a file that are not there on the list, to read. `now` is the same for all of a file, `last` with the
   *  last of them. Answers the ids of those that came. */
  'library.add': {
    from: ['extension'],
    request: z.object({
      papers: z.array(KeptPaper).check(z.maxLength(MAX_IMPORTED)),
      now: z.number(),
      last: z.boolean(),
    }),
    answer: z.object({ added: z.array(PaperId) }),
  },
  /** Undoes that, for papers that were not changed since. */
  'library.takeBack': {
    from: ['extension'],
    request: z.object({ ids: z.array(PaperId).check(z.maxLength(MAX_IMPORTED)), now: z.number(), last: z.boolean() }),
    answer: z.object({ taken: z.int() }),
  },
  /** What the reader is to be told about damage: how much came back, and how many papers did not. Null: nothing.
   *  `settings`: they can't be read, and the defaults hold; or the browser had lost them, and they are back. */
  'library.notice': {
    from: ['extension'],
    request: Nothing,
    answer: z.object({
      notice: z.nullable(z.object({ papers: z.int(), people: z.int(), lost: z.int() })),
      settings: z.nullable(z.enum(['unread', 'brought-back'])),
      /** Names of packs that went with the catalog's store, which the browser had emptied. */
      lostPacks: z.array(z.string()),
    }),
  },
  /** The reader has seen it. */
  'library.noticed': { from: ['extension'], request: Nothing, answer: Nothing },
  /** Rows of the reader's that this version can't read, as text; they are kept as they are. */
  'library.unread': {
    from: ['extension'],
    request: Nothing,
    answer: z.object({ total: z.int(), rows: z.array(z.string()) }),
  },
  ...listMessages,
  ...zoteroMessages,
  /** All that is the reader's, as the text of a file; `seq`: the last change that it has. */
  'data.copy': { from: ['extension'], request: Nothing, answer: z.object({ text: z.string(), seq: z.int() }) },
  /** What such a file has, and what reading it in would change. */
  'data.preview': {
    from: ['extension'],
    request: z.object({ text: CopyText }),
    answer: z.object({
      /** ISO date. */
      made: z.string(),
      papers: z.int(),
      people: z.int(),
      unreadable: z.int(),
      /** Parts that this version does not know. */
      unknown: z.array(z.string()),
      merge: Differences,
      replace: Differences,
    }),
  },
  /** Reads it in, wholly or not at all. Answers what changed. */
  'data.restore': {
    from: ['extension'],
    request: z.object({ text: CopyText, how: z.enum(['merge', 'replace']) }),
    answer: Differences,
  },
  /** Removes all that Byline has stored: the reader's own, packs and settings. The field keeps an empty message from it. */
  'data.erase': { from: ['extension'], request: z.object({ confirmed: z.literal(true) }), answer: Nothing },
  /** Papers and people for what was typed: of the page, of the reading list, of all else; a paper is in one of them. */
  'catalog.search': {
    from: ['extension'],
    request: z.object({
      query: z.string().check(z.maxLength(300)),
      /** Papers of the page that the reader looks at. */
      page: z.array(PaperId).check(z.maxLength(MAX_PAGE_PAPERS)),
      /** How many of each are shown. */
      limits: z.object({ page: Shown, list: Shown, papers: Shown, people: Shown }),
    }),
    answer: z.object({
      page: foundOf(WorkRow),
      list: foundOf(WorkRow),
      papers: foundOf(WorkRow),
      people: foundOf(PersonRow),
      /** The words that were looked for, where none are spelt as typed. */
      spelling: z.nullable(z.string()),
      /** Papers that were searched, on the page and in all. */
      searched: z.object({ page: z.int(), papers: z.int() }),
      /** Where nothing was found: the same without one of its words, and how many papers that finds. */
      instead: z.array(z.object({ query: z.string(), ...Total.shape })),
    }),
  },
  /** What the popup shows of the tab that it was opened on. */
  'popup.tab': {
    from: ['extension'],
    request: z.object({ tab: z.int() }),
    answer: z.object({
      /** Null where the browser does not say (its own pages, stores). */
      host: z.nullable(z.string()),
      /** `running`: marks are on; `off`: switched off here; `ask`: not a site of ours, one click runs it;
       *  `pdf`: resolved from the address; `never`: the browser allows no extension here. */
      state: z.enum(['running', 'off', 'ask', 'pdf', 'never']),
      /** Runs here without being asked, by install or by the reader's grant. */
      always: z.boolean(),
      /** Switched off by the institution: the reader can't switch it on. */
      managed: z.boolean(),
      /** A site of the install whose permission the reader took back in the browser's own settings. */
      takenBack: z.boolean(),
      /** Where Byline may be granted this site for good: the origin to ask the browser for. */
      grantable: z.nullable(z.string()),
      rows: z.array(WorkRow),
      /** The paper that the page or PDF is about, by the tab's address; null for listings and other pages. */
      pagePaper: z.nullable(PaperId),
      /** The paper's page and its PDF by the tab's address, and which of them the tab shows; null for other addresses. */
      places: z.nullable(z.object({ page: HttpsUrl, pdf: HttpsUrl, site: z.string(), here: z.enum(['page', 'pdf']) })),
      /** The page's rows, for filters; null where it has none. */
      listing: z.nullable(ListingCounts),
      /** What the site's pages have and this one had not. */
      missing: z.nullable(z.object({ site: z.string(), fields: z.array(FieldName) })),
      /** `busy`: the page changed its address too often, and its script ended; `large`: not all of its text was read. */
      tooMuch: z.nullable(z.enum(['busy', 'large'])),
    }),
  },
  /** Shows only some rows of a tab's listing. Answers the listing as it is then; null where there is none. */
  'popup.filter': {
    from: ['extension'],
    request: z.object({ tab: z.int(), filter: Filter }),
    answer: z.object({ listing: z.nullable(ListingCounts) }),
  },
  /** Runs the page script once on a tab that it does not run on by itself. */
  'popup.run': { from: ['extension'], request: z.object({ tab: z.int() }), answer: Nothing },
  /** Shows a paper's mark on its page and opens the card there. Answers whether there was one. */
  'popup.show': {
    from: ['extension'],
    request: z.object({ tab: z.int(), id: PaperId }),
    answer: z.object({ shown: z.boolean() }),
  },
  'settings.get': { from: ['extension'], request: Nothing, answer: Settings },
  /** What the institution's policy holds fast: settings, hosts that stay switched off, and whether the network may be
   *  asked for anything. */
  'settings.managed': {
    from: ['extension'],
    request: Nothing,
    answer: z.object({ fixed: z.array(Fixable), sitesOff: z.array(z.string()), network: z.boolean() }),
  },
  'settings.set': { from: ['extension'], request: z.partial(Settings), answer: Settings },
  /** Switches Byline on or off on one site, in every open tab of it. */
  'site.switch': {
    from: ['extension', 'page'],
    request: z.object({ host: z.string().check(z.minLength(1), z.maxLength(253)), on: z.boolean() }),
    answer: Settings,
  },
  /** Where Byline runs and where it may be allowed to, for the options and the welcome page. */
  'sites.list': {
    from: ['extension'],
    request: Nothing,
    answer: z.object({
      /** The sites of the install, then those that are offered with one button. */
      sites: z.array(
        z.object({
          /** "*.nature.com", as `site.switch` takes it. */
          host: z.string(),
          /** What to ask the browser for. */
          origin: z.string(),
          atInstall: z.boolean(),
          /** Does the browser let Byline run there? */
          allowed: z.boolean(),
          /** Switched off, by the reader or the institution. */
          off: z.boolean(),
          /** Switched off by the institution: neither to be switched on nor asked for. */
          managed: z.boolean(),
        }),
      ),
      /** Origins that the reader allowed beyond these. */
      others: z.array(z.string()),
    }),
  },
  /** What is stored, for the options page. Bytes are the browser's own estimate. */
  'stored.summary': {
    from: ['extension'],
    request: Nothing,
    answer: z.object({
      packs: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          version: z.string(),
          licence: z.string(),
          attribution: z.string(),
          madeOn: z.string(),
          papers: z.int(),
          people: z.int(),
        }),
      ),
      /** `ready`, or what keeps the catalog from being so. */
      catalog: z.object({ ready: z.boolean(), problem: z.nullable(Failure) }),
      /** Null where they can't be counted. */
      entries: z.nullable(z.int()),
      follows: z.nullable(z.int()),
      bytes: z.nullable(z.number()),
    }),
  },
  /** The catalog packs that are in, and what is being imported. */
  'packs.list': {
    from: ['extension'],
    request: Nothing,
    answer: z.object({
      packs: z.array(PackView),
      jobs: z.array(JobView),
      /** Asked from a private window: nothing may be changed. */
      privateWindow: z.boolean(),
    }),
  },
  /** Has a file recognised that our own page has put into the store of imports. */
  'packs.recognise': { from: ['extension'], request: z.object({ job: JobId }), answer: Nothing },
  /** Imports a recognised file as the pack of this name and id. */
  'packs.begin': {
    from: ['extension'],
    request: z.object({ job: JobId, name: z.string().check(z.minLength(1), z.maxLength(120)), id: PackId }),
    answer: Nothing,
  },
  /** Fetches and imports an offer. `keep`: only papers of one of these categories; `temporary`: origins that the reader has just allowed for it alone. */
  'packs.install': {
    from: ['extension'],
    request: z.object({
      offer: z.string().check(z.maxLength(60)),
      keep: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(300))),
      temporary: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(20)),
    }),
    answer: z.object({ job: z.string() }),
  },
  /** Stops an import and removes everything of it; or clears one that is over from the list. */
  'packs.cancel': { from: ['extension'], request: z.object({ job: JobId }), answer: Nothing },
  /** The importer was ended because it no longer answered; it worked on this import. */
  'packs.hung': { from: ['extension'], request: z.object({ job: z.nullable(JobId) }), answer: Nothing },
  /** Which rows of an import were skipped, and why. */
  'packs.refused': {
    from: ['extension'],
    request: z.object({ job: JobId }),
    answer: z.object({ total: z.int(), rows: z.array(SkippedRow) }),
  },
  /** Removes a pack; the bundled one stays. `undoMs`: it is hidden at once, and `packs.restore` undoes it that long. */
  'packs.remove': {
    from: ['extension'],
    request: z.object({ id: PackId, undoMs: z.optional(z.int().check(z.gte(0), z.lte(60_000))) }),
    answer: Nothing,
  },
  /** Undoes a removal. */
  'packs.restore': { from: ['extension'], request: z.object({ id: PackId }), answer: Nothing },
  /** Chooses fields of arXiv, or asks for what is new in those that are chosen. They are fetched from then on; the browser
   *  has to allow arXiv's hosts (`field-no-permission`). */
  'fields.choose': {
    from: ['extension'],
    request: z.object({ sets: Sets, span: z.enum(spans) }),
    answer: FieldsStatus,
  },
  /** How far the chosen fields are. */
  'fields.status': { from: ['extension'], request: Nothing, answer: FieldsStatus },
  /** Asks for nothing until `fields.resume`; a request that is on its way is heard to its end. */
  'fields.pause': { from: ['extension'], request: Nothing, answer: FieldsStatus },
  'fields.resume': { from: ['extension'], request: Nothing, answer: FieldsStatus },
  /** Keeps fields current by a feed a day, or does so no more. */
  'fields.current': { from: ['extension'], request: z.object({ sets: Sets, on: z.boolean() }), answer: FieldsStatus },
  /** Removes fields with their papers; those that are in another chosen field stay. */
  'fields.remove': { from: ['extension'], request: z.object({ sets: Sets }), answer: FieldsStatus },
  /** What was asked of the network, the newest first; `before`: those before that one. `today`: how many requests went
   *  out since the last midnight here. */
  'sent.log': {
    from: ['extension'],
    request: z.object({
      limit: z.int().check(z.gte(1), z.lte(500)),
      before: z.optional(z.nullable(z.int())),
    }),
    answer: z.object({ total: z.int(), today: z.int(), rows: z.array(SentRequest) }),
  },
  /** Rebuilds what Byline made itself, the bundled pack and the reading list's; packs that the reader added stay.
   *  `lost`: their names, where the store itself was broken and they could not. */
  'catalog.rebuild': {
    from: ['extension'],
    request: Nothing,
    answer: z.object({ papers: z.int(), lost: z.array(z.string()) }),
  },
} as const satisfies Record<string, { from: readonly Sender[]; request: z.ZodMiniType; answer: z.ZodMiniType }>;

export type Sender = 'page' | 'extension';
export type Contract = typeof contract;
export type MessageName = keyof Contract;
export type Request<N extends MessageName> = z.infer<Contract[N]['request']>;
export type Answer<N extends MessageName> = z.infer<Contract[N]['answer']>;

export type Reply<N extends MessageName> = { ok: true; value: Answer<N> } | { ok: false; error: Failure };

/** What the worker tells a page script. */
export const pageCommands = {
  /** Whether a page script runs in a tab. */
  'page.alive': { request: Nothing, answer: Nothing },
  /** What was found so far, for the popup. */
  'page.summary': { request: Nothing, answer: PageSummary },
  /** The same with every mention and its place, for `npm run annotate` and tests: each mark is measured. */
  'page.report': { request: Nothing, answer: PageReport },
  /** Shows a paper's first mark and opens its card. */
  'page.show': { request: z.object({ id: PaperId }), answer: z.object({ shown: z.boolean() }) },
  'page.step': { request: PageStep, answer: Nothing },
  /** A paper's status changed: redraw its pills. */
  'page.status': { request: z.object({ id: PaperId, status: z.nullable(Status) }), answer: Nothing },
  /** The reader follows somebody else now: marks are to be asked for again. */
  'page.follows': { request: Nothing, answer: Nothing },
  /** Shows only some rows of the listing; the rest is veiled. Nothing chosen shows all. */
  'page.filter': { request: Filter, answer: Nothing },
  /** New settings, or this site was switched off: stop everything at once. */
  'page.settings': { request: z.object({ on: z.boolean(), settings: Settings }), answer: Nothing },
} as const satisfies Record<string, { request: z.ZodMiniType; answer: z.ZodMiniType }>;
export type PageCommands = typeof pageCommands;
export type PageCommandName = keyof PageCommands;
export type PageCommand<N extends PageCommandName> = z.infer<PageCommands[N]['request']>;
export type PageCommandAnswer<N extends PageCommandName> = z.infer<PageCommands[N]['answer']>;
