// dblp's XML. Its records never hold one another, so each is cut out by its tags and read by an XML parser of its own:
// a broken one costs one row, and reading can go on in the middle of four gigabytes.
import { filePlace, unreadable } from '../unreadable-file.ts';
import type { RowFailure } from '../../failures/failure.ts';
import { SaxesParser } from 'saxes';
import type { PaperType } from '../../paper/schema.ts';
import type { z } from 'zod/mini';
import { cleanArxivId, cleanDoi } from '../../paper/identifiers.ts';
import type { Draft } from '../../paper/clean.ts';
import type { DraftAuthor } from '../../paper/names/author-list.ts';
import type { Cut, Cutter, RawRow } from './cut.ts';
import { entities } from '../../paper/entities.ts';
import { openRawRows, type RawRowFormat } from './raw-row-format.ts';
import type { Format, Opened } from './reader.ts';

const papers = new Set(['article', 'inproceedings', 'incollection', 'book', 'phdthesis', 'mastersthesis']);
/** Volumes, home pages and data sets are records too, and no papers. */
const records = [...papers, 'proceedings', 'www', 'person', 'data'];
const LESS = 60;
const SLASH = 47;
const letters = (text: string): Uint8Array => new TextEncoder().encode(text);
const opening = records.map((name) => ({ name, start: letters(name), end: letters(`/${name}>`) }));
const rootEnd = letters('/dblp>');

const startsWith = (buffer: Uint8Array, at: number, text: Uint8Array): boolean => {
  for (let i = 0; i < text.length; i += 1) if (buffer[at + i] !== text[i]) return false;
  return true;
};

/** A name ends with a space, a slash or the tag. */
const endsName = (byte: number | undefined): boolean =>
  byte === 32 || byte === 9 || byte === 10 || byte === 13 || byte === 62 || byte === SLASH;

function recordCutter(): Cutter {
  let closed = false;
  return {
    next(buffer, from, ended): Cut {
      for (let at = buffer.indexOf(LESS, from); at >= 0; at = buffer.indexOf(LESS, at + 1)) {
        if (!ended && buffer.length - at < 32) return { more: at };
        if (startsWith(buffer, at + 1, rootEnd)) closed = true;
        const tag = opening.find(
          ({ start }) => startsWith(buffer, at + 1, start) && endsName(buffer[at + 1 + start.length]),
        );
        if (tag === undefined) continue;
        for (let end = buffer.indexOf(LESS, at + 1); end >= 0; end = buffer.indexOf(LESS, end + 1))
          if (buffer[end + 1] === SLASH && startsWith(buffer, end + 1, tag.end))
            return { start: at, end: end + 1 + tag.end.length };
        return ended ? { cut: at } : { more: at };
      }
      return ended && !closed ? { cut: buffer.length } : { more: buffer.length };
    },
  };
}

interface Fields {
  record: string;
  attributes: Readonly<Record<string, string>>;
  /** With what tells them from others of the name: "Xiaopeng Zhang 0009" is the ninth. */
  authors: DraftAuthor[];
  values: Map<string, string>;
  addresses: string[];
}

/** The fields of a record; throws where it is no XML. */
function fieldsOf(xml: string): Fields {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.ENTITIES = { ...parser.ENTITIES, ...entities };
  const fields: Fields = { record: '', attributes: {}, authors: [], values: new Map(), addresses: [] };
  let depth = 0;
  let field = '';
  let text = '';
  let orcid = '';
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth === 1) {
      fields.record = name;
      fields.attributes = attributes;
    } else if (depth === 2) {
      field = name;
      text = '';
      orcid = /^[\dX-]{19}$/.test(attributes['orcid'] ?? '') ? (attributes['orcid'] ?? '') : '';
    }
  });
  parser.on('text', (part) => {
    if (depth > 1) text += part;
  });
  parser.on('closetag', () => {
    depth -= 1;
    if (depth !== 1) return;
    if (field === 'author') fields.authors.push(orcid === '' ? text : { name: text, id: `orcid:${orcid}` });
    else if (field === 'ee') fields.addresses.push(text);
    else if (!fields.values.has(field)) fields.values.set(field, text);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return fields;
}

function typeOf({ record, attributes, values }: Fields): z.infer<typeof PaperType> | null {
  if (values.get('journal') === 'CoRR' || attributes['publtype'] === 'informal') return 'preprint';
  if (record === 'article') return 'journal';
  return record === 'inproceedings' ? 'conference' : null;
}

/** "abs/1706.03762" and "abs/cs/0601001" where CoRR has a volume. */
const arxivOf = ({ values, addresses }: Fields): string | null =>
  addresses.map(cleanArxivId).find((id) => id !== null) ??
  cleanArxivId(/^abs\/(.{5,40})$/.exec(values.get('volume') ?? '')?.[1]);

const decoders = new Map<string, TextDecoder>();
function decode(bytes: Uint8Array): string {
  // dblp writes ASCII with entities; copies are UTF-8 or Latin-1.
  for (const encoding of ['utf-8', 'windows-1252']) {
    const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
    decoders.set(encoding, decoder);
    try {
      return decoder.decode(bytes);
    } catch {
      // The next one.
    }
  }
  return '';
}

function paper({ bytes }: RawRow): Draft | { unreadable: RowFailure } | null {
  const name = opening.find(({ start }) => startsWith(bytes, 1, start) && endsName(bytes[1 + start.length]))?.name;
  if (name === undefined || !papers.has(name)) return null;
  let fields: Fields;
  try {
    fields = fieldsOf(decode(bytes));
  } catch {
    return { unreadable: unreadable('XML') };
  }
  const { values, authors, addresses } = fields;
  return {
    // dblp ends every title with a full stop.
    title: (values.get('title') ?? '').trim().replace(/(?<!\.\.)\.$/, ''),
    authors,
    year: values.get('year'),
    venue: values.get('journal') === 'CoRR' ? 'arXiv' : (values.get('journal') ?? values.get('booktitle')),
    volume: values.get('volume'),
    issue: values.get('number'),
    pages: values.get('pages'),
    publisher: values.get('publisher'),
    type: typeOf(fields),
    arxivId: arxivOf(fields),
    doi: addresses.map(cleanDoi).find((doi) => doi !== null),
    links: addresses.filter((address) => !/doi\.org\//.test(address)).slice(0, 3),
  };
}

const facts = (name: string): Opened['facts'] => ({
  name: 'dblp',
  licence: 'CC0 1.0',
  attribution: 'dblp computer science bibliography (dblp.org), CC0',
  madeFrom: name,
  sources: [{ id: 'dblp', name: 'dblp', what: 'dblp computer science bibliography', kind: 'public-record' }],
});

export const dblpFormat: Format = {
  kind: 'dblp',
  fits: (head) => /<dblp[\s>]/.test(decode(head.subarray(0, 65_000).slice())) && head.includes(LESS),
  open: (source) =>
    openRawRows(source, (): RawRowFormat => ({
      what: 'dblp XML',
      facts: facts(source.name),
      cutter: recordCutter,
      paper,
      at: ({ bytes, number }) => {
        const key = /\bkey="([^"]{1,200})"/.exec(decode(bytes.slice(0, 500)))?.[1];
        return filePlace.entry(key ?? number);
      },
    })),
};
