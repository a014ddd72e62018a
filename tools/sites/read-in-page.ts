// Runs in a page: what the page script would send of it, as it is, and with one source taken away.
import { metaOf } from '../../lib/page/read/meta-tags.ts';
import type { Block } from '../../lib/messages/page-protocol.ts';
import { RowReading, type PageRows } from '../../lib/page/read/rows.ts';
import { readMetadata } from '../../lib/page/read/page-metadata.ts';
import { Walk } from '../../lib/page/read/walk.ts';
import type { PageAdapter, RowReader } from '../../lib/sites/adapter.ts';
import type { ReadThrice, Reading } from './said.ts';

/** In one go: the page script does it in slices. */
function rowsOf(adapter: PageAdapter | null): PageRows {
  const reading = new RowReading(adapter).read([document.body]);
  for (;;) {
    const { done, value } = reading.next();
    if (done === true) return value;
  }
}

function blocksOf(rows: PageRows): Block[] {
  const blocks: Block[] = [];
  for (const block of new Walk(document.body, rows).blocks(document.body))
    if (block !== null) {
      const { text, kind, spans, row } = block;
      blocks.push({ text, kind, spans, ...(row === undefined ? {} : { row }) });
    }
  return blocks;
}

const headOf = (adapter: PageAdapter | null): Pick<Reading, 'meta' | 'page'> => ({
  meta: metaOf(document),
  page: { ...readMetadata(document, adapter), stale: false },
});

const nowhere = 'byline-nowhere';
const broken = ({ row, next }: RowReader): RowReader => ({
  row: row === '' ? '' : nowhere,
  title: nowhere,
  ...(next === undefined ? {} : { next }),
});

function readThrice(adapter: PageAdapter | null): ReadThrice {
  const rows = rowsOf(adapter);
  const blocks = blocksOf(rows);
  // PageRows are told with their blocks, the page's own row always.
  const numbers = new Set(blocks.flatMap(({ row }) => row ?? []));
  if (rows.pageRow !== null) numbers.add(rows.pageRow);
  const told = [...numbers].flatMap((row) => rows.fieldsOf(row) ?? []);
  const asIs = { ...headOf(adapter), rows: told };

  const changed = rowsOf(adapter === null ? null : { ...adapter, rows: adapter.rows.map(broken) });
  const left = changed.pageRow === null ? null : changed.fieldsOf(changed.pageRow);
  const noSelectors = { ...asIs, rows: left === null ? [] : [left] };

  for (const tag of document.querySelectorAll('meta[name], meta[property]')) tag.remove();
  return { asIs, blocks, noSelectors, noMeta: { ...headOf(adapter), rows: told } };
}

Object.assign(globalThis, { readThrice });
