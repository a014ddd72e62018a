// The files of an offer as one source of bytes.
import { UnreadableFile } from '../unreadable-file.ts';
import * as z from 'zod/mini';
import { bytesOfParts } from '../readers/parts.ts';
import type { ByteSource } from '../readers/reader.ts';
import { fetchAnswer, bytesOfAddress, type AddressOptions, type Fetch } from './address.ts';
import { offers } from './offers.ts';

const Tree = z.array(z.object({ type: z.string(), path: z.string() }));
const LONGEST_LISTING = 10_000_000;

export interface OfferOptions extends AddressOptions {
  /** Where to ask instead, for tests. */
  origin?: string;
}

/** The Parquet files of a data set, in order. */
async function filesOf(dataset: string, fetch: Fetch, origin: string, options: AddressOptions): Promise<string[]> {
  const url = `${origin}/api/datasets/${dataset}/tree/main?recursive=true`;
  const listing = await fetchAnswer(fetch, url, { Accept: 'application/json' }, options, async (response) => {
    const text = await response.text();
    if (text.length > LONGEST_LISTING) return [];
    let unparsed: unknown;
    try {
      unparsed = JSON.parse(text);
    } catch {
      return [];
    }
    const parsed = Tree.safeParse(unparsed);
    return parsed.success ? parsed.data : [];
  });
  const files = listing
    .filter(({ type, path }) => type === 'file' && path.endsWith('.parquet') && !path.split('/').includes('..'))
    .map(({ path }) => path)
    .toSorted();
  if (files.length === 0 || files.length > 1000) throw new UnreadableFile('host-no-files', new URL(origin).host);
  return files;
}

/** Ready for `recognise`; bytes come by ranges as they are asked for. Throws `UnreadableFile`. */
export async function openOffer(
  id: string,
  fetch: Fetch = globalThis.fetch.bind(globalThis),
  options: OfferOptions = {},
): Promise<ByteSource> {
  const offer = offers.find((one) => one.id === id);
  if (offer === undefined) throw new UnreadableFile('host-no-files', id);
  const { origin = `https://${offer.host}`, ...rest } = options;
  const files = offer.files ?? (await filesOf(offer.dataset, fetch, origin, rest));
  const parts: ByteSource[] = [];
  for (const file of files) {
    const path = file.split('/').map(encodeURIComponent).join('/');
    parts.push(await bytesOfAddress(`${origin}/datasets/${offer.dataset}/resolve/main/${path}`, fetch, rest));
  }
  return bytesOfParts(offer.page, parts);
}
