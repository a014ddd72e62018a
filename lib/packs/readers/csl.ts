// CSL-JSON: what Zotero, citeproc and doi.org write.
import { fromHtml, plainText } from '../../paper/plain-text.ts';
import { cleanArxivId, cleanDoi } from '../../paper/identifiers.ts';
import { joinName, splitNames } from '../../paper/names/author-list.ts';
import { FILE_SOURCE, type Opened } from './reader.ts';
import { isRow, listOf, textOf, type TableKind } from './table.ts';
import { ownValue } from '../../text/own-value.ts';

/** The facts of a file that says nothing of itself: named like the file, and so is the source of what it says. */
export function factsOfFile(name: string, what: string): Opened['facts'] {
  const bare = plainText(name.replace(/(?:\.[a-z0-9]{1,7}){1,2}$/i, ''));
  return {
    name: bare.slice(0, 120) || what,
    licence: '',
    attribution: '',
    madeFrom: name.slice(0, 500),
    sources: [
      {
        id: FILE_SOURCE,
        name: bare.slice(0, 80) || what,
        what: plainText(name).slice(0, 80) || what,
        kind: 'document',
      },
    ],
  };
}

function nameOf(creator: unknown): string {
  if (typeof creator === 'string') return creator;
  if (!isRow(creator)) return '';
  const parts = {
    given: plainText(creator['given']),
    particle: ['dropping-particle', 'non-dropping-particle']
      .map((name) => plainText(creator[name]))
      .filter((particle) => particle !== '')
      .join(' '),
    family: plainText(creator['family']),
    suffix: plainText(creator['suffix']),
  };
  return joinName(parts, plainText(creator['literal'] ?? creator['name']));
}

const firstText = (value: unknown): string =>
  typeof value === 'string' ? value : textOf(listOf(value).find((text) => typeof text === 'string'));

/** A date as CSL has it, as old tools write it ("[{year: 2009}]", "[[2009, 1]]"), or as plain text. */
function yearOf(issued: unknown): unknown {
  if (Array.isArray(issued)) return yearOf(issued[0]);
  if (!isRow(issued)) return issued;
  const parts = yearOf(issued['date-parts']);
  return parts ?? issued['year'] ?? issued['raw'] ?? issued['literal'];
}

/** What Zotero writes into the note for what CSL has no field: "DOI: 10.1000/ab", "arXiv: 2103.00021 [cs]". */
function noted(note: unknown, name: RegExp): string {
  const lines = typeof note === 'string' ? note.slice(0, 5000).split(/[\r\n]/) : [];
  return lines.map((line) => line.trim()).find((line) => name.test(line)) ?? '';
}

const types: Readonly<Record<string, 'conference' | 'journal' | 'preprint'>> = {
  'article-journal': 'journal',
  'journal-article': 'journal',
  'paper-conference': 'conference',
  'proceedings-article': 'conference',
  'posted-content': 'preprint',
  preprint: 'preprint',
};

export const cslTable: TableKind = {
  kind: 'csl',
  what: 'CSL citations',
  facts: (name) => factsOfFile(name, 'CSL-JSON'),
  columns: [
    'title',
    'author',
    'issued',
    'container-title',
    'type',
    'DOI',
    'URL',
    'archive',
    'archive_location',
    'number',
    'volume',
    'issue',
    'page',
    'article-number',
    'publisher',
    'note',
  ],
  fits: (keys) =>
    keys.has('title') &&
    ['type', 'issued', 'author', 'container-title', 'DOI'].filter((key) => keys.has(key)).length >= 2 &&
    !keys.has('authorships') &&
    !keys.has('authors_parsed'),
  paper(row) {
    const url = firstText(row['URL']);
    const authors = row['author'];
    const note = row['note'];
    const archive = /arxiv/i.test(`${plainText(row['archive'])} ${plainText(row['publisher'])}`);
    return {
      title: fromHtml(firstText(row['title'])),
      authors: typeof authors === 'string' ? splitNames(authors) : listOf(authors).map(nameOf),
      year: yearOf(row['issued']),
      venue: fromHtml(firstText(row['container-title'])),
      volume: row['volume'],
      issue: row['issue'],
      pages: row['page'] ?? row['article-number'],
      publisher: row['publisher'],
      type: ownValue(types, textOf(row['type'])) ?? (archive ? 'preprint' : null),
      arxivId: [
        archive ? row['number'] : '',
        archive ? row['archive_location'] : '',
        url,
        noted(note, /^arxiv\s{0,3}:/i),
        noted(note, /^eprint\s{0,3}:/i).replace(/^eprint\s{0,3}:/i, ''),
      ]
        .map(cleanArxivId)
        .find((id) => id !== null),
      doi: [row['DOI'], url, noted(note, /^doi\s{0,3}:/i)].map(cleanDoi).find((doi) => doi !== null),
      links: /doi\.org\//.test(url) ? [] : [url],
    };
  },
};
