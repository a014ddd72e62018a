// A catalog's further papers as a pack file, as a reader would import one.
import { writeFileSync } from 'node:fs';
import { buildPack } from '../../lib/packs/build.ts';
import { writePackFile } from '../../lib/packs/file.ts';
import { cleanNames } from '../../lib/paper/names/author-list.ts';
import type { PackFacts, PaperRecord } from '../../lib/paper/record.ts';
import type { Catalog, Paper } from './catalog.ts';

const facts = (name: string): PackFacts => ({
  id: name
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 40),
  name,
  version: '1',
  licence: 'as their sources say',
  attribution: 'for measurements',
  madeFrom: 'titles for measurements',
  madeOn: '2026-11-20',
  sources: [{ id: 'accuracy', name: 'titles for measurements', what: 'titles for measurements', kind: 'document' }],
});

/** Names as an import would read them; without what a record does not allow: names and years that are none. */
function recordOf({ id, titles, authors: written, year, arxivId, doi }: Paper): PaperRecord {
  const authors = cleanNames(written);
  return {
    id,
    title: (titles[0] ?? '').slice(0, 2000),
    ...(authors.length === 0 ? {} : { authors }),
    ...(year === null || year < 1500 || year > 2200 ? {} : { year }),
    ...(arxivId === null ? {} : { arxivId }),
    ...(doi === null ? {} : { doi }),
  };
}

/** Writes the pack; `file` ends in `.byline`. */
export async function writeCatalogPack({ name, further }: Catalog, file: string): Promise<void> {
  const built = await buildPack(facts(name), further.map(recordOf));
  writeFileSync(file, writePackFile(built));
}
