// What a page says of papers: its own, and one a row. Sources are read one by one and merged in the order of trust;
// what does not hold consistent is left out.
import type { Block, PageMetadata, RowFields } from '../messages/page-protocol.ts';
import type { FieldName } from '../sites/adapter.ts';
import { canonical } from '../text/tokens.ts';
import { addressReading } from './address.ts';
import type { PageContext } from './page-context.ts';
import { cleanUrl, distinct } from '../paper/clean.ts';
import { cleanFacts } from './clean-facts.ts';
import { coins } from './coins.ts';
import { dublinCore } from './dublin-core.ts';
import type { Reading } from './reading.ts';
import type { PageFact } from '../paper/page-fact.ts';
import { missingFields } from './missing-fields.ts';
import { highwireReadings } from './highwire.ts';
import { factsOfRecord } from '../paper/paper-facts.ts';
import { identifiersAgree, sameReading } from '../paper/same-paper.ts';
import { identifiersOf } from '../paper/identifiers.ts';
import { jsonLd, microdata } from './json-ld.ts';
import { makeFact } from './make-fact.ts';
import { isOnePaper, type PageSources } from './is-paper-page.ts';
import { pattern } from './pattern.ts';
import { prism } from './prism.ts';
import { factsOfRows } from './read-rows.ts';
import { siteReadings } from './site.ts';
import { Tags } from './tags.ts';
import { cleanTitle, holdsTitle, namesOfHost, titleFrom, type TitleContext } from './title.ts';
import { sameTitle } from '../paper/same-title.ts';
import { isOther, pickOne, consistent, asCandidate, type Anchor, type CandidateReading } from './trust.ts';

/** What was sent of the page itself. */
export interface PageInput {
  /** [name, content] of the page's meta tags. */
  meta: readonly (readonly [string, string])[];
  /** Null in later messages of one page. */
  said: PageMetadata | null;
  rows: readonly RowFields[];
  /** The page's text, as far as it was sent. */
  blocks?: readonly Pick<Block, 'spans'>[];
}

export interface PageFacts {
  /** The paper that the page is about; null where it is about none, or does not say clearly which. */
  pagePaper: PageFact | null;
  /** By `RowFields.row`; rows that say too little are absent. Holds no own row. */
  rows: ReadonlyMap<number, PageFact>;
  /** What the site's adapter expected and nothing on the page said. */
  missing: FieldName[];
}

const NOTHING: PageMetadata = { title: '', linked: [], scripts: [], coins: [], dois: [], stale: false };

/** What a page says of its own paper and of its rows. Never throws, even on nonsense. */
export const factsOfPage = (context: PageContext, here: PageInput): PageFacts =>
  withRows(context, here, ownPaper(context, here));

/**
 * The same of a page whose tags may be those of the page before. They count only if the page says the same paper
 * without them. So its own paper is read twice where it has one, its rows once.
 */
export function factsOfStalePage(
  context: PageContext,
  here: PageInput & { said: PageMetadata },
): { facts: PageFacts; areTagsOurs: boolean } {
  const fresh = { ...here, meta: [], said: { ...here.said, linked: [], scripts: [], coins: [], dois: [] } };
  const pagePaper = ownPaper(context, fresh);
  const tagged = pagePaper === null ? null : ownPaper(context, here);
  return pagePaper !== null &&
    tagged !== null &&
    sameReading(factsOfRecord(pagePaper.record), factsOfRecord(tagged.record))
    ? { facts: withRows(context, here, tagged), areTagsOurs: true }
    : { facts: withRows(context, fresh, pagePaper), areTagsOurs: false };
}

function withRows(context: PageContext, here: PageInput, pagePaper: PageFact | null): PageFacts {
  const { meta, said, rows, blocks } = here;
  const listed = factsOfRows(
    rows.filter((row) => !row.isPageRow),
    context,
    surroundings(context, here),
  );
  const isComplete = said !== null || meta.length > 0;
  return {
    pagePaper,
    rows: listed,
    missing: missingFields(context.page, pagePaper, rows, listed, isComplete, blocks?.some(linksPaper)),
  };
}

const linksPaper = ({ spans }: Pick<Block, 'spans'>): boolean =>
  spans.some(({ href }) => {
    const ids = href === undefined ? null : identifiersOf(href);
    return ids !== null && (ids.arxiv !== null || ids.dois.length > 0);
  });

function surroundings({ url, siteName }: PageContext, { meta, said }: PageInput): TitleContext {
  const tags = new Tags(meta);
  const names = [
    siteName,
    ...namesOfHost(url),
    ...tags.all(
      'og.site_name',
      'citation_publisher',
      'dc.publisher',
      'citation_journal_title',
      'citation_journal_abbrev',
      'prism.publicationname',
    ),
  ];
  const [shared] = tags.first('og.title');
  return {
    names: new Set(names.map((name) => canonical(name.slice(0, 300))).filter((name) => name !== '')),
    document: cleanTitle(said?.title ?? ''),
    ...(shared === undefined ? {} : { shared: cleanTitle(shared) }),
  };
}

function ownPaper(context: PageContext, here: PageInput): PageFact | null {
  const { url, ids, places } = context;
  const { meta, rows } = here;
  const around = surroundings(context, here);
  const said = here.said ?? NOTHING;
  const row = context.showsPrevious ? null : (rows.find(({ isPageRow }) => isPageRow) ?? null);
  const ofSite = context.page === null ? [] : siteReadings(context.page, row, said.scripts, url);
  const heading = ofSite
    .filter(({ from }) => from === 'site')
    .flatMap(({ fields }) => fields.title ?? [])
    .map((text) => titleFrom(text, around))
    .find((title) => title !== null);
  const anchor: Anchor = {
    address: ids,
    page: places?.page ?? null,
    heading: heading ?? null,
    around,
    placesOf: context.placesOf,
  };
  const sources = readSources({ url, meta, page: said, ofSite }, anchor);
  if (!isOnePaper(sources, context, around.document)) return null;
  const { highwire, linked, described, site: bySite, coins: byCoins, pattern: byPattern } = sources;
  const kept = consistent(
    [
      { ...asCandidate(addressReading(context), anchor), ids },
      highwire,
      ...described,
      linked,
      ...bySite,
      byCoins,
      byPattern,
    ].filter((one) => one !== null),
  );
  const clean = cleanFacts(kept, around);
  if (clean === null) return null;
  clean.pages = distinct([anchor.page, cleanUrl(ownAddress(url))], 2);
  return makeFact(clean, context.siteName);
}

/** What each source says by itself; only readings that are about this page's paper. */
function readSources(
  { url, meta, page, ofSite }: { url: string; meta: PageInput['meta']; page: PageMetadata; ofSite: readonly Reading[] },
  anchor: Anchor,
): PageSources {
  const candidate = (reading: Reading): CandidateReading => asCandidate(reading, anchor);
  // What was there before the address changed is about this page only where it names it.
  const isOurs = (one: CandidateReading): boolean =>
    !page.stale ||
    one.from === 'site' ||
    identifiersAgree(one.ids, anchor.address) ||
    (one.title !== null && anchor.heading !== null && sameTitle(one.title, anchor.heading));
  const fits = (one: CandidateReading): boolean =>
    Object.keys(one.fields).length > 0 && isOurs(one) && !isOther(one, anchor);
  const mine = (one: CandidateReading | null): CandidateReading | null => (one !== null && fits(one) ? one : null);
  const tags = highwireReadings(meta, url).map(candidate);
  const tag = pickOne(tags, anchor);
  // Left behind by the page before, or a list's: then the other tags are too.
  const wrong = tags.length > 0 && (tag === null || !fits(tag));
  // Markup is anywhere on the page: it is the page's own where the document is called so.
  const items = [microdata(meta, url)]
    .filter((reading) => reading !== null)
    .map(candidate)
    .filter(({ title }) => title !== null && holdsTitle(anchor.around.document, title));
  const otherTitles = new Tags(meta).all('og.title', 'dc.title.alternative', 'dcterms.alternative');
  const spans = page.coins.map(coins).filter((reading) => reading !== null);
  return {
    highwire: wrong ? null : tag,
    described: wrong ? [] : [prism(meta), dublinCore(meta, url)].map(candidate).filter(fits),
    linked: mine(pickOne([...jsonLd(page.linked, url).map(candidate), ...items], anchor)),
    site: ofSite.map(candidate).filter(fits),
    coins: mine(pickOne(spans.map(candidate), anchor)),
    pattern: mine(
      candidate(pattern(page.stale ? { ...page, dois: [] } : page, tag?.title === null ? otherTitles : [])),
    ),
  };
}

/** Without what says how the reader came here. */
function ownAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  if (address.protocol !== 'https:') return null;
  address.hash = '';
  // A copy: what is deleted is not walked over.
  for (const [name] of new URLSearchParams(address.search))
    if (/^(?:utm_\w+|fbclid|gclid|ref|source|via|mc_[ce]id)$/i.test(name)) address.searchParams.delete(name);
  return address.href;
}
