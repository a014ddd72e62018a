// A file on disk as a source of bytes.
import { createReadStream, type ReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ByteSource } from '../../lib/packs/readers/reader.ts';
import { filePlace, UnreadableFile } from '../../lib/packs/unreadable-file.ts';
import { PackError } from './sentence.ts';

/** Web streams of Node lose errors of files that vanish; this hands them on. */
function streamOf(file: ReadStream): ReadableStream<Uint8Array> {
  const chunks = file[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
  return new ReadableStream({
    async pull(controller) {
      const next: IteratorResult<Uint8Array, undefined> = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel() {
      file.destroy();
    },
  });
}

/** Throws `PackError` where there is no such file. */
export async function bytesOfFile(path: string): Promise<ByteSource> {
  const name = basename(path);
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) throw new PackError(`${path} is no file: look at its name.`);
  return {
    name,
    size: found.size,
    async slice(from, to) {
      const bytes = new Uint8Array(Math.max(0, to - from));
      const handle = await open(path);
      try {
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
        if (from < 0 || bytesRead !== to - from) throw new UnreadableFile('file-cut', name, filePlace.byte(from));
        return bytes;
      } finally {
        await handle.close();
      }
    },
    stream: (from = 0) => streamOf(createReadStream(path, { start: from, highWaterMark: 262_144 })),
  };
}
