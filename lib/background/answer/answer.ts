// Answers a page's blocks: what packs find in them, what the page itself says, and what the reader has of it all.
import { findOnPage, marksOf, peopleInBylines } from './answer-blocks.ts';
import { withLinks } from './by-link.ts';
import { withPage, type Told } from './page-answer.ts';
import { pageAddressOf, type PagePaper } from './page-paper.ts';
import { pageSources } from './page-sources.ts';
import { otherWorksOf } from '../../catalog/people/other-works.ts';
import { personOfName } from '../../catalog/people/people-index.ts';
import type { BlocksAnswer, BlocksRequest } from '../../messages/page-protocol.ts';
import { knownStatus } from '../../library/schema.ts';
import { withCodeOfBlocks } from '../../facts/page-code.ts';
import { pageContext, type PageContext } from '../../facts/page-context.ts';
import { factsOfPage, factsOfStalePage, type PageFacts } from '../../facts/read-page.ts';
import { filledRows } from '../../facts/fill-rows.ts';
import { linkedPapers, type LinkedPaper } from '../../facts/read-links.ts';
import { factsOfReferences } from '../../facts/read-references.ts';
import { paperKeys } from '../../paper/keys.ts';
import type { PageFact } from '../../paper/page-fact.ts';
import { authorKey } from '../../paper/names/name-key.ts';
import { decisionsOf } from '../decisions.ts';
import { fillGaps } from '../fill-gaps.ts';
import { entryReader } from '../on-demand/entries.ts';
import { noteVisit } from '../visits.ts';
import { followedAmong, followsOf } from '../follows.ts';
import { catalogOf, entriesOfPapers, type Stores } from '../stores.ts';

/** Maximum papers of one question whose authors are looked up by name: more than a listing sends at once. For a longer
 *  list the people that packs say more of must do. */
const MAX_BY_NAME = 200;

export async function answerBlocks(stores: Stores, request: BlocksRequest): Promise<BlocksAnswer> {
  // What the page says is read while the catalog is being opened.
  stores.keeper.start();
  const context = pageContext(request.url, request.previousUrl);
  const { showsPrevious } = context;
  const { said, meta } = saidOn(context, request);
  const before = said.pagePaper === null && !showsPrevious ? await stores.pages.ownOf(request.url) : null;
  const hasReferences = request.blocks.some(({ kind }) => kind === 'reference');
  const learned = hasReferences ? await entryReader() : null;
  const rows = learned === null ? said.rows : filledRows(request, said.rows, learned);
  const own = showsPrevious ? null : said.pagePaper;
  const text = withCodeOfBlocks({ ...said, rows, pagePaper: own }, request, before?.fact ?? null);
  const here = showsPrevious ? { ...text, pagePaper: said.pagePaper } : text;
  const { pagePaper } = here;
  const references = factsOfReferences(request, here.rows, context.siteName, learned ?? undefined);
  const links = linksOn(context, request, {
    pagePaper: pagePaper ?? before?.fact ?? null,
    rows: here.rows,
    references,
  });
  const keys = [
    ...here.rows.values(),
    ...references.values(),
    ...links.map(({ fact }) => fact),
    ...(pagePaper === null ? [] : [pagePaper]),
  ].flatMap(({ record }) => paperKeys(record));
  const { lookup } = await catalogOf(stores);
  const source = lookup.findSource();
  const [found, byKeys] = await Promise.all([
    findOnPage({ ...request, meta }, source, showsPrevious),
    keys.length === 0 ? null : source.byIdentifiers([...new Set(keys)]),
  ]);
  const ownRow = showsPrevious
    ? null
    : (request.rows?.find((row) => row.isPageRow)?.row ?? soleRow(request, before !== null));
  const isUnknownSite = context.site === null;
  const seen = { pagePaper, ownRow, rows: here.rows, references, links, isUnknownSite };
  const answered = withPage(request, found, seen, (record) => {
    for (const key of paperKeys(record)) {
      const known = byKeys?.get(key);
      if (known !== undefined) return known;
    }
    return null;
  });
  const told = answered.told.map((one): PagePaper => kept(one, request.url));
  const news = stores.pages.remember(told);

  const unknown = told.filter((_, at) => answered.told[at]?.known === null);
  const wide = unknown.length === 0 ? lookup : lookup.beside(pageSources(unknown));
  const [joined, entries, followed] = await Promise.all([
    wide.papers([...new Set(answered.bylines.map((byline) => byline.paper))], false),
    entriesOfPapers(
      stores,
      [...answered.facts].map(([id, facts]) => ({
        paper: { id },
        ids: source.remembered.get(id)?.ids ?? paperKeys(facts),
      })),
    ),
    followedAmong(
      await followsOf(stores),
      [...answered.facts].map(([id, { authors }]) => [id, authors] as const),
      wide,
    ),
  ]);
  const book = joined.size === 0 ? null : await lookup.people();
  const papers = new Map([...joined].map(([id, { paper }]) => [id, book?.resolve(paper) ?? paper] as const));
  const others =
    book === null || joined.size > MAX_BY_NAME
      ? null
      : await otherWorksOf(
          lookup,
          [...joined].map(([id, one]) => ({ ...one, paper: papers.get(id) ?? one.paper })),
          book,
          await decisionsOf(stores),
        );
  const unknownIds = new Set(unknown.map(({ fact }) => fact.record.id));
  const people = new Map(
    [...papers].flatMap(([id, paper]) =>
      paper.authors.flatMap(({ name, person }) => {
        const known = book?.get(person)?.person;
        if (known !== undefined) return [[person, known] as const];
        // A name in a row that no pack knows is marked where some pack has other works under it.
        if (unknownIds.has(id) && others?.get(paper.id)?.named.has(authorKey(name)) !== true) return [];
        return [[person, personOfName(person, name, [], [paper])] as const];
      }),
    ),
  );
  const statuses = new Map([...entries].map(([id, entry]) => [id, knownStatus(entry.status)] as const));
  await news;
  const read = answered.told.find(({ role }) => role === 'about');
  const saved = read === undefined ? undefined : entries.get(read.known ?? read.fact.record.id);
  // Nothing that is read in a private window is written.
  if (read !== undefined && saved !== undefined && stores.pages !== stores.privatePages) {
    void fillGaps(stores, saved, read.fact);
    // The first message of a page.
    if (request.page !== undefined) void noteVisit(stores, saved, Date.now());
  }
  const marks = marksOf(answered, statuses, followed);
  return {
    mentions: withLinks(answered.mentions, request, marks),
    pagePapers: answered.pagePapers,
    people: peopleInBylines(
      request,
      answered.bylines,
      papers,
      people,
      (paper, person) => others?.get(papers.get(paper)?.id ?? '')?.known.has(person) === true,
    ),
    papers: marks,
    missing: here.missing,
  };
}

/** What the page says, and those of its meta tags that are about it. */
function saidOn(
  context: PageContext,
  { meta, page, rows, previousUrl, blocks }: BlocksRequest,
): { said: PageFacts; meta: BlocksRequest['meta'] } {
  if (page === undefined && rows === undefined)
    return { said: { pagePaper: null, rows: new Map(), missing: [] }, meta };
  const here = { meta, said: page ?? null, rows: rows ?? [], blocks };
  if (page?.stale !== true) return { said: factsOfPage(context, here), meta };
  // The address only changed its form: what is left is this paper's.
  if (previousUrl !== undefined && !context.showsPrevious)
    return { said: factsOfPage(context, { ...here, said: { ...page, stale: false } }), meta };
  const { facts, areTagsOurs } = factsOfStalePage(context, { ...here, said: page });
  return { said: facts, meta: areTagsOurs ? meta : [] };
}

/** The papers that a page's links name. */
function linksOn(
  { url, ids, readAs, siteName }: PageContext,
  { blocks }: BlocksRequest,
  read: { pagePaper: PageFact | null; rows: PageFacts['rows']; references: ReadonlyMap<number, PageFact> },
): LinkedPaper[] {
  if (readAs?.links !== true) return [];
  const { arxivId, doi } = read.pagePaper?.record ?? {};
  const own = new Set([ids.arxiv, ...ids.dois, arxivId, doi].filter((id) => typeof id === 'string'));
  return linkedPapers(blocks, {
    url,
    siteName,
    own,
    isRead: (at) => read.references.has(at) || read.rows.has(blocks[at]?.row ?? -1),
  });
}

/** In later messages of a page about one paper its only row is the page's own. */
function soleRow({ blocks, rows }: BlocksRequest, isOwn: boolean): number | null {
  const others = new Set((rows ?? []).map(({ row }) => row));
  const numbers = new Set(blocks.flatMap(({ row }) => (row === undefined || others.has(row) ? [] : [row])));
  const [only] = numbers;
  return isOwn && numbers.size === 1 && only !== undefined ? only : null;
}

const kept = ({ fact, known, role }: Told, url: string): PagePaper => ({
  fact,
  also: known === null || known === fact.record.id ? [] : [known],
  page: pageAddressOf(url),
  role,
});
