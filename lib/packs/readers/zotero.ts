// Zotero's own items: what Better BibTeX exports as JSON, and what Zotero's interfaces answer.
import { cleanArxivId, cleanDoi } from '../../paper/identifiers.ts';
import { joinName } from '../../paper/names/author-list.ts';
import { fromHtml, plainText } from '../../paper/plain-text.ts';
import { factsOfFile } from './csl.ts';
import { isRow, listOf, textOf, type TableKind, type TableRow } from './table.ts';
import { ownValue } from '../../text/own-value.ts';

const types: Readonly<Record<string, 'conference' | 'journal' | 'preprint'>> = {
  journalArticle: 'journal',
  conferencePaper: 'conference',
  preprint: 'preprint',
};

/** Items that are no works: they hang on one, or on none. */
const NO_WORKS = new Set(['attachment', 'note', 'annotation']);

function nameOf(creator: unknown): string {
  if (!isRow(creator) || (creator['creatorType'] ?? 'author') !== 'author') return '';
  const given = plainText(creator['firstName']);
  const family = plainText(creator['lastName']);
  return joinName({ given, family }, plainText(creator['name']));
}

/** A line of "Extra", where Zotero keeps what an item's type has no field for: "arXiv: 2103.00021 [cs]". */
function extra(row: TableRow, name: RegExp): string {
  const lines = textOf(row['extra'])
    .slice(0, 5000)
    .split(/[\r\n]/);
  const line = lines.find((one) => name.test(one.trim()) && one.includes(':')) ?? '';
  return line.slice(line.indexOf(':') + 1).trim();
}

export const zoteroTable: TableKind = {
  kind: 'zotero',
  what: 'Zotero items',
  facts: (name) => factsOfFile(name, 'Zotero'),
  columns: [],
  fits: (keys) =>
    (keys.has('itemType') && keys.has('title')) ||
    (keys.has('config') && (keys.has('collections') || keys.has('items'))),
  inner: (row) => (row['itemType'] === undefined && Array.isArray(row['items']) ? row['items'] : null),
  paper(row) {
    if (NO_WORKS.has(textOf(row['itemType']))) return null;
    const url = textOf(row['url']);
    const inArxiv = /arxiv/iu.test(
      [row['repository'], row['archive'], row['publisher'], row['libraryCatalog']].map(plainText).join(' '),
    );
    return {
      title: fromHtml(row['title']),
      authors: listOf(row['creators']).map(nameOf),
      year: row['date'],
      venue: fromHtml(
        ['publicationTitle', 'proceedingsTitle', 'bookTitle', 'conferenceName', 'encyclopediaTitle']
          .map((name) => textOf(row[name]))
          .find((text) => text !== ''),
      ),
      volume: row['volume'],
      issue: row['issue'],
      pages: row['pages'],
      publisher: row['publisher'],
      type: ownValue(types, textOf(row['itemType'])) ?? null,
      arxivId: [inArxiv ? row['archiveID'] : '', url, extra(row, /^(?:arxiv|eprint)\b/iu)]
        .map(cleanArxivId)
        .find((id) => id !== null),
      doi: [row['DOI'], url, extra(row, /^doi\b/iu)].map(cleanDoi).find((doi) => doi !== null),
      links: /doi\.org\//u.test(url) ? [] : [url],
    };
  },
};
