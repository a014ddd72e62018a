// arXiv's metadata snapshot: JSON lines (Kaggle) or Parquet (Hugging Face), with the same fields.
import { plainText } from '../../paper/plain-text.ts';
import { splitNames } from '../../paper/names/author-list.ts';
import { listOf, textOf, type TableKind } from './table.ts';

/** ["Bhojanapalli", "Srinadh", "", "Google Research"] to "Srinadh Bhojanapalli". */
function nameOf(parts: unknown): string {
  const [family, given, suffix] = listOf(parts).map(plainText);
  return [given, family, suffix].filter((part) => part !== undefined && part !== '').join(' ');
}

/** "hep-ph cs.LG"; some copies have a list, of one such text or of several. */
const categoriesOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value.map(textOf) : [textOf(value)]).flatMap((text) => text.split(/[\s,]+/));

export const arxivTable: TableKind = {
  kind: 'arxiv',
  what: 'arXiv metadata',
  facts: (name) => ({
    name: 'arXiv metadata',
    licence: 'CC0 1.0',
    attribution: 'arXiv.org metadata, CC0. Thank you to arXiv for use of its open access interoperability.',
    madeFrom: name,
    sources: [{ id: 'arxiv', name: 'arXiv', what: 'metadata snapshot of arXiv', kind: 'public-record' }],
  }),
  columns: ['id', 'title', 'authors_parsed', 'authors', 'categories', 'doi', 'journal-ref', 'abstract'],
  fits: (keys) =>
    keys.has('id') &&
    keys.has('title') &&
    (keys.has('authors_parsed') || (keys.has('categories') && (keys.has('abstract') || keys.has('authors')))),
  categories: (row) => categoriesOf(row['categories']),
  paper(row) {
    const parsed = listOf(row['authors_parsed']).map(nameOf);
    const journal = plainText(row['journal-ref']);
    const conference = /\b(?:proc(?:\.|eedings)|conf(?:\.|erence)|symposium|NeurIPS|NIPS|ICML|ICLR|CVPR|AAAI)\b/i;
    return {
      title: row['title'],
      authors: parsed.some((name) => name !== '') ? parsed : splitNames(textOf(row['authors'])),
      // The id says the year of the first version; `update_date` only when the record was last touched.
      venue: journal === '' ? 'arXiv' : journal,
      type: journal === '' ? 'preprint' : conference.test(journal) ? 'conference' : 'journal',
      arxivId: row['id'],
      doi: row['doi'],
      categories: categoriesOf(row['categories']),
      abstract: row['abstract'],
    };
  },
};
