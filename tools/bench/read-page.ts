// Runs in a page: its blocks as the page script would send them.
import { RowReading } from '../../lib/detect/rows.ts';
import type { Block } from '../../lib/detect/protocol.ts';
import { Walk } from '../../lib/detect/walk.ts';

function readBlocks(): Block[] {
  const blocks: Block[] = [];
  for (const block of new Walk(document.body, new RowReading(null).read(document.body)).blocks(document.body))
    if (block !== null) {
      const { text, kind, spans, row } = block;
      blocks.push({ text, kind, spans, ...(row === undefined ? {} : { row }) });
    }
  return blocks;
}

Object.assign(globalThis, { readBlocks });
