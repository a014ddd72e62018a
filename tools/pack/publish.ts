// Packs by field for any static host, with a description of them. What was published in the same folder before stays, and
// what is new or changed since becomes a pack that adds to it.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fieldGroups } from '../../lib/harvest/fields.ts';
import { categoriesOfSets } from '../../lib/harvest/sets.ts';
import { buildPack } from '../../lib/packs/build.ts';
import { loadPackFile, packFileParts } from '../../lib/packs/file.ts';
import { openAs } from '../../lib/packs/readers/index.ts';
import type { Opened } from '../../lib/packs/readers/reader.ts';
import {
  isChain,
  PublishedSeries,
  readSeries,
  SERIES_FORMAT,
  type PublishedField,
  type PublishedPack,
} from '../../lib/packs/remote/series.ts';
import { extraLine, readExtraLines } from '../../lib/packs/tables/extras.ts';
import { lineOf, readRecords } from '../../lib/packs/tables/records.ts';
import { PackFacts, type PaperRecord } from '../../lib/paper/record.ts';
import { hashOf } from '../../lib/text/string-hash.ts';
import { rowsOfField, sortByField, type FieldRow, type WantedField } from './field-rows.ts';
import { bytesOfFile } from './file-source.ts';
import { PackError } from './sentence.ts';
import { newTally, number as written, size, tallyLines } from './tally.ts';

export interface PublishOptions {
  from: string;
  files: readonly string[];
  /** A folder. */
  out: string;
  /** Ids of groups or of categories; all groups where none is given. */
  fields?: readonly string[] | undefined;
  name?: string | undefined;
  licence?: string | undefined;
  attribution?: string | undefined;
  /** ISO date. */
  madeOn: string;
}

const DESCRIPTION = 'series.json';
/** Maximum packs that add to a whole one; with more of them a whole one is made. */
const MAX_ADDED = 8;

/** The fields of these ids. Throws `PackError` where there is none of a name. */
export function wantedFields(ids: readonly string[] | undefined): WantedField[] {
  const groups = fieldGroups.map(({ id, name, categories }) => ({
    id,
    name,
    categories: categoriesOfSets(categories.map(({ set }) => set)),
  }));
  if (ids === undefined) return groups;
  const single = fieldGroups.flatMap(({ categories }) =>
    categories.map(({ id, name, set }) => ({
      id: id.toLowerCase().replaceAll('.', '-'),
      named: id,
      name: `${name} (${id})`,
      categories: categoriesOfSets([set]),
    })),
  );
  return ids.map((wanted) => {
    const found = groups.find(({ id }) => id === wanted) ?? single.find(({ named }) => named === wanted);
    if (found === undefined)
      throw new PackError(
        `There is no field ${wanted}. Groups: ${groups.map(({ id }) => id).join(', ')}; or a category.`,
      );
    const { id, name, categories } = found;
    return { id, name, categories };
  });
}

const markOf = (record: PaperRecord, extra: string): string => hashOf(`${lineOf(record)}\n${extra}`).join(' ');

/** What is published of a field, by paper: a mark of its newest record. */
async function publishedMarks(folder: string, packs: readonly PublishedPack[]): Promise<Map<string, string>> {
  const marks = new Map<string, string>();
  for (const { file, sha256, bytes } of packs) {
    const path = join(folder, file);
    if (!existsSync(path))
      throw new PackError(`${path} is gone, and ${DESCRIPTION} names it: publish in another folder.`);
    const content = readFileSync(path);
    if (content.length !== bytes || createHash('sha256').update(content).digest('hex') !== sha256)
      throw new PackError(`${path} is not what ${DESCRIPTION} says: publish in another folder.`);
    const { pieces } = await loadPackFile(new Blob([content]).stream());
    const texts = new Map(
      pieces.flatMap(({ kind, number, bytes: block }) => (kind === 'abstracts' ? [[number, block]] : [])),
    );
    for (const { kind, number, bytes: block } of pieces) {
      if (kind !== 'records') continue;
      const extras = texts.get(number);
      const lines = extras === undefined ? [] : readExtraLines(extras);
      for (const [place, record] of readRecords(block).entries())
        if (record !== null) marks.set(record.id, markOf(record, lines[place] ?? ''));
    }
  }
  return marks;
}

/** Rows that are not published as they are. */
async function* newRows(rows: AsyncIterable<FieldRow>, marks: ReadonlyMap<string, string>): AsyncGenerator<FieldRow> {
  for await (const row of rows) if (marks.get(row.record.id) !== markOf(row.record, extraLine(row))) yield row;
}

interface Made {
  pack: PublishedPack;
  /** Its line for people. */
  said: string;
}

/** Writes a pack; null where there is no paper for it. */
async function writePack(
  rows: AsyncIterable<FieldRow>,
  facts: PackFacts,
  { folder, file, number, after }: { folder: string; file: string; number: number; after: number | null },
): Promise<Made | null> {
  const built = await buildPack(facts, rows);
  if (built.sizes.papers === 0) return null;
  const path = join(folder, file);
  const half = `${path}.part`;
  const open = openSync(half, 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for (const part of packFileParts(built)) {
      writeSync(open, part);
      hash.update(part);
      bytes += part.length;
    }
  } finally {
    closeSync(open);
  }
  renameSync(half, path);
  const { papers } = built.sizes;
  return {
    pack: {
      number,
      after,
      file,
      papers,
      bytes,
      sha256: hash.digest('hex'),
      licence: facts.licence,
      date: facts.madeOn,
    },
    said: `${file}: ${written(papers)} papers, ${size(bytes)}${after === null ? '' : `, adds to ${after}`}`,
  };
}

function earlierSeries(folder: string): PublishedSeries | null {
  const path = join(folder, DESCRIPTION);
  if (!existsSync(path)) return null;
  const series = readSeries(readFileSync(path, 'utf8'));
  if (series === null || !series.fields.every(isChain))
    throw new PackError(`${path} is no description of packs: publish in another folder.`);
  return series;
}

/** Writes packs and their description, and answers what to print. The description comes last: until then readers see what
 *  was published before. */
export async function publish(options: PublishOptions): Promise<string[]> {
  const { out, madeOn } = options;
  const fields = wantedFields(options.fields);
  const all: Opened[] = [];
  for (const path of options.files) all.push(await openAs(options.from, await bytesOfFile(path)));
  const [first] = all;
  if (first === undefined) throw new PackError('There is no file to publish from.');
  const before = earlierSeries(out);
  mkdirSync(out, { recursive: true });
  const number = (before?.number ?? 0) + 1;
  const name = options.name ?? before?.name ?? first.facts.name;
  const rows = mkdtempSync(join(tmpdir(), 'byline-publish-'));
  const tally = newTally();
  const made: PublishedField[] = [];
  const said: string[] = [];
  try {
    const counts = await sortByField(all, fields, rows, tally);
    for (const { id, name: field } of fields) {
      const published = before?.fields.find((one) => one.id === id)?.packs ?? [];
      if ((counts.get(id) ?? 0) === 0) {
        if (published.length > 0) made.push({ id, name: field, packs: published });
        continue;
      }
      const isWhole = published.length === 0 || published.length > MAX_ADDED;
      const facts = PackFacts.safeParse({
        ...first.facts,
        id: `field-${id}`,
        name: `${name}: ${field}`,
        licence: options.licence ?? first.facts.licence,
        attribution: options.attribution ?? first.facts.attribution,
        version: `${number}`,
        madeOn,
      });
      if (!facts.success) throw new PackError('Name, licence or attribution is too long: shorten it.');
      const one = await writePack(
        newRows(rowsOfField(rows, id), isWhole ? new Map() : await publishedMarks(out, published)),
        facts.data,
        {
          folder: out,
          file: `${id}-${number}.byline`,
          number,
          after: isWhole ? null : (published.at(-1)?.number ?? null),
        },
      );
      made.push({ id, name: field, packs: one === null ? published : [...(isWhole ? [] : published), one.pack] });
      said.push(one?.said ?? `${id}: nothing new`);
    }
    // Fields that were not asked for this time.
    for (const field of before?.fields ?? []) if (!made.some(({ id }) => id === field.id)) made.push(field);
    if (made.length === 0)
      throw new PackError(`There is no paper of these fields in ${options.files.join(', ')}: nothing was written.`);
    const series = PublishedSeries.parse({ format: SERIES_FORMAT, name, number, date: madeOn, fields: made });
    const path = join(out, DESCRIPTION);
    writeFileSync(`${path}.part`, `${JSON.stringify(series, null, 1)}\n`);
    renameSync(`${path}.part`, path);
    return [`${path}: ${name}, publication ${number}`, ...said, ...tallyLines(tally)];
  } finally {
    rmSync(rows, { recursive: true, force: true });
  }
}
