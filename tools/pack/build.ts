// Makes a pack file of files of papers, with the builders of the extension.
import { placeText, rowFailureText } from '../../lib/i18n/failures.ts';
import { open, rm } from 'node:fs/promises';
import { buildPack } from '../../lib/packs/build.ts';
import { packFileParts } from '../../lib/packs/file.ts';
import { packId } from '../../lib/packs/pack-id.ts';
import { openAs } from '../../lib/packs/readers/index.ts';
import type { Opened } from '../../lib/packs/readers/reader.ts';
import type { PaperExtra } from '../../lib/packs/tables/extras.ts';
import { PackFacts, PaperRecord } from '../../lib/paper/record.ts';
import { bytesOfFile } from './file-source.ts';
import { PackError } from './sentence.ts';
import { countRecord, countRefused, newTally, size, tallyLines, type Tally } from './tally.ts';

export interface BuildOptions {
  from: string;
  files: readonly string[];
  out: string;
  name?: string | undefined;
  licence?: string | undefined;
  attribution?: string | undefined;
  version?: string | undefined;
  /** ISO date; today as a rule. */
  madeOn: string;
}

type Row = { record: PaperRecord } & PaperExtra;

async function* recordsOf(all: readonly Opened[], tally: Tally): AsyncGenerator<Row> {
  for (const opened of all)
    for await (const { rows } of opened.rows())
      for (const row of rows) {
        if ('refused' in row) {
          countRefused(tally, rowFailureText(row.refused), placeText(row.at));
          continue;
        }
        const parsed = PaperRecord.safeParse(row.record);
        if (parsed.success) {
          countRecord(tally, parsed.data);
          yield { ...row, record: parsed.data };
        } else countRefused(tally, 'Its facts are not those of a paper.', row.record.id);
      }
}

function factsOf(all: readonly Opened[], options: BuildOptions): PackFacts {
  const [first] = all;
  if (first === undefined) throw new PackError('There is no file to build from.');
  const name = options.name ?? first.facts.name;
  const facts = PackFacts.safeParse({
    ...first.facts,
    id: packId(name),
    name,
    licence: options.licence ?? first.facts.licence,
    attribution: options.attribution ?? first.facts.attribution,
    version: options.version ?? options.madeOn,
    madeOn: options.madeOn,
  });
  if (!facts.success) throw new PackError('Name, licence, attribution or version is too long: shorten it.');
  return facts.data;
}

/** Writes the pack and answers what to print. Throws `PackError` or `UnreadableFile`; nothing is written then. */
export async function build(options: BuildOptions): Promise<string[]> {
  const all: Opened[] = [];
  for (const path of options.files) all.push(await openAs(options.from, await bytesOfFile(path)));
  const facts = factsOf(all, options);
  const tally = newTally();
  const built = await buildPack(facts, recordsOf(all, tally));
  if (tally.papers === 0) throw new PackError(`There is no paper in ${options.files.join(', ')}: nothing was written.`);
  const file = await open(options.out, 'w').catch(() => null);
  if (file === null) throw new PackError(`${options.out} cannot be written: choose another place.`);
  let bytes = 0;
  try {
    for (const part of packFileParts(built)) {
      await file.write(part);
      bytes += part.length;
    }
  } catch (error) {
    await rm(options.out, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  const joined = tally.papers - built.sizes.papers;
  return [
    `${options.out}: ${facts.name} (${facts.id}), ${size(bytes)}, from ${all.map(({ what }) => what).join(', ')}`,
    ...tallyLines(tally),
    ...(joined > 0 ? [`joined       ${joined} rows that name a paper again`] : []),
  ];
}
