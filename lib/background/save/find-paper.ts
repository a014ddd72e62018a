// Which paper the reader means who saves "this page", "this link" or a title that they selected.
import { cleanFacts } from '../../facts/clean-facts.ts';
import { identifiersOfFields } from '../../facts/field-identifiers.ts';
import { isLabel, titleWords, unwrapped } from '../../facts/link-text.ts';
import { makeFact } from '../../facts/make-fact.ts';
import { pageAddress } from '../../facts/page-context.ts';
import { findPapers } from '../../match/find-mentions.ts';
import { sameTitle } from '../../paper/same-title.ts';
import { siteNameOf } from '../../sites/site-name.ts';
import { pageAddressOf } from '../answer/page-paper.ts';
import { papersByAddress } from '../badge.ts';
import { rowsOf } from '../handlers/card.ts';
import { runPageScript } from '../page-script.ts';
import { catalogOf, type Stores } from '../stores.ts';
import { summaryOf } from '../tab-frames.ts';
import { sendToPage } from '../../messages/page-commands.ts';

export type Meant = { kind: 'page' } | { kind: 'link'; address: string } | { kind: 'selection'; text: string };

/** Milliseconds between looks at a page that is being read, and how often. */
const PAUSE_MS = 150;
const LOOKS = 20;
/** Minimum share of a selection that a known title makes up: the reader may take a word or a comma too much. */
const MIN_SHARE = 0.6;
/** Words and characters of a title that nobody knows. */
const MIN_WORDS = 3;
const MAX_WORDS = 40;
const MAX_TITLE = 300;
/** Maximum characters of a selection that is read as one title. */
const MAX_SELECTED = 600;

/** Has the tab's page read, if it was not; true where that began only now. */
async function readNow(tab: number): Promise<boolean> {
  return (await sendToPage(tab, 'page.alive', {})) === null && (await runPageScript(tab));
}

/** Looks until something is found, or often enough. */
async function look<T>(looks: number, at: () => Promise<T | null>): Promise<T | null> {
  for (let turn = 1; ; turn += 1) {
    const found = await at();
    if (found !== null || turn >= looks) return found;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** The only paper that an address names. */
async function byAddress(stores: Stores, url: string): Promise<string | null> {
  const [only = null, ...others] = await papersByAddress(stores, pageAddress(url));
  return others.length > 0 ? null : only;
}

/** The page's paper, or else the catalog's, of that title. */
async function byTitle(stores: Stores, text: string, tab: number, page: string): Promise<string | null> {
  const onPage = (await summaryOf(tab))?.papers ?? [];
  const row = (await rowsOf(stores, onPage, page)).find(({ title }) => sameTitle(title, text));
  if (row !== undefined) return row.id;
  const { lookup } = await catalogOf(stores);
  const { mentions } = await findPapers([{ text, kind: 'title', spans: [] }], lookup.findSource());
  const [longest] = mentions.toSorted((one, other) => other.length - one.length);
  return longest !== undefined && longest.length > MIN_SHARE * text.length ? (longest.papers[0] ?? null) : null;
}

/** The reader says that it is a title; what certainly is none is refused. */
const isTitle = (text: string): boolean =>
  text.length <= MAX_TITLE &&
  titleWords(text).length >= MIN_WORDS &&
  titleWords(text).length <= MAX_WORDS &&
  !isLabel(text) &&
  !/https?:|;/u.test(text);

/** A paper of which nothing is known but the title that the reader selected. */
async function rememberTitle(stores: Stores, text: string, page: string): Promise<string | null> {
  const fields = { title: [text] };
  const said = { from: 'pattern' as const, fields, title: text, ids: identifiersOfFields(fields) };
  const clean = cleanFacts([said], { names: new Set(), document: '' });
  if (clean === null) return null;
  const fact = makeFact(clean, siteNameOf(page));
  await stores.pages.remember([{ fact, also: [], page: pageAddressOf(page), role: 'listed' }]);
  return fact.record.id;
}

/**
 * The paper's id; null where nothing here says which one is meant.
 * @param page the tab's address
 */
export async function paperMeant(stores: Stores, meant: Meant, tab: number, page: string): Promise<string | null> {
  // A page that is being read is asked again for as long as that may take.
  const looks = (await readNow(tab)) ? LOOKS : 1;
  if (meant.kind !== 'selection')
    return look(looks, () => byAddress(stores, meant.kind === 'page' ? page : meant.address));
  const text = unwrapped(meant.text.slice(0, MAX_SELECTED));
  if (text === '') return null;
  const known = await look(looks, () => byTitle(stores, text, tab, page));
  return known ?? (meant.text.length <= MAX_SELECTED && isTitle(text) ? rememberTitle(stores, text, page) : null);
}
