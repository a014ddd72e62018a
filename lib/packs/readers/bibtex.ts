// BibTeX and BibLaTeX. Entries are cut out by their braces and parsed one by one, so that a broken one costs itself
// alone; abbreviations (`@string`) hold for all entries after them.
import { filePlace, unreadable } from '../unreadable-file.ts';
import type { Creator, Entry, parse as parseBibtex } from '@retorquere/bibtex-parser';
import type { PaperType } from '../../paper/schema.ts';
import type { z } from 'zod/mini';
import { type Draft } from '../../paper/clean.ts';
import { joinName, namesOfLine, type DraftAuthor } from '../../paper/names/author-list.ts';
import { generation } from '../../paper/names/family-name.ts';
import { fromHtml, plainText } from '../../paper/plain-text.ts';
import { factsOfFile } from './csl.ts';
import type { Cut, Cutter, RawRow } from './cut.ts';
import { decodeText, openRawRows, type RawRowFormat } from './raw-row-format.ts';
import type { Format } from './reader.ts';

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
    else if (byte === AT && beginsLine(buffer, i) && opens(buffer, i) >= 0) return { broken: i };
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
  const start = new RegExp(`(?:^|[,\\s{(])${name}\\s{0,20}=\\s{0,20}([{"])`, 'i').exec(source);
  if (start === null) return '';
  const from = start.index + start[0].length;
  let depth = 0;
  for (let at = from; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if (depth === 0 && (start[1] === '{' ? sign === '}' : sign === '"')) return source.slice(from, at);
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
  }
  return '';
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

/** TeX is read to characters, but not where it is mathematics: those titles stay as they are written. */
function titleOf(parse: Parse, entry: Entry, source: string): string {
  const title = fromHtml(entry.fields['title']);
  if (!/\$[^$]{1,500}\$/.test(entry.input === '' ? source : entry.input)) return title;
  const raw = plainText(parse(source, { ...options, raw: true }).entries[0]?.fields['title']);
  if (!raw.includes('$')) return title;
  // Braces outside of mathematics only keep capitals.
  return raw
    .split(/(\$[^$]*\$)/)
    .map((part) => (part.startsWith('$') ? part : part.replace(/[{}]/g, '').replaceAll('~', ' ')))
    .join('');
}

const options = { sentenceCase: false, caseProtection: false, applyCrossRef: false, english: false } as const;

function draftOf(parse: Parse, entry: Entry, source: string): Draft {
  const field = (name: string): string => {
    const value = entry.fields[name];
    return typeof value === 'string' ? value : '';
  };
  const archive = /arxiv/i.test(`${field('archiveprefix')} ${field('eprinttype')} ${field('journal')}`);
  const eprint = field('eprint') || (/arxiv:\s*(\S{7,20})/i.exec(field('journal'))?.[1] ?? '');
  const url = field('url');
  return {
    title: titleOf(parse, entry, source),
    authors: authorsOf(entry.fields.author ?? entry.fields['editor'] ?? [], source),
    year: field('year') || field('date'),
    venue: fromHtml(field('booktitle') || field('journal') || field('journaltitle')),
    type: archive && entry.type !== 'inproceedings' ? 'preprint' : (types[entry.type] ?? null),
    arxivId: archive || field('archiveprefix') === '' ? eprint || url : url,
    doi: field('doi') || (/doi\.org\//.test(url) ? url : ''),
    links: /doi\.org\//.test(url) ? [] : [url],
  };
}

function bibtexKind(name: string, parse: Parse): RawRowFormat {
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
        const { entries } = parse(usesStrings(source) ? strings + source : source, options);
        const entry = entries.at(-1);
        if (entry !== undefined && Object.keys(entry.fields).length > 0) return draftOf(parse, entry, source);
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
    return openRawRows(source, () => bibtexKind(source.name, parse));
  },
};
