// All formats, and which one a file is of. A new format is one file and one line here.
import { UnreadableFile } from '../unreadable-file.ts';
import { arxivTable } from './arxiv.ts';
import { bibtexFormat } from './bibtex.ts';
import { bylineFormat } from './byline.ts';
import { cslTable } from './csl.ts';
import { csvFormat } from './csv.ts';
import { dblpFormat } from './dblp.ts';
import { jsonFits, openJson } from './json.ts';
import { openAlexTable } from './openalex.ts';
import { openReviewTable } from './openreview.ts';
import { codeLinksTable, paperAbstractsTable } from './papers-with-code.ts';
import { paperMemoryTable } from './papermemory.ts';
import { paperpileTable } from './paperpile.ts';
import { isParquet, openParquet } from './parquet.ts';
import type { ByteSource, Format, Opened } from './reader.ts';
import { openParts } from './parts.ts';
import { risFormat } from './ris.ts';
import type { TableKind } from './table.ts';
import { headOf } from './unpack.ts';
import { zoteroTable } from './zotero.ts';

/** Kinds of tables, written as JSON or Parquet; the first that fits counts. */
export const tableKinds: readonly TableKind[] = [
  codeLinksTable,
  paperAbstractsTable,
  arxivTable,
  openAlexTable,
  openReviewTable,
  zoteroTable,
  paperpileTable,
  paperMemoryTable,
  cslTable,
];

const asFormat = (kind: TableKind): Format => ({
  kind: kind.kind,
  fits: (head) => jsonFits(kind, head),
  async open(source) {
    const { head } = await headOf(source);
    return isParquet(head) ? (await openParquet(source, [kind])).opened : openJson(kind, source);
  },
});

/** Which table a Parquet file holds is written at its end: this opens it. */
const parquet: Format = {
  kind: 'parquet',
  fits: isParquet,
  open: async (source) => (await openParquet(source, tableKinds)).opened,
};

/** Looked at in this order. */
export const formats: readonly Format[] = [
  bylineFormat,
  parquet,
  ...tableKinds.map(asFormat),
  dblpFormat,
  risFormat,
  bibtexFormat,
  csvFormat,
];

/** What a file is, by its content, and its rows; throws `UnreadableFile` when it is none of all. */
export async function recognise(source: ByteSource): Promise<{ format: Format; opened: Opened }> {
  const { head } = await headOf(source);
  const format = formats.find((each) => each.fits(head));
  if (format === undefined) throw new UnreadableFile('file-unknown', source.name);
  const { parts } = source;
  return { format, opened: await (parts === undefined ? format.open(source) : openParts(source, parts, openKnown)) };
}

const openKnown = async (part: ByteSource): Promise<Opened> => (await recognise(part)).opened;

/** A file as the kind that it is said to be. */
export async function openAs(kind: string, source: ByteSource): Promise<Opened> {
  const { head } = await headOf(source);
  const wanted = formats.find((format) => format.kind === kind);
  if (wanted === undefined) throw new RangeError(`no format is of the kind ${kind}`);
  if (isParquet(head) || wanted.fits(head)) return wanted.open(source);
  const is = formats.find((each) => each.fits(head));
  throw is === undefined
    ? new UnreadableFile('file-unknown', source.name)
    : new UnreadableFile('file-other-kind', source.name, is.kind, kind);
}
