// Says what is in a file: a pack of ours, read and verified to its end, or any file that Byline can import.
import { placeText, rowFailureText } from '../../lib/i18n/failures.ts';
import { isPackFile, loadPackFile } from '../../lib/packs/file.ts';
import { recognise } from '../../lib/packs/readers/index.ts';
import type { ByteSource } from '../../lib/packs/readers/reader.ts';
import { kinds } from '../../lib/packs/shelf.ts';
import { readRecords } from '../../lib/packs/tables/records.ts';
import { bytesOfFile } from './file-source.ts';
import { RowsFile } from './rows-file.ts';
import { PackError } from './sentence.ts';
import { countRecord, countRefused, newTally, number, size, tallyLines } from './tally.ts';

async function packLines(source: ByteSource, file: RowsFile | null): Promise<string[]> {
  const { facts, sizes, pieces } = await loadPackFile(source.stream());
  const tally = newTally();
  for (const { kind, number: block, bytes } of pieces) {
    if (kind !== 'records') continue;
    for (const record of readRecords(bytes)) {
      if (record === null) throw new PackError(`${source.name} has a record in block ${block} that is none.`);
      countRecord(tally, record);
      file?.taken(record);
    }
  }
  if (tally.papers !== sizes.papers)
    throw new PackError(`${source.name} says ${sizes.papers} papers and has ${tally.papers}: make it again.`);
  const weights = kinds.map((kind) => {
    const own = pieces.filter((piece) => piece.kind === kind);
    return `  ${kind.padEnd(10)} ${size(own.reduce((sum, { bytes }) => sum + bytes.length, 0))} in ${number(own.length)}`;
  });
  return [
    `${source.name}: Byline pack, ${size(source.size ?? 0)}`,
    `name         ${facts.name} (${facts.id})`,
    `version      ${facts.version}, made on ${facts.madeOn}`,
    `licence      ${facts.licence === '' ? 'not said' : facts.licence}`,
    `attribution  ${facts.attribution === '' ? 'not said' : facts.attribution}`,
    `made from    ${facts.madeFrom}`,
    `sources      ${facts.sources.map(({ name }) => name).join(', ')}`,
    ...tallyLines(tally),
    `people       ${number(sizes.people)}`,
    'tables',
    ...weights,
  ];
}

async function linesOf(path: string, file: RowsFile | null): Promise<string[]> {
  const source = await bytesOfFile(path);
  if (isPackFile(await source.slice(0, Math.min(8, source.size ?? 0)))) return packLines(source, file);
  const { opened } = await recognise(source);
  const tally = newTally();
  for await (const { rows } of opened.rows())
    for (const row of rows)
      if ('record' in row) {
        countRecord(tally, row.record);
        file?.taken(row.record);
      } else {
        const [reason, at] = [rowFailureText(row.refused), placeText(row.at)];
        countRefused(tally, reason, at);
        file?.refused(reason, at);
      }
  return [`${source.name}: ${opened.what}, ${size(source.size ?? 0)}`, ...tallyLines(tally)];
}

/**
 * Lines for people. Throws `PackError` or `UnreadableFile` for a file that is none.
 * @param json where to write all rows as they were read, and those refused with their reasons
 */
export async function check(path: string, json: string | null = null): Promise<string[]> {
  const file = json === null ? null : new RowsFile(json);
  try {
    return await linesOf(path, file);
  } finally {
    file?.end();
  }
}
