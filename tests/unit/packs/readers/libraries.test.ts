// Exports of reference managers: what becomes of an entry, and real files of them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOfArray } from '../../../../lib/packs/readers/bytes.ts';
import { recognise } from '../../../../lib/packs/readers/index.ts';
import type { PaperRecord } from '../../../../lib/paper/record.ts';
import { root } from '../../../../tools/project.ts';
import { files } from './fixtures.ts';

async function recordsOf(bytes: Uint8Array, name: string): Promise<{ kind: string; records: PaperRecord[] }> {
  const { format, opened } = await recognise(bytesOfArray(bytes, name));
  const records: PaperRecord[] = [];
  for await (const { rows } of opened.rows()) for (const row of rows) if ('record' in row) records.push(row.record);
  return { kind: format.kind, records };
}

describe('an entry becomes a paper', () => {
  it.each([
    [
      'zotero',
      {
        title: 'Notes on the Engine',
        authors: ['Ada Lovelace', 'Royal Society'],
        year: 1843,
        venue: 'Memoirs',
        volume: '3',
        pages: '666-731',
        type: 'journal',
        arxivId: '2103.00021',
        doi: '10.1000/ada',
        links: ['https://example.org/notes'],
      },
    ],
    [
      'paperpile',
      {
        title: 'Notes on the Engine',
        authors: ['Ada Lovelace'],
        authorIds: ['orcid:0000-0002-1825-0097'],
        year: 1843,
        venue: 'Proceedings of the Engine',
        type: 'conference',
        doi: '10.1000/ada',
      },
    ],
    [
      'papermemory',
      {
        title: 'Notes on the Engine',
        authors: ['Ada Lovelace', 'Charles Babbage'],
        year: 2017,
        venue: 'ICCV',
        arxivId: '1703.10593',
        doi: '10.1000/ada',
        code: [{ url: 'https://github.com/ada/engine' }],
      },
    ],
  ])('of %s', async (kind, wanted) => {
    const read = await recordsOf(files[kind]?.() ?? new Uint8Array(), 'export.json');
    expect(read.kind).toBe(kind);
    expect(read.records).toHaveLength(1);
    expect(read.records[0]).toMatchObject(wanted);
  });
});

const exported = join(root, '../shared/services/exports');

describe.skipIf(!existsSync(exported))('real exports', () => {
  it.each([
    ['papermemory-3-papers-memory.json', 'papermemory', 3],
    ['papermemory-memory.json', 'papermemory', 2],
    ['paperpile.json', 'paperpile', 6],
    ['bbt-json-collections-901.json', 'zotero', 36],
    ['bbt-json-new-types-2496.json', 'zotero', 2],
    ['bbt-json-notes-174.json', 'zotero', 1],
    ['zotero-bbt-csl-1179.csl.json', 'csl', 26],
    ['zotero-csv-header.csv', 'csv', 1],
    ['mendeley-desktop.bib', 'bibtex', 465],
    ['jabref-complex-groups.bib', 'bibtex', 20],
    ['calibre-bibtex-3338.bib', 'bibtex', 1],
    ['scopus.ris', 'ris', 1],
  ])('%s is %s with %i papers', async (file, kind, papers) => {
    const read = await recordsOf(readFileSync(join(exported, file)), file);
    expect(read.kind).toBe(kind);
    expect(read.records).toHaveLength(papers);
  });
});
