// The files that the list is written as; loaded when one is asked for.
import type { Entry } from '../../lib/library/schema.ts';
import { bibtexOfListed } from '../../lib/views/cite/bibtex-list.ts';
import { cslOfListed } from '../../lib/views/cite/csl.ts';
import { csvOfSaved, type SavedPaper } from '../../lib/views/cite/csv-list.ts';
import { listedPaper } from '../../lib/views/cite/listed-paper.ts';
import { markdownOfListed } from '../../lib/views/cite/markdown-list.ts';
import { risOfListed } from '../../lib/views/cite/ris.ts';
import type { ExportKind } from './export-panel.tsx';

export interface ListFile {
  text: string;
  name: string;
  type: string;
}

const savedOf = (entry: Entry): SavedPaper => ({
  ...listedPaper(entry),
  status: entry.status,
  starred: entry.starred ?? false,
  addedAt: entry.addedAt,
  changedAt: entry.changedAt,
  readAt: entry.readAt,
});

/** What is passed on names no machine. */
function withoutStamps(entry: Entry): Record<string, unknown> {
  const { stamps: _, ...others } = entry;
  return others;
}

type Kind = Readonly<{ ending: string; type: string; write: (entries: readonly Entry[]) => string }>;
const kinds: Readonly<Record<ExportKind, Kind>> = {
  BibTeX: { ending: 'bib', type: 'text/plain', write: (entries) => bibtexOfListed(entries.map(listedPaper)) },
  RIS: { ending: 'ris', type: 'text/plain', write: (entries) => risOfListed(entries.map(listedPaper)) },
  'CSL-JSON': {
    ending: 'csl.json',
    type: 'application/json',
    write: (entries) => cslOfListed(entries.map(listedPaper)),
  },
  Markdown: { ending: 'md', type: 'text/markdown', write: (entries) => markdownOfListed(entries.map(listedPaper)) },
  CSV: { ending: 'csv', type: 'text/csv', write: (entries) => csvOfSaved(entries.map(savedOf)) },
  JSON: {
    ending: 'json',
    type: 'application/json',
    write: (entries) => `${JSON.stringify(entries.map(withoutStamps), null, 1)}\n`,
  },
};

export function listFile(kind: ExportKind, entries: readonly Entry[]): ListFile {
  const { ending, type, write } = kinds[kind];
  return { text: write(entries), name: `reading-list.${ending}`, type };
}
