// The seed files into the pack that ships with the extension: an ordinary pack, imported like any
// other. Pure; reading the files is `tools/bundle-files.ts`.
import { findConflicts, type Conflict } from './conflicts.ts';
import { compileSeeds } from './compile.ts';
import { titleOf, type Pack, type Paper } from '../paper/schema.ts';
import { readSeeds, type SeedFile } from './files.ts';
import { buildPack, type BuiltPack } from '../packs/build.ts';
import type { PaperRecord } from '../paper/record.ts';

interface Counts {
  documents: number;
  entries: number;
  papers: number;
  people: number;
  spellings: number;
  withArxivId: number;
  withRepository: number;
  withSupplement: number;
}

export interface Bundle {
  pack: Pack;
  conflicts: Conflict[];
  counts: Counts;
}

/** 53 bits of a text, as 14 hexadecimal digits (cyrb53). A version mark, no protection. */
export function contentHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}

/**
 * Checks the seed files and compiles them to one pack. The version is made from the content, so it changes exactly when a record does.
 * Throws `SeedError` for a bad record.
 */
export function compilePack(files: readonly SeedFile[]): Bundle {
  const seeds = readSeeds(files);
  const { papers, people } = compileSeeds(seeds);
  const content = { ...seeds.pack, sources: [...seeds.sources], papers, people };
  const withKind = (kind: string): number =>
    papers.filter(({ code }) => code.some((link) => link.kind === kind)).length;
  return {
    pack: { format: 1, ...content, version: contentHash(JSON.stringify(content)) },
    conflicts: findConflicts(papers),
    counts: {
      documents: seeds.documents.length,
      entries: seeds.documents.reduce((sum, { entries }) => sum + entries.length, 0),
      papers: papers.length,
      people: people.length,
      spellings: new Set(papers.flatMap(({ authors }) => authors.map(({ name }) => name))).size,
      withArxivId: papers.filter(({ arxivId }) => arxivId !== null).length,
      withRepository: withKind('repository'),
      withSupplement: withKind('supplement'),
    },
  };
}

/** A paper with everything known of it, as a pack's record. */
export function recordOfPaper(paper: Paper): PaperRecord {
  const [, ...others] = paper.titles.map(({ value }) => value);
  const [year] = paper.years;
  const [venue] = paper.venues;
  return {
    id: paper.id,
    title: titleOf(paper),
    ...(others.length > 0 ? { otherTitles: others } : {}),
    authors: paper.authors.map(({ name }) => name),
    ...(year === undefined ? {} : { year: year.value }),
    ...(venue === undefined ? {} : { venue: venue.value }),
    ...(paper.type === null ? {} : { type: paper.type }),
    ...(paper.arxivId === null ? {} : { arxivId: paper.arxivId }),
    ...(paper.doi === null ? {} : { doi: paper.doi.toLowerCase() }),
    full: paper,
  };
}

/** Papers and people with everything known of them as a pack like any other. */
export function buildSeedPack({ format: _format, papers, people, ...facts }: Pack): Promise<BuiltPack> {
  return buildPack(facts, papers.map(recordOfPaper), people);
}
