// A pack of a publisher's series as a source of bytes, and the description of the series.
import { UnreadableFile } from '../unreadable-file.ts';
import type { PublishedSource } from '../store.ts';
import type { ByteSource } from '../readers/reader.ts';
import { bytesOfAddress, fetchAnswer, isHttps, type AddressOptions, type Fetch } from './address.ts';
import { isChain, MAX_SERIES, readSeries, type PublishedSeries } from './series.ts';

/** Test builds ask a server on this machine. */
const IS_TEST = import.meta.env?.MODE === 'test';

/** Whether packs may be fetched from there. */
export const isSeriesAddress = (url: string): boolean =>
  URL.canParse(url) && (isHttps(url) || (IS_TEST && url.startsWith('http://127.0.0.1:')));

const strictly = (options: AddressOptions): AddressOptions => ({
  ...options,
  allows: options.allows ?? isSeriesAddress,
  isStrict: true,
});

/** Throws `UnreadableFile` where it is not as long as was announced, or its host is not what it was. */
export async function openPublished(
  { url, name, size, sha256 }: PublishedSource,
  fetch: Fetch | undefined,
  options: AddressOptions,
): Promise<ByteSource> {
  const source = await bytesOfAddress(url, fetch, { ...strictly(options), name });
  if (source.size !== size) throw new UnreadableFile('series-length', name);
  return { ...source, sha256 };
}

/** The text of an answer; null where it is longer than a description may be. */
async function shortText(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const part = await reader?.read();
    if (part?.value === undefined) return text + decoder.decode();
    bytes += part.value.length;
    if (bytes > MAX_SERIES) {
      await reader?.cancel();
      return null;
    }
    text += decoder.decode(part.value, { stream: true });
  }
}

/** Throws `UnreadableFile` where the address has no description of packs, or one in which they do not follow each other. */
export async function fetchSeries(
  address: string,
  fetch: Fetch = globalThis.fetch.bind(globalThis),
  options: AddressOptions = {},
): Promise<PublishedSeries> {
  // Somebody waits for it.
  const asked: AddressOptions = { turns: 2, ...strictly(options) };
  return fetchAnswer(fetch, address, { Accept: 'application/json' }, asked, async (response) => {
    const text = await shortText(response);
    const series = text === null ? null : readSeries(text);
    if (series === null) throw new UnreadableFile('series-none', new URL(address).host);
    const wrong = series.fields.find((field) => !isChain(field));
    if (wrong !== undefined) throw new UnreadableFile('series-order', wrong.name);
    return series;
  });
}
