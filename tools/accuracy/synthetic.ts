// Pages made of real titles, changed as the web changes them: always the same ones, from one seed.
import { canonical } from '../../lib/text/tokens.ts';
import type { Block } from '../../lib/messages/page-protocol.ts';
import { wordsIn, type Catalog, type Paper } from './catalog.ts';
import * as changes from './changes.ts';
import { frames, listingPlaces, runningText, titlePlaces, type Frame } from './frames.ts';
import { chance, type Chance } from '../chance.ts';
import type { Expected } from './score.ts';
import type { Sheet } from './sheet.ts';

export const seed = 20_261_120;
/** Titles on one page. */
const pageSize = 100;

interface Kind {
  name: string;
  titles: number;
  change: changes.Change;
  frames: readonly [Frame, ...Frame[]];
  /** The text is no mention of the paper. After each comes a whole title of another one, so that precision
   *  says how many decoys pass for it. */
  decoy?: boolean;
  /** No other title begins as it does. */
  unique?: boolean;
}

const kinds: readonly Kind[] = [
  { name: 'whole', titles: 2000, change: changes.whole, frames },
  { name: 'cut short', titles: 400, change: changes.truncated, frames: listingPlaces, unique: true },
  { name: 'hyphen at a line end', titles: 400, change: changes.hyphenated, frames },
  { name: 'own hyphen at a line end', titles: 200, change: changes.ownHyphen, frames },
  { name: 'typing error', titles: 400, change: changes.mistyped, frames: titlePlaces },
  { name: 'LaTeX', titles: 400, change: changes.latex, frames },
  { name: 'lost spaces', titles: 400, change: changes.spacesLost, frames },
  { name: 'ligatures', titles: 300, change: changes.ligatures, frames },
  { name: 'split nodes', titles: 300, change: changes.splitNodes, frames },
  { name: 'British and American', titles: 300, change: changes.otherSpelling, frames },
  { name: 'without subtitle', titles: 300, change: changes.withoutSubtitle, frames: titlePlaces },
  ...Object.entries(changes.decoys).map(([name, change]): Kind => ({
    name: `decoys: ${name}`,
    titles: 200,
    change,
    frames: titlePlaces,
    decoy: true,
  })),
];

export interface MadeStratum {
  name: string;
  sheets: Sheet[];
}

interface Item {
  blocks: Block[];
  expected: Expected | null;
}

/** A row of the dirty dumps that nobody would cite. */
const isTitle = ({ titles: [title = ''], authors }: Paper): boolean =>
  authors.length > 0 && title.length < 220 && /\p{Ll}/u.test(title) && !/\n|https?:/u.test(title);

const sheets = (name: string, items: readonly Item[]): Sheet[] =>
  Array.from({ length: Math.ceil(items.length / pageSize) }, (_, nth) => {
    const mine = items.slice(nth * pageSize, (nth + 1) * pageSize);
    return {
      name: `${name} ${nth + 1}`,
      url: `https://accuracy.example/${encodeURIComponent(name)}/${nth + 1}`,
      page: { blocks: mine.flatMap(({ blocks }) => blocks) },
      expected: mine.flatMap(({ expected }) => (expected === null ? [] : [expected])),
    };
  });

/** How many titles of the sorted ones begin so. */
function titlesBeginning(beginning: string, keys: readonly string[]): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  let count = 0;
  while (keys[low + count]?.startsWith(beginning) === true) count += 1;
  return count;
}

/** A title as it is in a place of its own. */
function wholeItem(catalog: Catalog, random: Chance): Item {
  for (;;) {
    const paper = catalog.papers[random.below(catalog.papers.length)];
    const [title = ''] = paper?.titles ?? [];
    if (paper === undefined || wordsIn(title) < 4 || !isTitle(paper)) continue;
    const papers = catalog.byTitle.get(canonical(title)) ?? [];
    const blocks = random.pick(listingPlaces).blocks({ text: title }, paper);
    return { blocks, expected: { papers, title, times: 1, by: 'title' } };
  }
}

/** The titles of one kind, each in a place of its own. */
function itemsOf(kind: Kind, catalog: Catalog, papers: readonly Paper[], random: Chance): Item[] {
  const items: Item[] = [];
  const keys = kind.unique === true ? [...catalog.byTitle.keys()].toSorted() : [];
  for (const paper of papers) {
    if (items.length >= kind.titles * (kind.decoy === true ? 2 : 1)) break;
    const [title = ''] = paper.titles;
    if (wordsIn(title) < 4 || !isTitle(paper)) continue;
    const written = kind.change(title, random);
    if (written === null) continue;
    const ids = catalog.byTitle.get(canonical(title)) ?? [];
    // One title a page is one mention; and what was changed must not have become another paper's title.
    const known = catalog.byTitle.get(canonical(written.text));
    if (kind.decoy === true ? known !== undefined : known !== undefined && known[0] !== ids[0]) continue;
    if (kind.unique === true && titlesBeginning(canonical(written.text), keys) !== 1) continue;
    const frame = random.pick(kind.frames);
    const blocks = frame.blocks(written, paper);
    const isWhole = kind.name === 'whole';
    const expected: Expected = {
      papers: ids,
      title: written.text,
      times: 1,
      by: 'title',
      whole: isWhole,
      place: frame.name,
    };
    items.push({ blocks, expected: kind.decoy === true ? null : expected });
    if (kind.decoy === true) items.push(wholeItem(catalog, random));
  }
  return items;
}

/** Titles that are ordinary words, in sentences about something else. */
function ordinary(papers: readonly Paper[], random: Chance): Item[] {
  const short = papers
    .flatMap(({ titles: [title = ''] }) => (wordsIn(title) <= 3 && /^[\p{L} ]+$/u.test(title) ? [title] : []))
    .slice(0, 600);
  return ['Preface', 'Index', 'The Sun', 'Frontmatter', ...short].flatMap((title) => [
    { blocks: [runningText(title, random)], expected: null },
    { blocks: [runningText(title.toLowerCase(), random)], expected: null },
  ]);
}

/** All synthetic strata over the papers of a catalog. */
export function syntheticStrata(catalog: Catalog): MadeStratum[] {
  const made = kinds.map((kind, nth): MadeStratum => {
    const random = chance(seed + nth);
    const items = itemsOf(kind, catalog, random.shuffled(catalog.papers), random);
    return { name: `synthetic: ${kind.name}`, sheets: sheets(kind.name, items) };
  });
  const random = chance(seed + kinds.length);
  const name = 'synthetic: ordinary words in running text';
  return [...made, { name, sheets: sheets('ordinary words', ordinary(random.shuffled(catalog.papers), random)) }];
}
