// Looks at pages without a browser: the detection alone, on pages read without styles or scripts.
import { readFileSync } from 'node:fs';
import { findMentions, ownPapers } from '../../lib/match/find-mentions.ts';
import { indexOf } from '../../tests/unit/match/index-of.ts';
import { readPage } from '../../tests/unit/match/html-blocks.ts';
import type { Catalog } from './catalog.ts';
import type { Mark } from './score.ts';
import type { Sheet } from './sheet.ts';

/** Finds the marks of a page with one catalog. */
export interface Looker {
  look(sheet: Sheet): Promise<Mark[]>;
  end(): Promise<void>;
}

const context = 90;

export function engineWith(catalog: Catalog): Promise<Looker> {
  const index = indexOf(catalog.papers);
  return Promise.resolve({
    look: async ({ page, url }) => {
      const { blocks, meta } =
        'blocks' in page ? { blocks: page.blocks, meta: [] } : readPage(readFileSync(page.file, 'utf8'), url);
      const own = await ownPapers(url, meta, index);
      const mentions = await findMentions(
        blocks,
        index,
        own.map(({ paper }) => paper),
      );
      return mentions.map(({ block, start, length, papers, via, goesOn }) => {
        const text = `${blocks[block]?.text ?? ''}${goesOn === true ? `\n${blocks[block + 1]?.text ?? ''}` : ''}`;
        return {
          text: text.slice(start, start + length),
          papers,
          by: via === 'title' ? ('title' as const) : ('id' as const),
          around: `${blocks[block]?.kind ?? ''}: ${text.slice(Math.max(0, start - context), start + length + context)}`,
        };
      });
    },
    end: () => Promise.resolve(),
  });
}
