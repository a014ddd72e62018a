// Bytes of an address, by ranges: only what is asked for is fetched. What a server answers is checked before it is
// used, and a connection that breaks is tried again.
import { filePlace, UnreadableFile } from '../unreadable-file.ts';
import type { ByteSource } from '../readers/reader.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface AddressOptions {
  signal?: AbortSignal;
  /** Waits this many milliseconds; tests do not. */
  wait?: (milliseconds: number) => Promise<void>;
  /** Whether an address may be asked; https only. */
  allows?: (url: string) => boolean;
  /** Redirects are refused: what is asked is what was named. */
  isStrict?: boolean;
  /** How often it is asked at most. */
  turns?: number;
  /** The name shown; the last part of the address as a rule. */
  name?: string;
}

const TURNS = 5;
/** Bytes that `stream` fetches at once. */
const STEP = 4 * 2 ** 20;
/** Maximum bytes of a range: no column of a Parquet row group is larger. */
const MAX_AT_ONCE = 512 * 2 ** 20;

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
export const isHttps = (url: string): boolean => /^https:\/\/[^\s/?#\\@]+(?:[/?#]\S*)?$/.test(url);

/** Gone, forbidden, not found: asking again will not help. */
const isFinal = (status: number): boolean => status >= 400 && status < 500 && status !== 408 && status !== 429;

/** Asks until there is an answer that is worth reading. `read` says what it holds; null is asked for again. */
export async function fetchAnswer<T>(
  fetch: Fetch,
  url: string,
  headers: Record<string, string>,
  options: AddressOptions,
  read: (response: Response) => Promise<T | null>,
): Promise<T> {
  const allows = options.allows ?? isHttps;
  if (!allows(url)) throw new UnreadableFile('address-insecure', url.slice(0, 200));
  const { host } = new URL(url);
  let failure = new UnreadableFile('host-silent', host);
  for (let turn = 0; turn < (options.turns ?? TURNS); turn += 1) {
    if (turn > 0) await (options.wait ?? wait)(500 * 2 ** turn);
    options.signal?.throwIfAborted();
    let response: Response;
    try {
      // No cookies: what is fetched is public, and the host need not know who fetches it.
      response = await fetch(url, {
        headers,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        ...(options.isStrict === true ? { redirect: 'manual' as const } : {}),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      });
    } catch (error) {
      if (options.signal?.aborted === true) throw error;
      continue;
    }
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      await response.body?.cancel();
      throw new UnreadableFile('host-redirect', host);
    }
    if (response.url !== '' && !allows(response.url)) {
      await response.body?.cancel();
      throw new UnreadableFile('address-insecure', response.url.slice(0, 200));
    }
    if (!response.ok) {
      failure = new UnreadableFile('host-status', host, response.status);
      await response.body?.cancel();
      if (isFinal(response.status)) throw failure;
      continue;
    }
    try {
      const answer = await read(response);
      if (answer !== null) return answer;
    } catch (error) {
      if (error instanceof UnreadableFile || options.signal?.aborted === true) throw error;
    }
  }
  throw failure;
}

/** Bytes of a body, and no more than were promised. */
async function bodyOf(response: Response, length: number): Promise<Uint8Array | 'more' | null> {
  const reader = response.body?.getReader();
  if (reader === undefined) return null;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return at === length ? bytes : null;
    if (at + value.length > length) {
      await reader.cancel();
      return 'more';
    }
    bytes.set(value, at);
    at += value.length;
  }
}

interface Range {
  bytes: Uint8Array;
  size: number;
}

/** Bytes [from, to) of an address and its whole size; less at its end. */
async function rangeOf(fetch: Fetch, url: string, from: number, to: number, options: AddressOptions): Promise<Range> {
  const { host } = new URL(url);
  const lies = (): UnreadableFile => new UnreadableFile('host-ranges', host);
  return fetchAnswer(fetch, url, { Range: `bytes=${from}-${to - 1}` }, options, async (response) => {
    const found = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(response.headers.get('content-range') ?? '');
    const [first, last, size] = [Number(found?.[1]), Number(found?.[2]), Number(found?.[3])];
    const right = response.status === 206 && found !== null && first === from && last === Math.min(to, size) - 1;
    const length = last - first + 1;
    const declared = response.headers.get('content-length');
    if (!right || length <= 0 || (declared !== null && Number(declared) !== length)) {
      await response.body?.cancel();
      throw lies();
    }
    const bytes = await bodyOf(response, length);
    if (bytes === 'more') throw lies();
    return bytes === null ? null : { bytes, size };
  });
}

const nameOf = (url: string): string => {
  const last = new URL(url).pathname.split('/').findLast((part) => part !== '');
  return last === undefined ? url : decodeURIComponent(last).slice(0, 200);
};

/** The file at an address. Follows redirects; its size is asked for at once. */
export async function bytesOfAddress(
  url: string,
  fetch: Fetch = globalThis.fetch.bind(globalThis),
  options: AddressOptions = {},
): Promise<ByteSource> {
  const allows = options.allows ?? isHttps;
  if (!URL.canParse(url) || !allows(url)) throw new UnreadableFile('address-insecure', url.slice(0, 200));
  const name = options.name ?? nameOf(url);
  const first = await rangeOf(fetch, url, 0, 65_536, options);
  const { size } = first;
  async function slice(from: number, to: number): Promise<Uint8Array> {
    if (!(from >= 0 && to >= from && to <= size)) throw new UnreadableFile('file-cut', name, filePlace.byte(from));
    if (to <= first.bytes.length) return first.bytes.slice(from, to);
    if (to === from) return new Uint8Array(0);
    if (to - from > MAX_AT_ONCE) throw new UnreadableFile('file-damaged', name, filePlace.byte(from));
    const range = await rangeOf(fetch, url, from, to, options);
    if (range.size !== size) throw new UnreadableFile('file-changed', name);
    return range.bytes;
  }
  return {
    name,
    size,
    slice,
    stream(from = 0) {
      let at = from;
      return new ReadableStream(
        {
          async pull(controller) {
            if (at >= size) {
              controller.close();
              return;
            }
            // The first bytes are here already, and often all that is looked at.
            const end = at < first.bytes.length ? first.bytes.length : Math.min(size, at + STEP);
            controller.enqueue(await slice(at, end));
            at = end;
          },
        },
        // Nothing ahead of what is read.
        { highWaterMark: 0 },
      );
    },
  };
}
