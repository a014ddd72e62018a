// Runs in a page: its blocks as the page script would send them.
import { RowReading, type PageRows } from '../../lib/page/read/rows.ts';
import type { Block } from '../../lib/messages/page-protocol.ts';
import { Walk } from '../../lib/page/read/walk.ts';

/** As on a page without an adapter, in one go: the page script does it in slices. */
function rowsOf(body: HTMLElement): PageRows {
  const reading = new RowReading(null).read([body]);
  for (;;) {
    const { done, value } = reading.next();
    if (done === true) return value;
  }
}

function readBlocks(): Block[] {
  const blocks: Block[] = [];
  for (const block of new Walk(document.body, rowsOf(document.body)).blocks(document.body))
    if (block !== null) {
      const { text, kind, spans, row } = block;
      blocks.push({ text, kind, spans, ...(row === undefined ? {} : { row }) });
    }
  return blocks;
}

Object.assign(globalThis, { readBlocks });
