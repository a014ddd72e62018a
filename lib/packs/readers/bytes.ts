// Bytes of a blob and of memory as a source. Those of an address are `lib/packs/remote/address.ts`.
import { filePlace, UnreadableFile } from '../unreadable-file.ts';
import type { ByteSource } from './reader.ts';

/** A file that the reader chose, or one that the store keeps. */
export function bytesOfBlob(blob: Blob, name: string): ByteSource {
  return {
    name,
    size: blob.size,
    async slice(from, to) {
      if (from < 0 || to > blob.size || from > to)
        throw new UnreadableFile('file-cut', name, filePlace.byte(Math.max(0, from)));
      return new Uint8Array(await blob.slice(from, to).arrayBuffer());
    },
    stream: (from = 0) => blob.slice(from).stream(),
  };
}

/** Bytes that are in memory already. */
export function bytesOfArray(bytes: Uint8Array, name: string): ByteSource {
  return {
    name,
    size: bytes.length,
    slice: (from, to) =>
      from < 0 || to > bytes.length || from > to
        ? Promise.reject(new UnreadableFile('file-cut', name, filePlace.byte(Math.max(0, from))))
        : Promise.resolve(bytes.subarray(from, to)),
    stream(from = 0) {
      let at = from;
      return new ReadableStream({
        pull(controller) {
          if (at >= bytes.length) controller.close();
          else controller.enqueue(bytes.subarray(at, Math.min(bytes.length, at + 65_536)));
          at += 65_536;
        },
      });
    },
  };
}
