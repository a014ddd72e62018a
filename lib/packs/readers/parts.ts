// Several files of one data set, read one after the other as one.
import { filePlace, UnreadableFile } from '../unreadable-file.ts';
import type { Batch, ByteSource, Opened } from './reader.ts';

/** One source of many files. Its bytes are those of the files in order; readers look at the parts. */
export function bytesOfParts(name: string, parts: readonly ByteSource[]): ByteSource {
  const [first] = parts;
  if (first === undefined) throw new UnreadableFile('file-empty', name);
  if (parts.length === 1) return first;
  const size = parts.reduce(
    (sum: number | null, part) => (sum === null || part.size === null ? null : sum + part.size),
    0,
  );
  return {
    name,
    size,
    parts,
    // Only to see what the first one is.
    slice: (from, to) =>
      first.size !== null && to > first.size
        ? Promise.reject(new UnreadableFile('file-cut', name, filePlace.byte(from)))
        : first.slice(from, to),
    stream: (from) => first.stream(from),
  };
}

interface Position {
  file: number;
  /** Which file that was: the names of a data set's files change. */
  name: string;
  inner: unknown;
}

function positionOf(resume: unknown): Position {
  const whole =
    typeof resume === 'object' && resume !== null && 'file' in resume && 'name' in resume && 'inner' in resume;
  return whole && Number.isSafeInteger(resume.file) && typeof resume.name === 'string'
    ? { file: Number(resume.file), name: resume.name, inner: resume.inner }
    : { file: 0, name: '', inner: undefined };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Opens each part and reads them as one. */
export async function openParts(
  source: ByteSource,
  parts: readonly ByteSource[],
  open: (part: ByteSource) => Promise<Opened>,
): Promise<Opened> {
  const opened: Opened[] = [];
  for (const part of parts) opened.push(await open(part));
  const [first] = opened;
  if (first === undefined) throw new UnreadableFile('file-empty', source.name);
  const sizes = parts.map(({ size }) => size ?? 0);
  async function* rows(resume?: unknown, keep?: readonly string[]): AsyncGenerator<Batch> {
    const from = positionOf(resume);
    if (from.name !== '' && parts[from.file]?.name !== from.name) throw new UnreadableFile('file-changed', source.name);
    for (const [file, part] of opened.entries()) {
      if (file < from.file) continue;
      const before = sumOf(sizes.slice(0, file));
      for await (const batch of part.rows(file === from.file ? from.inner : undefined, keep)) {
        const name = parts[file]?.name ?? '';
        yield { rows: batch.rows, read: before + batch.read, resume: { file, name, inner: batch.resume } };
      }
    }
  }
  const totals = opened.map(({ total }) => total).filter((total) => total !== null);
  return {
    what: first.what,
    facts: { ...first.facts, madeFrom: source.name.slice(0, 500) },
    total: totals.length === opened.length ? sumOf(totals) : null,
    rows,
  };
}
