// One request to arXiv and what came of it. GET without cookies or a referrer, no redirects, within limits of time and
// size. Never throws for what a server sends.
import type { Failure } from '../failures/failure.ts';
import type { Fetch } from '../packs/remote/address.ts';
import type { Outcome } from './pace.ts';
import { UnreadableXml, type XmlFault } from './xml.ts';

/** What reads an answer as it comes; both throw `UnreadableXml`. */
export interface AnswerReader<T> {
  write: (part: string) => void;
  close: () => T;
}

export type Asked<T> = { outcome: Outcome; bytes: number; answer: number | string } & (
  | { value: T; failure: null }
  | { value: null; failure: Failure }
);

export interface AskLimits {
  /** Milliseconds for the whole answer. The server's cache gives up after 180 s, with an answer. */
  milliseconds: number;
  bytes: number;
}

export const askLimits: AskLimits = { milliseconds: 240_000, bytes: 64 << 20 };

/** "12", or a date; null where it says nothing of use. */
function retryAfter(response: Response, now: number): number | null {
  const written = response.headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,7}$/.test(written)) return Number(written) * 1_000;
  const time = Date.parse(written);
  return Number.isNaN(time) ? null : Math.max(0, time - now);
}

const codes = {
  html: 'harvest-html',
  cut: 'harvest-cut',
  large: 'harvest-large',
  damaged: 'harvest-damaged',
} as const satisfies Record<XmlFault, Failure['code']>;

/** Too large: the connection is closed. */
class TooLarge extends Error {}

async function readBody<T>(
  response: Response,
  reader: AnswerReader<T>,
  limits: AskLimits,
  count: (bytes: number) => void,
): Promise<T> {
  const body = response.body?.getReader();
  // Not fatal: a letter that is none is no reason to lose a page of papers.
  const decoder = new TextDecoder();
  let bytes = 0;
  try {
    for (;;) {
      const part = await body?.read();
      if (part?.value === undefined) break;
      bytes += part.value.length;
      count(bytes);
      if (bytes > limits.bytes) throw new TooLarge();
      reader.write(decoder.decode(part.value, { stream: true }));
    }
    reader.write(decoder.decode());
    return reader.close();
  } catch (error) {
    await body?.cancel().catch(() => undefined);
    throw error;
  }
}

/** Asks once. `now`: for dates that a server gives. */
export async function askArxiv<T>(
  url: string,
  reader: AnswerReader<T>,
  {
    fetch,
    now,
    limits = askLimits,
    signal,
  }: { fetch: Fetch; now: () => number; limits?: AskLimits; signal?: AbortSignal },
): Promise<Asked<T>> {
  const { host } = new URL(url);
  let bytes = 0;
  const refused = (failure: Failure, wait: number | null = null): Asked<T> => ({
    outcome: { refused: wait },
    bytes,
    answer: failure.code,
    value: null,
    failure,
  });
  const late = AbortSignal.timeout(limits.milliseconds);
  const ends = signal === undefined ? late : AbortSignal.any([late, signal]);
  try {
    const response = await fetch(url, {
      method: 'GET',
      // A redirect is an answer of its own: it may lead to another host, or to http.
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: ends,
    });
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      await response.body?.cancel();
      return refused({ code: 'harvest-redirect', args: [host] });
    }
    if (!response.ok) {
      const { status } = response;
      const wait = retryAfter(response, now());
      await response.body?.cancel();
      return { ...refused({ code: 'harvest-status', args: [host, status] }, wait), answer: status };
    }
    const value = await readBody(response, reader, limits, (count) => {
      bytes = count;
    });
    return { outcome: 'answered', bytes, answer: response.status, value, failure: null };
  } catch (error) {
    if (signal?.aborted === true) throw error;
    if (error instanceof UnreadableXml) return refused({ code: codes[error.fault], args: [host] });
    if (error instanceof TooLarge) return refused({ code: 'harvest-large', args: [host] });
    return refused({ code: 'harvest-silent', args: [host] });
  }
}
