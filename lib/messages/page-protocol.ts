// What the page script asks and what the worker answers. The page script imports only the types.
//
//   page:   text nodes -> blocks (joined text + where links, emphasis and quotes are)
//   worker: blocks -> mentions (block, start, length, papers, how and how sure)
//   page:   mention -> Range -> mark
//
// Offsets count UTF-16 units in the block's own text, so that the page can map them back to text nodes.
import * as z from 'zod/mini';
import { PaperId, PersonId } from '../paper/schema.ts';
import { Status } from '../library/schema.ts';
import { FieldName } from '../sites/adapter.ts';

/** What a block is on its page. `title` and `byline` come from a site adapter's rows. */
export const BlockKind = z.enum(['title', 'byline', 'heading', 'reference', 'item', 'cell', 'text']);
export type BlockKind = z.infer<typeof BlockKind>;

/** A stretch of a block that markup sets apart. */
export const Span = z.object({
  start: z.int().check(z.gte(0)),
  end: z.int().check(z.gte(0)),
  kind: z.enum(['link', 'emphasis', 'quote', 'name']),
  /** A link's address, sent only where it may hold an arXiv id or a DOI. */
  href: z.optional(z.string().check(z.maxLength(2000))),
});
export type Span = z.infer<typeof Span>;

export const Block = z.object({
  text: z.string().check(z.maxLength(100_000)),
  kind: BlockKind,
  spans: z.array(Span),
  /** Blocks of one adapter row (title and byline of one paper) share a number. */
  row: z.optional(z.int()),
});
export type Block = z.infer<typeof Block>;

/** `page`: the page itself says so, and no pack knows the paper. */
export const Via = z.enum(['title', 'arxiv', 'doi', 'url', 'meta', 'page']);
export type Via = z.infer<typeof Via>;

export const Mention = z.object({
  /** Index into the blocks asked. */
  block: z.int(),
  start: z.int(),
  length: z.int(),
  /** Usually one; several where papers share a title. */
  papers: z.array(PaperId).check(z.minLength(1)),
  via: Via,
  /** 0 to 1; what is below the bar (`lib/match/accept.ts`) is not sent. */
  confidence: z.number(),
  /** A link that names the paper by its identifier ("pdf", "arXiv:1912.10077"), not by its title. */
  byLink: z.optional(z.literal(true)),
  /** A title of which the rest is the next block: its length counts a line's end, and all that block's letters. */
  goesOn: z.optional(z.literal(true)),
});
export type Mention = z.infer<typeof Mention>;

/** A name in a known paper's byline, and the person the catalog knows by it. */
export const NameMention = z.object({
  block: z.int(),
  start: z.int(),
  length: z.int(),
  person: PersonId,
  name: z.string(),
  paper: PaperId,
  /** They have other works in the catalog. */
  known: z.optional(z.literal(true)),
});
export type NameMention = z.infer<typeof NameMention>;

/** The fields of a row, as the adapter's selectors found them. */
export const RowFields = z.object({
  /** As `Block.row`. */
  row: z.int(),
  /** The whole page is this row: it is the page's own paper. */
  isPageRow: z.boolean(),
  fields: z.partialRecord(FieldName, z.array(z.string().check(z.maxLength(10_000))).check(z.maxLength(600))),
});
export type RowFields = z.infer<typeof RowFields>;

/** What the page says about itself, besides its meta tags and rows. */
export const PageMetadata = z.object({
  /** The document's title. */
  title: z.string().check(z.maxLength(1000)),
  /** JSON-LD. */
  linked: z.array(z.string().check(z.maxLength(300_000))).check(z.maxLength(20)),
  /** The adapter's scripts. */
  scripts: z.array(z.string().check(z.maxLength(300_000))).check(z.maxLength(5)),
  /** Titles of COinS spans outside of reference lists. */
  coins: z.array(z.string().check(z.maxLength(4000))).check(z.maxLength(20)),
  /** Values of `data-doi`. */
  dois: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(20)),
  /** The address changed without a new document, and tags and scripts are still as they were before. */
  stale: z.boolean(),
});
export type PageMetadata = z.infer<typeof PageMetadata>;

/** What a pill needs to know about a paper. */
export const PaperMark = z.object({
  id: PaperId,
  title: z.string(),
  arxivId: z.nullable(z.string()),
  doi: z.nullable(z.string()),
  code: z.boolean(),
  /** Its card has a summary, which no page shows. */
  summary: z.boolean(),
  status: z.nullable(Status),
  /** An author the reader follows; `sure`: it is that person, not only the name. */
  followed: z.nullable(z.object({ name: z.string(), sure: z.boolean() })),
});
export type PaperMark = z.infer<typeof PaperMark>;

export const BlocksRequest = z.object({
  url: z.string().check(z.maxLength(8000)),
  /** The address before, as long as the page still shows what it showed there: its page row, or else its tags. */
  previousUrl: z.optional(z.string().check(z.maxLength(8000))),
  /** `citation_*` and like tags, sent with the first request of a page: [name, content]. */
  meta: z.array(z.tuple([z.string().check(z.maxLength(200)), z.string().check(z.maxLength(4000))])),
  blocks: z.array(Block).check(z.maxLength(4000)),
  /** Of the rows that these blocks are of, each sent once. */
  rows: z.optional(z.array(RowFields).check(z.maxLength(4000))),
  /** With the first request of a page, and again when it changed. */
  page: z.optional(PageMetadata),
});
export type BlocksRequest = z.infer<typeof BlocksRequest>;

export const BlocksAnswer = z.object({
  mentions: z.array(Mention),
  people: z.array(NameMention),
  /** Papers that the page itself is about, by its address or its meta tags. */
  pagePapers: z.array(z.object({ paper: PaperId, via: Via })),
  /** Every paper named above, once. */
  papers: z.array(PaperMark),
  /** Fields that this site's adapter expected of the page's own paper, or of its rows, and did not find. */
  missing: z.array(FieldName),
});
export type BlocksAnswer = z.infer<typeof BlocksAnswer>;

/** In page pixels. */
export const Rect = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Rect = z.infer<typeof Rect>;

/** Which rows of a listing are shown: those that meet everything chosen. */
export const Filter = z.object({
  code: z.boolean(),
  /** By an author the reader follows, or may follow. */
  followed: z.boolean(),
  unread: z.boolean(),
});
export type Filter = z.infer<typeof Filter>;

export const ListingCounts = z.object({
  /** Rows with a marked title. */
  rows: z.int(),
  /** Those that each filter alone would leave. */
  code: z.int(),
  followed: z.int(),
  unread: z.int(),
  filter: Filter,
});
export type ListingCounts = z.infer<typeof ListingCounts>;

/** The site's adapter, and what it expected on this page and did not find. */
const AdapterState = z.object({ id: z.string(), missing: z.array(FieldName) });

/** What the popup shows of a page. No geometry: answering measures nothing. */
export const PageSummary = z.object({
  /** The page's papers, without those that the listing's filter leaves out. */
  papers: z.array(PaperId),
  /** The rows of a listing: how many there are, how many each filter leaves, which filters are on. Null: no rows. */
  listing: z.nullable(ListingCounts),
  adapter: z.nullable(AdapterState),
});
export type PageSummary = z.infer<typeof PageSummary>;

/** What the page script found, mark by mark: for `npm run annotate`, for tests, and once the whole reading list has
 *  changed (restored, erased). Each mark is measured. Rects are in page pixels. */
export const PageReport = z.object({
  url: z.string(),
  papers: z.array(
    z.object({
      id: PaperId,
      title: z.string(),
      arxivId: z.nullable(z.string()),
      doi: z.nullable(z.string()),
      code: z.boolean(),
      summary: z.boolean(),
      status: z.nullable(Status),
      followed: PaperMark.shape.followed,
      mentions: z.array(
        z.object({
          text: z.string(),
          via: Via,
          confidence: z.number(),
          visible: z.boolean(),
          rect: z.nullable(Rect),
        }),
      ),
    }),
  ),
  people: z.array(z.object({ id: PersonId, name: z.string(), mentions: z.int() })),
  listing: z.nullable(ListingCounts),
  adapter: z.nullable(AdapterState),
  /** Nothing more is queued and nothing is in flight. */
  settled: z.boolean(),
  blocksAsked: z.int(),
  cost: z.object({
    mainThreadMs: z.number(),
    longestSliceMs: z.number(),
    firstMarkMs: z.nullable(z.number()),
    messages: z.int(),
    bytesSent: z.int(),
  }),
});
export type PageReport = z.infer<typeof PageReport>;
