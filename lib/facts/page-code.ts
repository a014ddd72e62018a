// Code links out of the blocks of a page, as facts of the paper that the blocks are about.
import type { Block, RowFields } from '../messages/page-protocol.ts';
import { letters } from '../text/letters.ts';
import { codeIn, rankCode, recordCode, type CodePlace } from './code.ts';
import type { PageFact } from '../paper/page-fact.ts';
import type { PageFacts } from './read-page.ts';

/** Maximum links kept of one paper; the best come first. */
const MAX_LINKS = 20;

/** What part of the page a block is, by which of the row's fields hold its text. */
function placing({ abstract }: PageFact, said: RowFields | null): (block: Block) => CodePlace {
  const comments = (said?.fields.comments ?? []).map(letters);
  const summary = letters(abstract ?? '');
  return ({ kind, text }) => {
    if (kind === 'reference') return 'reference';
    const own = letters(text);
    if (own.length < 8) return 'text';
    if (comments.some((comment) => comment.includes(own) || own.includes(comment))) return 'comments';
    return summary.includes(own) || (summary !== '' && own.includes(summary)) ? 'abstract' : 'text';
  };
}

function withCode(fact: PageFact, blocks: readonly Block[], said: RowFields | null): PageFact {
  const found = recordCode(codeIn(blocks, placing(fact, said)), fact.site);
  if (found.length === 0) return fact;
  const known = (fact.record.code ?? []).map((link) => ({ ...link, why: link.why ?? ('text' as const) }));
  const code = rankCode([...known, ...found.map((link) => ({ ...link, why: link.why ?? ('text' as const) }))]);
  return {
    ...fact,
    record: { ...fact.record, code: code.slice(0, MAX_LINKS) },
    from: { ...fact.from, code: fact.from.code ?? 'site' },
  };
}

/**
 * What a page says with the code links in its text: those of each row, and for the page's own paper those in no other
 * row.
 * @param before the page's own paper as an earlier message said it; null where there was none
 */
export function withCodeOfBlocks(
  said: PageFacts,
  { blocks, rows = [] }: { blocks: readonly Block[]; rows?: readonly RowFields[] | undefined },
  before: PageFact | null = null,
): PageFacts {
  const listed = new Map(
    [...said.rows].map(([number, fact]) => {
      const ofRow = blocks.filter(({ row }) => row === number);
      return [number, withCode(fact, ofRow, rows.find(({ row }) => row === number) ?? null)] as const;
    }),
  );
  const pagePaper = said.pagePaper ?? before;
  if (pagePaper === null) return { ...said, rows: listed };
  const others = new Set(rows.flatMap(({ row, isPageRow }) => (isPageRow ? [] : [row])));
  const rest = blocks.filter(({ row }) => row === undefined || !others.has(row));
  return { ...said, pagePaper: withCode(pagePaper, rest, rows.find((row) => row.isPageRow) ?? null), rows: listed };
}
