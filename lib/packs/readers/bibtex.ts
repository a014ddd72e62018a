// BibTeX and BibLaTeX. Entries are cut out by their braces and parsed one by one, so that a broken one costs itself
// alone; abbreviations (`@string`) hold for all entries after them.
import { filePlace, unreadable, UnreadableFile } from '../unreadable-file.ts';
import type { Creator, Entry, parse as parseBibtex } from '@retorquere/bibtex-parser';
import type { PaperType } from '../../paper/schema.ts';
import type { z } from 'zod/mini';
import { type Draft } from '../../paper/clean.ts';
import { joinName, namesOfLine, type DraftAuthor } from '../../paper/names/author-list.ts';
import { generation } from '../../paper/names/family-name.ts';
import { fromHtml, plainText } from '../../paper/plain-text.ts';
import { cleanArxivId, cleanDoi } from '../../paper/identifiers.ts';
import { withoutTex } from '../../paper/identifier-text.ts';
import { prepared, rangeOfField, withoutCommands } from './bibtex-source.ts';
import { factsOfFile } from './csl.ts';
import { rawRowsOf, type Cut, type Cutter, type RawRow } from './cut.ts';
import { decodeText, openRawRows, type RawRowFormat } from './raw-row-format.ts';
import type { ByteSource, Format } from './reader.ts';
import { headOf } from './unpack.ts';
import { ownValue } from '../../text/own-value.ts';

const AT = 64;
const OPEN = 123;
const CLOSE = 125;
const isLetter = (byte: number | undefined): boolean => byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;
const isSpace = (byte: number | undefined): boolean => byte === 32 || byte === 9 || byte === 10 || byte === 13;

/** The brace or bracket of `@word {` at `at`; -1 where none is. */
function opens(buffer: Uint8Array, at: number): number {
  let i = at + 1;
  while (isLetter(buffer[i])) i += 1;
  if (i === at + 1) return -1;
  while (isSpace(buffer[i])) i += 1;
  return buffer[i] === OPEN || buffer[i] === 40 ? i : -1;
}

/** Whether what opens at `open` begins like an entry: a key and a comma, a field and "=", nothing or a quote. In a value,
 *  "@cost (of labels)" may begin a line. */
function looksLikeEntry(buffer: Uint8Array, open: number): boolean {
  const head = decodeText(buffer.slice(open + 1, open + 300));
  return /^\s{0,40}(?:[^\s{}()=,"]{0,200}\s{0,40}[,=]|["{}])/.test(head);
}

/** Whether only spaces are before it in its line. */
function beginsLine(buffer: Uint8Array, at: number): boolean {
  let i = at - 1;
  while (buffer[i] === 32 || buffer[i] === 9) i -= 1;
  return i < 0 || buffer[i] === 10 || buffer[i] === 13;
}

function entryEnd(buffer: Uint8Array, open: number): { end: number } | { broken: number } | null {
  const close = buffer[open] === OPEN ? CLOSE : 41;
  let depth = 0;
  for (let i = open + 1; i < buffer.length; i += 1) {
    const byte = buffer[i];
    if (depth === 0 && byte === close) return { end: i + 1 };
    if (byte === OPEN) depth += 1;
    else if (byte === CLOSE) depth -= 1;
    // A new entry at the start of a line: a brace of this one was not closed.
    else if (byte === AT && beginsLine(buffer, i)) {
      const next = opens(buffer, i);
      if (next >= 0 && looksLikeEntry(buffer, next)) return { broken: i };
    }
  }
  return null;
}

function entryCutter(): Cutter {
  return {
    next(buffer, from, ended): Cut {
      for (let at = buffer.indexOf(AT, from); at >= 0; at = buffer.indexOf(AT, at + 1)) {
        // The word may go on in what is not read yet.
        if (!ended && buffer.length - at < 64) return { more: at };
        const open = opens(buffer, at);
        if (open < 0) continue;
        const found = entryEnd(buffer, open);
        if (found === null) return ended ? { cut: at } : { more: at };
        return { start: at, end: 'end' in found ? found.end : found.broken };
      }
      return { more: buffer.length };
    },
  };
}

const types: Readonly<Record<string, z.infer<typeof PaperType>>> = {
  article: 'journal',
  inproceedings: 'conference',
  conference: 'conference',
  unpublished: 'preprint',
};

/** Loaded with the first such file: its tables take longer to start than all else here together. */
type Parse = typeof parseBibtex;

/** A field as it is written, without the braces or quotes around it; '' where it is not found. */
function rawField(source: string, name: string): string {
  const range = rangeOfField(source, name);
  return range === null ? '' : source.slice(range.from, range.to);
}

/** Whether the parser took a line of people for one name: "J. Smith, K. Jones and L. Brown", "Smith, J.; Jones, K.". */
const isLine = ({ firstName = '', lastName = '', suffix = '' }: Creator): boolean =>
  /;/.test(`${lastName}${suffix}${firstName}`) ||
  (suffix !== '' && !generation.test(suffix)) ||
  (/^(?:\p{Lu}\.\s?){1,3}\p{Lu}\p{Ll}/u.test(lastName) && /\p{Ll}/u.test(firstName));

function authorsOf(creators: readonly Creator[], source: string): DraftAuthor[] {
  // What the parser leaves of TeX that it does not know is read from the field as it is written.
  if (
    creators.some(isLine) ||
    /\\ifmmode\b/.test(source) ||
    creators.some(({ firstName = '', lastName = '' }) => /\\/.test(firstName + lastName))
  ) {
    const line = rawField(source, 'author');
    if (line !== '') return namesOfLine(line.replace(/\s{1,100}/g, ' '));
  }
  return creators.map(({ name, firstName, prefix, lastName, suffix }) =>
    // A name that is in braces as a whole is a group's.
    name === undefined
      ? joinName({ given: firstName, particle: prefix, family: lastName, suffix })
      : { group: fromHtml(name) },
  );
}

const options = { sentenceCase: false, caseProtection: false, applyCrossRef: false, english: false } as const;

/** The last entry of a source; commands that the parser does not know are left out, what is in their braces stays. */
function entryOf(parse: Parse, source: string): Entry | undefined {
  const { entries, errors } = parse(source, options);
  const entry = entries.at(-1);
  const unknown = errors.flatMap(({ error }) => /^unhandled macro \\([A-Za-z]{1,40})$/.exec(error)?.[1] ?? []);
  if (entry === undefined || unknown.length === 0) return entry;
  const again = parse(withoutCommands(source, unknown), options).entries.at(-1);
  if (again === undefined) return entry;
  // In names they show what is no name: "\thanks{…}".
  const { author, editor } = entry.fields;
  if (author !== undefined) again.fields.author = author;
  if (editor !== undefined) again.fields.editor = editor;
  return again;
}

/** What is said in the place of a journal of papers that are in none. */
const NO_JOURNAL =
  /^\W{0,3}(?:arxiv\b|corr\b|computing research repository|e-?prints?\b|preprints?\b|submitted\b|in preparation)/i;
/** Types of entries that an arXiv id makes preprints where no journal is named. */
const LOOSE = new Set(['article', 'misc', 'online', 'electronic', 'techreport', 'report', 'unpublished']);

/** A field as a text; the parser takes "A and B" for two publishers. */
function textIn(entry: Entry | undefined, name: string): string {
  const value: unknown = entry?.fields[name];
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(' and ');
  return typeof value === 'string' ? value : '';
}

/** Types of entries whose number is an issue's. */
const IN_ISSUES = new Set(['article', 'inproceedings', 'conference']);

function draftOf(entry: Entry, source: string, restore: (value: string) => string, parent?: Entry): Draft {
  const field = (name: string): string => restore(textIn(entry, name));
  const ofParent = (name: string): string => textIn(parent, name);
  // Of "\url{…}" the parser makes a link.
  const written = (name: string): string => withoutTex(fromHtml(field(name))).trim();
  const archiveField = field('archiveprefix') || field('eprinttype');
  const journal = fromHtml(field('journal') || field('journaltitle'));
  const venue = fromHtml(field('booktitle')) || journal || fromHtml(ofParent('booktitle') || ofParent('title'));
  const volume = /^\s*abs\//i.test(field('volume')) ? field('volume') : '';
  const inArchive =
    /arxiv/i.test(`${archiveField} ${journal}`) ||
    /^(?:https?:\/\/)?arxiv/i.test(written('howpublished')) ||
    volume !== '' ||
    /^corr$/i.test(journal);
  const url = written('url');
  const arxivIds = [
    /arxiv/i.test(archiveField) || archiveField === '' ? field('eprint') : '',
    volume,
    journal,
    written('howpublished'),
    written('note'),
    url,
  ];
  const isPreprint = inArchive && LOOSE.has(entry.type) && (venue === '' || NO_JOURNAL.test(venue));
  const creators = (entry.fields.author ?? entry.fields['editor'] ?? []).map((creator) => ({
    ...creator,
    ...Object.fromEntries(
      Object.entries(creator).map(([name, value]): [string, unknown] => [
        name,
        typeof value === 'string' ? restore(value) : value,
      ]),
    ),
  }));
  return {
    title: fromHtml(field('title')),
    authors: authorsOf(creators, source),
    year: field('year') || field('date') || ofParent('year') || ofParent('date'),
    venue,
    volume: field('volume') || ofParent('volume'),
    // Of a report it is the report's own number.
    issue: field('issue') || (IN_ISSUES.has(entry.type) ? field('number') : ''),
    pages: field('pages'),
    publisher: fromHtml(field('publisher') || ofParent('publisher')),
    type: isPreprint ? 'preprint' : (ownValue(types, entry.type) ?? null),
    arxivId: arxivIds.map(cleanArxivId).find((id) => id !== null),
    doi: cleanDoi(field('doi')) ?? cleanDoi(url),
    categories: inArchive ? (field('primaryclass') || field('eprintclass')).split(/[\s,]+/) : [],
    links: /doi\.org\//.test(url) ? [] : [url],
  };
}

/** Maximum bytes of a file that is read twice for volumes that its papers refer to: they come behind them. */
const MAX_READ_TWICE = 16 * 2 ** 20;
const VOLUME =
  /^@(?:(?:mv)?(?:proceedings|book|collection|reference)|periodical)\s{0,20}[{(]\s{0,20}([^\s,{}()]{1,200})\s{0,20},/i;

/** Entries of volumes by their keys, lower case, as they are written. */
async function volumesOf(source: ByteSource): Promise<ReadonlyMap<string, string>> {
  const volumes = new Map<string, string>();
  if (source.size === null || source.size > MAX_READ_TWICE) return volumes;
  const { packing } = await headOf(source);
  let refers = false;
  try {
    for await (const { rows } of rawRowsOf(source, packing, entryCutter(), null)) {
      for (const { bytes } of rows) {
        const text = decodeText(bytes);
        refers ||= /\bcrossref\s{0,20}=/i.test(text);
        const key = VOLUME.exec(text)?.[1];
        if (key !== undefined) volumes.set(key.toLowerCase(), text);
      }
    }
  } catch (error) {
    // It is said where its papers are read.
    if (!(error instanceof UnreadableFile)) throw error;
  }
  return refers ? volumes : new Map();
}

function bibtexKind(name: string, parse: Parse, parents: ReadonlyMap<string, string>): RawRowFormat {
  /** The abbreviations so far, as they are written. */
  let strings = '';
  return {
    what: 'BibTeX',
    facts: factsOfFile(name, 'BibTeX'),
    cutter: entryCutter,
    needsAll: true,
    at: ({ bytes, number }) => {
      const key = /^@\w+\s*[{(]\s*([^\s,{}]{1,80})\s*,/.exec(decodeText(bytes.slice(0, 200)))?.[1];
      return filePlace.entry(key ?? number);
    },
    paper(row: RawRow) {
      const source = decodeText(row.bytes);
      const word = /^@(\w+)/.exec(source)?.[1]?.toLowerCase() ?? '';
      if (word === 'string' && strings.length + source.length < 100_000) strings += `${source}\n`;
      if (word === 'string' || word === 'comment' || word === 'preamble' || word === 'proceedings') return null;
      try {
        const ready = prepared(source);
        const entry = entryOf(parse, usesStrings(source) ? strings + ready.source : ready.source);
        // A title whose brace is not closed swallows the fields behind it.
        const isWhole = !/,\s{0,20}(?:author|year|journal|booktitle)\s{0,5}=/i.test(textIn(entry, 'title'));
        if (entry !== undefined && isWhole && Object.keys(entry.fields).length > 0) {
          const parent = parents.get(plainText(entry.fields['crossref']).toLowerCase());
          return draftOf(
            entry,
            source,
            ready.restore,
            parent === undefined ? undefined : entryOf(parse, strings + prepared(parent).source),
          );
        }
      } catch {
        // Said below.
      }
      return { unreadable: unreadable('BibTeX') };
    },
  };
}

/** A value that begins with a letter is an abbreviation (months are known to the parser). */
const usesStrings = (source: string): boolean => /=\s*[A-Za-z]|#/.test(source);

/** With an entry, a comment, or plain words before the first entry; never with bytes of something else. */
const beginsAsBibtex = (text: string): boolean => {
  if (text.startsWith('@') || text.startsWith('%')) return true;
  const [before = ''] = text.split(/[\r\n]\s{0,20}@/, 1);
  return before.length < text.length && !/[^\x20-\x7e\s]/.test(before);
};

export const bibtexFormat: Format = {
  kind: 'bibtex',
  fits: (head) => {
    const text = decodeText(head.slice(0, 20_000));
    return (
      /(?:^|[\r\n])\s{0,20}@(?:string|comment|preamble|[a-z]{3,30})\s{0,20}[{(]\s{0,20}[^\s{}()]{0,200}\s{0,20}[,=}"{]/i.test(
        text,
      ) && beginsAsBibtex(text.trimStart())
    );
  },
  async open(source) {
    const { parse } = await import('./bibtex-parser.ts');
    const volumes = await volumesOf(source);
    return openRawRows(source, () => bibtexKind(source.name, parse, volumes));
  },
};
