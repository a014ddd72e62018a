// Paperpile's JSON export.
import { joinName, type DraftAuthor } from '../../paper/names/author-list.ts';
import { fromHtml, plainText } from '../../paper/plain-text.ts';
import { factsOfFile } from './csl.ts';
import { isRow, listOf, textOf, type TableKind } from './table.ts';
import { ownValue } from '../../text/own-value.ts';

function authorOf(author: unknown): DraftAuthor {
  if (!isRow(author)) return '';
  const [given, family] = [plainText(author['first']), plainText(author['last'])];
  const name = joinName({ given, family }, plainText(author['collective'] ?? author['formatted']));
  const orcid = plainText(author['orcid']);
  return { name, id: /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/u.test(orcid) ? `orcid:${orcid}` : null };
}

const types: Readonly<Record<string, 'conference' | 'journal' | 'preprint'>> = {
  PP_ARTICLE: 'journal',
  PP_CONFERENCE_PAPER: 'conference',
  PP_PREPRINT: 'preprint',
};

export const paperpileTable: TableKind = {
  kind: 'paperpile',
  what: 'Paperpile',
  facts: (name) => factsOfFile(name, 'Paperpile'),
  columns: [],
  fits: (keys) => keys.has('_id') && keys.has('title') && (keys.has('pubtype') || keys.has('citekey')),
  paper(row) {
    const published = row['published'];
    return {
      title: fromHtml(row['title']),
      authors: listOf(row['author']).map(authorOf),
      year: isRow(published) ? published['year'] : published,
      venue: fromHtml(
        ['journal', 'conference', 'booktitle', 'proceedings_title']
          .map((name) => textOf(row[name]))
          .find((text) => text !== ''),
      ),
      volume: row['volume'],
      issue: row['issue'],
      pages: row['pages'],
      publisher: row['publisher'],
      type: ownValue(types, textOf(row['pubtype'])) ?? null,
      arxivId: row['arxivid'],
      doi: row['doi'],
      links: listOf(row['url']),
    };
  },
};
