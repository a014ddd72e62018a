// Code links out of the blocks of a page, as facts of the paper that the blocks are about.
import type { Block, SaidOfRow } from '../detect/protocol.ts';
import { codeIn, rankCode, recordCode, type CodePlace } from './code.ts';
import type { PageFact } from './fact.ts';

/** Links kept of one paper; the best come first. */
const most = 20;

const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

/** Where a block stands, by what the row's fields hold of it. */
function placing({ abstract }: PageFact, said: SaidOfRow | null): (block: Block) => CodePlace {
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

/** The fact with the code links that blocks of its page, or of its row, have. */
export function withCode(fact: PageFact, blocks: readonly Block[], said: SaidOfRow | null): PageFact {
  const found = recordCode(codeIn(blocks, placing(fact, said)), fact.site);
  if (found.length === 0) return fact;
  const known = (fact.record.code ?? []).map((link) => ({ ...link, why: link.why ?? ('text' as const) }));
  const code = rankCode([...known, ...found.map((link) => ({ ...link, why: link.why ?? ('text' as const) }))]);
  return {
    ...fact,
    record: { ...fact.record, code: code.slice(0, most) },
    from: { ...fact.from, code: fact.from.code ?? 'site' },
  };
}
