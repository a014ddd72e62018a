// Runs in a page: what the page script would send of it, as it is, and with one source taken away.
import { metaOf } from '../../lib/detect/meta.ts';
import type { Block } from '../../lib/detect/protocol.ts';
import { RowReading, type Rows } from '../../lib/detect/rows.ts';
import { saidOfPage } from '../../lib/detect/said.ts';
import { Walk } from '../../lib/detect/walk.ts';
import type { PageAdapter, RowReader } from '../../lib/sites/adapter.ts';
import type { ReadThrice, Reading } from './said.ts';

/** In one go: the page script does it in slices. */
function rowsOf(adapter: PageAdapter | null): Rows {
  const reading = new RowReading(adapter).read([document.body]);
  for (;;) {
    const { done, value } = reading.next();
    if (done === true) return value;
  }
}

function blocksOf(rows: Rows): Block[] {
  const blocks: Block[] = [];
  for (const block of new Walk(document.body, rows).blocks(document.body))
    if (block !== null) {
      const { text, kind, spans, row } = block;
      blocks.push({ text, kind, spans, ...(row === undefined ? {} : { row }) });
    }
  return blocks;
}

/** Rows are told with their blocks, the page's own row always. */
function read(adapter: PageAdapter | null): Reading & { blocks: Block[] } {
  const rows = rowsOf(adapter);
  const blocks = blocksOf(rows);
  const numbers = new Set(blocks.flatMap(({ row }) => row ?? []));
  if (rows.own !== null) numbers.add(rows.own);
  return {
    meta: metaOf(document),
    page: { ...saidOfPage(document, adapter), stale: false },
    rows: [...numbers].flatMap((row) => rows.factsOf(row) ?? []),
    blocks,
  };
}

const nowhere = 'byline-nowhere';
const broken = ({ row, next }: RowReader): RowReader => ({
  row: row === '' ? '' : nowhere,
  title: nowhere,
  ...(next === undefined ? {} : { next }),
});

function readThrice(adapter: PageAdapter | null): ReadThrice {
  const { blocks, ...asIs } = read(adapter);
  const { blocks: _, ...noSelectors } = read(adapter === null ? null : { ...adapter, rows: adapter.rows.map(broken) });
  for (const tag of document.querySelectorAll('meta[name], meta[property]')) tag.remove();
  const { blocks: __, ...noMeta } = read(adapter);
  return { asIs, blocks, noSelectors, noMeta };
}

Object.assign(globalThis, { readThrice });
