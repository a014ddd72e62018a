// PaperMemory's memory: one object, an entry for each paper under its id.
import { cleanArxivId, cleanDoi } from '../../paper/identifiers.ts';
import { splitNames } from '../../paper/names/author-list.ts';
import { plainText } from '../../paper/plain-text.ts';
import { factsOfFile } from './csl.ts';
import { isRow, textOf, type TableKind } from './table.ts';

/** "Arxiv-1703.10593", "ACL-ACL-2020_2020.acl-main.405" */
const ID = /^[A-Z][A-Za-z]{1,20}-\S{2,200}$/u;

/** The DOI that the kept BibTeX entry has. */
const doiIn = (bibtex: string): string =>
  /\bdoi\s{0,20}=\s{0,20}[{"]{1,2}([^{}"\s]{6,200})/iu.exec(bibtex.slice(0, 20_000))?.[1] ?? '';

export const paperMemoryTable: TableKind = {
  kind: 'papermemory',
  what: 'PaperMemory',
  facts: (name) => factsOfFile(name, 'PaperMemory'),
  columns: [],
  fits: (keys) =>
    keys.has('__dataVersion') ||
    (keys.has('pdfLink') && keys.has('bibtex')) ||
    (keys.size > 0 && [...keys].every((key) => ID.test(key))),
  inner: (row) => ('pdfLink' in row ? null : Object.values(row).filter((value) => isRow(value) && 'title' in value)),
  paper(row) {
    // Earlier versions wrote it as `conf`, and arXiv too.
    const said = plainText(row['venue'] ?? row['conf']);
    const venue = said === 'arXiv' ? '' : said;
    const pdf = textOf(row['pdfLink']);
    const authors = textOf(row['author']);
    const arxivId = [row['id'], pdf, textOf(row['id']).replace(/^arxiv-/iu, '')]
      .map(cleanArxivId)
      .find((id) => id !== null);
    return {
      title: row['title'],
      authors: authors === 'Anonymous' ? [] : splitNames(authors),
      year: row['year'],
      venue: venue === '' && arxivId !== undefined ? 'arXiv' : venue,
      type: venue === '' && arxivId !== undefined ? 'preprint' : null,
      arxivId,
      doi: cleanDoi(doiIn(textOf(row['bibtex']))),
      code: [{ url: row['codeLink'] }],
      links: [pdf],
    };
  },
};
