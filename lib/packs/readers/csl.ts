// CSL-JSON: what Zotero, citeproc and doi.org write.
import { fromHtml, plainText } from '../../paper/plain-text.ts';
import { joinName, splitNames } from '../../paper/names/author-list.ts';
import type { Opened } from './reader.ts';
import { isRow, listOf, textOf, type TableKind } from './table.ts';

/** The facts of a file that says nothing of itself: named like the file. */
export function factsOfFile(name: string, what: string): Opened['facts'] {
  const bare = name.replace(/(?:\.[a-z0-9]{1,7}){1,2}$/i, '');
  return {
    name: plainText(bare).slice(0, 120) || what,
    licence: '',
    attribution: '',
    madeFrom: name.slice(0, 500),
    sources: [{ id: 'file', name: plainText(name).slice(0, 80) || what, what, kind: 'document' }],
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

function yearOf(issued: unknown): unknown {
  if (!isRow(issued)) return issued;
  const parts: unknown = listOf(listOf(issued['date-parts'])[0])[0];
  return typeof parts === 'string' || typeof parts === 'number' ? parts : (issued['raw'] ?? issued['literal']);
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
  columns: ['title', 'author', 'issued', 'container-title', 'type', 'DOI', 'URL', 'archive', 'number', 'note'],
  fits: (keys) =>
    keys.has('title') &&
    ['type', 'issued', 'author', 'container-title', 'DOI'].filter((key) => keys.has(key)).length >= 2 &&
    !keys.has('authorships') &&
    !keys.has('authors_parsed'),
  paper(row) {
    const url = firstText(row['URL']);
    const authors = row['author'];
    const archive = /arxiv/i.test(`${plainText(row['archive'])} ${plainText(row['publisher'])}`);
    return {
      title: fromHtml(firstText(row['title'])),
      authors: typeof authors === 'string' ? splitNames(authors) : listOf(authors).map(nameOf),
      year: yearOf(row['issued']),
      venue: fromHtml(firstText(row['container-title'])),
      type: types[textOf(row['type'])] ?? (archive ? 'preprint' : null),
      arxivId: archive ? (row['number'] ?? url) : url,
      doi: row['DOI'] ?? (/doi\.org\//.test(url) ? url : undefined),
      links: /doi\.org\//.test(url) ? [] : [url],
    };
  },
};
