// CSV with a header that names a title column; commas, semicolons or tabs.
import { filePlace, UnreadableFile } from '../unreadable-file.ts';
import { LONGEST_ROW, MAX_WITHOUT_ROW } from './cut.ts';
import Papa from 'papaparse';
import { foldPlain } from '../../text/fold.ts';
import { namesOfLine, type DraftAuthor } from '../../paper/names/author-list.ts';
import { recordOf, type Draft } from '../../paper/clean.ts';
import { cleanArxivId, cleanDoi } from '../../paper/identifiers.ts';
import { fromHtml } from '../../paper/plain-text.ts';
import { cleanPublication, pagesOf } from '../../paper/publication.ts';
import { factsOfFile } from './csl.ts';
import { positionOf } from './json.ts';
import { decodeText } from './raw-row-format.ts';
import type { Batch, ByteSource, Format, ReadRow } from './reader.ts';
import { headOf, unpacked, type Packing } from './unpack.ts';

const IBERIAN_GIVEN = new Set(
  'maria jose juan luis carlos miguel angel antonio manuel francisco javier jesus pedro pablo ana andres isabel carmen joao paulo eduardo jorge'.split(
    ' ',
  ),
);
/** "Miguel Angel", "María José": given names that come in twos in front of two family names, and no whole name. */
function isGivenPair(text: string): boolean {
  const words = text.split(' ');
  return words.length === 2 && words.every((word) => IBERIAN_GIVEN.has(foldPlain(word)));
}

/** "Vale Holm, Miguel Angel" is one person in a cell that could be two people's. */
function namesOfCell(cell: string): DraftAuthor[] {
  const [family = '', given = '', ...more] = cell.split(/,\s{0,3}/);
  return more.length === 0 && isGivenPair(given) ? [`${given} ${family}`] : namesOfLine(cell);
}

/** Spellings of headers, with only their letters, best first. */
const spellings = {
  title: [
    'title',
    'papertitle',
    'articletitle',
    'documenttitle',
    'itemtitle',
    'primarytitle',
    'worktitle',
    'titles',
    'ti',
  ],
  authors: ['authors', 'author', 'authornames', 'authorlist', 'creators', 'creator', 'authorsname', 'au'],
  /** Scopus has initials in "Authors". */
  fullNames: ['authorfullnames'],
  year: [
    'year',
    'publicationyear',
    'pubyear',
    'yearpublished',
    'publishedyear',
    'date',
    'publicationdate',
    'published',
    'publisheddate',
    'issued',
    'coverdate',
    'py',
  ],
  venue: [
    'venue',
    'journal',
    'sourcetitle',
    'publicationtitle',
    'journaltitle',
    'journalbook',
    'booktitle',
    'conference',
    'conferencename',
    'publicationname',
    'containertitle',
    'publication',
    'so',
  ],
  volume: ['volume', 'vol', 'vl', 'publicationvolume', 'journalvolume'],
  issue: ['issue', 'issuenumber', 'number', 'no', 'publicationissue', 'journalissue'],
  pages: ['pages', 'page', 'pagerange', 'pagination', 'pagenumbers'],
  firstPage: ['pagestart', 'startpage', 'firstpage', 'beginningpage', 'bp'],
  lastPage: ['pageend', 'endpage', 'lastpage', 'endingpage', 'ep'],
  /** Of papers with a number in place of pages. */
  article: ['artno', 'articlenumber', 'articleno'],
  publisher: ['publisher', 'publishername', 'pu'],
  doi: ['doi', 'doilink', 'doiurl', 'di'],
  arxiv: ['arxivid', 'arxiv', 'arxivnumber', 'eprint', 'arxivurl', 'arxivlink'],
  url: ['url', 'link', 'paperurl', 'articleurl', 'paperlink', 'pdf', 'pdfurl', 'pdflink', 'openaccess'],
  code: [
    'code',
    'codeurl',
    'codelink',
    'repository',
    'repo',
    'repourl',
    'github',
    'githuburl',
    'githublink',
    'projectpage',
  ],
  categories: ['categories', 'category', 'subjects', 'arxivcategories'],
} as const;
type Meaning = keyof typeof spellings;
type Columns = Partial<Record<Meaning, number>>;

const separators = [',', ';', '\t'];

function columnsOf(header: readonly string[]): Columns | null {
  const names = header.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const columns: Columns = {};
  for (const meaning of Object.keys(spellings) as Meaning[]) {
    const at = spellings[meaning].map((spelling) => names.indexOf(spelling)).find((found) => found >= 0);
    if (at !== undefined) columns[meaning] = at;
  }
  return columns.title === undefined ? null : columns;
}

interface Header {
  separator: string;
  columns: Columns;
}

const parseRows = (
  text: string,
  separator: string,
  more: boolean,
): { rows: string[][]; cursor: number; open: boolean } => {
  const parser = new Papa.Parser({ delimiter: separator });
  const result = parser.parse(text, 0, more) as {
    data: string[][];
    errors: { code?: string }[];
    meta: { cursor: number };
  };
  return {
    rows: result.data,
    cursor: result.meta.cursor,
    open: result.errors.some(({ code }) => code === 'MissingQuotes'),
  };
};

/** The header of a text: its first line, and what separates it. */
function headerOf(text: string): Header | null {
  const line = text.slice(0, 20_000);
  // oxlint-disable-next-line no-control-regex -- a text has none of these
  if (/[\u0000-\u0008\u000e-\u001f]/.test(line)) return null;
  const found = separators
    .map((separator) => ({ separator, header: parseRows(line, separator, false).rows[0] ?? [] }))
    .toSorted((a, b) => b.header.length - a.header.length)[0];
  if (found === undefined || found.header.length > 1000) return null;
  const columns = columnsOf(found.header);
  // One word in the first line is no table yet.
  if (columns === null || (found.header.length === 1 && !/[\r\n]./.test(text))) return null;
  return { separator: found.separator, columns };
}

function draftOf(cells: readonly string[], columns: Columns): Draft {
  const cell = (meaning: Meaning): string => {
    const at = columns[meaning];
    return at === undefined ? '' : fromHtml(cells[at] ?? '');
  };
  const url = cell('url');
  return {
    title: cell('title'),
    authors: namesOfCell(cell('fullNames') || cell('authors')),
    year: cell('year'),
    venue: cell('venue'),
    volume: cell('volume'),
    issue: cell('issue'),
    pages: cleanPublication.pages(cell('pages')) ?? pagesOf(cell('firstPage'), cell('lastPage')) ?? cell('article'),
    publisher: cell('publisher'),
    arxivId: cleanArxivId(cell('arxiv')) ?? cleanArxivId(url),
    doi: cleanDoi(cell('doi')) ?? cleanDoi(url),
    code: cell('code')
      .split(/[\s;,|]+/)
      .map((address) => ({ url: address })),
    links: /doi\.org\//.test(url) ? [] : [url],
    categories: cell('categories').split(/[;,]\s*|(?<!\s)\s+(?=[a-z-]+\.[A-Z]{2})/),
  };
}

/** UTF-8 as a stream; bytes that are none become windows-1252, which they nearly always are. */
function decodeStream(utf8: TextDecoder, bytes: Uint8Array): string {
  const text = utf8.decode(bytes, { stream: true });
  return text.includes('\ufffd') && !bytes.includes(0xef) ? decodeText(bytes) : text;
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Maximum rows of a batch: a packed file may unpack to half a million of them at once, and they are judged in between. */
const MAX_ROWS = 4_096;

async function* read(source: ByteSource, packing: Packing, header: Header, resume: unknown): AsyncGenerator<Batch> {
  const skip = positionOf(resume)?.number ?? 0;
  const utf8 = new TextDecoder();
  let text = '';
  let number = 0;
  let readSoFar = 0;
  let since = 0;
  function* cut(more: boolean): Generator<Batch> {
    const { rows, cursor, open } = parseRows(text, header.separator, more);
    if (open && !more) throw new UnreadableFile('file-cut', source.name, filePlace.row(number + rows.length));
    text = more ? text.slice(cursor) : '';
    let made: ReadRow[] = [];
    for (const cells of rows) {
      number += 1;
      if (cells.reduce((sum, { length }) => sum + length, 0) > LONGEST_ROW)
        throw new UnreadableFile('file-long-row', source.name, filePlace.row(number));
      // The first is the header.
      if (number === 1 || number <= skip || isBlank(cells)) continue;
      const row = recordOf(draftOf(cells, header.columns));
      made.push('record' in row ? row : { ...row, at: filePlace.row(number) });
      if (made.length < MAX_ROWS) continue;
      yield { rows: made, read: readSoFar, resume: { at: 0, number } };
      made = [];
    }
    if (rows.length > 0) since = 0;
    if (number > skip && rows.length > 0) yield { rows: made, read: readSoFar, resume: { at: 0, number } };
    if (text.length > LONGEST_ROW) throw new UnreadableFile('file-long-row', source.name, filePlace.row(number + 1));
    if (since > MAX_WITHOUT_ROW) throw new UnreadableFile('file-endless', source.name, filePlace.row(number + 1));
  }
  let tried = 0;
  for await (const { bytes, read: now } of unpacked(source, packing)) {
    since += bytes.length;
    text += decodeStream(utf8, bytes);
    readSoFar = now;
    // What has no row end yet is looked at again when it has doubled.
    if (text.length < Math.max(131_072, Math.min(tried * 2, LONGEST_ROW + 131_072))) continue;
    yield* cut(true);
    tried = text.length;
  }
  text += utf8.decode();
  if (text !== '') yield* cut(false);
}

export const csvFormat: Format = {
  kind: 'csv',
  fits: (head) => headerOf(decodeText(head.slice(0, 40_000))) !== null,
  async open(source) {
    const { head, packing } = await headOf(source);
    const header = headerOf(decodeText(head));
    if (header === null) throw new UnreadableFile('file-unknown', source.name);
    return {
      what: packing === 'gzip' ? 'CSV (gzipped)' : 'CSV',
      facts: factsOfFile(source.name, 'CSV'),
      total: null,
      rows: (resume) => read(source, packing, header, resume),
    };
  },
};
