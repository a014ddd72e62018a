// One fact for each entry of a reference list that is only text; entries whose markup says what is what are an adapter's rows.
import type { Block, BlocksRequest } from '../messages/page-protocol.ts';
import { identifiersIn, identifiersOf } from '../paper/identifiers.ts';
import { plainText } from '../paper/plain-text.ts';
import { cleanFacts } from './clean-facts.ts';
import type { PageFact } from '../paper/page-fact.ts';
import { identifiersOfFields } from './field-identifiers.ts';
import { makeFact } from './make-fact.ts';
import { referenceFrom } from './reference.ts';

/** Minimum and maximum characters of an entry: shorter texts have no title, longer ones are no entry. */
const MIN_CHARACTERS = 40;
const MAX_CHARACTERS = 1500;

const links = ({ spans }: Block): string[] => spans.flatMap(({ href }) => href ?? []);

/** Lists say by markup or place that they hold entries; a paragraph counts only where it links to a paper. */
function mayBe(block: Block): boolean {
  const { length } = block.text;
  if (length < MIN_CHARACTERS || length > MAX_CHARACTERS) return false;
  if (block.kind === 'text')
    return links(block).some((href) => {
      const { arxiv, dois } = identifiersOf(href);
      return arxiv !== null || dois.length > 0;
    });
  return block.kind === 'reference' || block.kind === 'item' || block.kind === 'cell';
}

/** The identifiers that an entry has, each only where it has one. */
function idsOf(block: Block): { arxiv: string[]; doi: string[] } {
  const hrefs = links(block).map(identifiersOf);
  const texts = identifiersIn(block.text);
  const one = (ids: (string | null)[]): string[] => {
    const all = new Set(ids.filter((id) => id !== null));
    return all.size === 1 ? [...all] : [];
  };
  return {
    arxiv: one([...hrefs, ...texts].map(({ arxiv }) => arxiv)),
    // The shortest reading: what follows a DOI in an address is seldom its own.
    doi: one([...hrefs.map(({ dois }) => dois.at(-1) ?? null), ...texts.map(({ doi }) => doi)]),
  };
}

function factOf(block: Block, site: string): PageFact | null {
  const found = mayBe(block) ? referenceFrom(block.text) : null;
  if (found === null) return null;
  const { authors, year } = found;
  const title = plainText(found.title);
  const fields = { title: [title], authors, ...(year === null ? {} : { date: [String(year)] }), ...idsOf(block) };
  const candidate = { from: 'pattern' as const, fields, title, ids: identifiersOfFields(fields) };
  const clean = cleanFacts([candidate], { names: new Set(), document: '' });
  return clean === null ? null : makeFact(clean, site);
}

/**
 * What entries say, by their blocks' numbers; only where their title is certain.
 * @param read rows whose fields have already been read as a paper
 * @param site as a card calls the page's site
 */
export function factsOfReferences(
  { blocks, rows = [] }: Pick<BlocksRequest, 'blocks' | 'rows'>,
  read: ReadonlyMap<number, unknown>,
  site: string,
): Map<number, PageFact> {
  // The page's own row, and one that was read already, need no reading.
  const silent = new Set(rows.flatMap(({ row, isPageRow }) => (isPageRow || read.has(row) ? [] : [row])));
  const facts = new Map<number, PageFact>();
  for (const [at, block] of blocks.entries()) {
    if (block.row !== undefined && !silent.has(block.row)) continue;
    const fact = factOf(block, site);
    if (fact !== null) facts.set(at, fact);
  }
  return facts;
}
