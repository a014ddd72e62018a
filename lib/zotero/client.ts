// Zotero on this machine: its connector takes papers, its local API says which ones it has. Every request is written into
// the log before it goes out. How it answers: github.com/zotero/zotero, server_connector.js and server_localAPI.js.
import * as z from 'zod/mini';
import type { FailureCode } from '../failures/failure.ts';
import { ZOTERO_HOST } from './address.ts';
import type { ZoteroItem } from './item.ts';
import type { ZoteroKnown } from './keys.ts';

/** `closed`: nobody answers; `off`: its local API is; `locked`: its open library can't be changed; `old`: it wants a newer
 *  connector; `odd`: an answer that is none of Zotero's; `large`: more than is read. */
export type ZoteroProblem = Extract<FailureCode, `zotero-${string}`>;

export class ZoteroError extends Error {
  override name = 'ZoteroError';
  readonly problem: ZoteroProblem;
  constructor(problem: ZoteroProblem) {
    super(problem);
    this.problem = problem;
  }
}

export interface ZoteroPorts {
  fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Writes that a request goes out now; what it answers is called with what became of it. */
  log: (name: 'items' | 'library') => Promise<(end: { bytes: number; answer: number | string }) => Promise<void>>;
  /** Names one sending: Zotero takes each name once. */
  session: () => string;
  /** Milliseconds that an answer may take. */
  patience?: number;
}

export const ZOTERO = `http://${ZOTERO_HOST}`;

/** Items of one answer of its local API, and maximum answers: a library of 100,000. */
const PAGE = 500;
const MAX_PAGES = 200;
/** Maximum bytes of one answer. */
const MAX_ANSWER = 30_000_000;
const PATIENCE_MS = 20_000;

/** Zotero drops what a browser sends without these. */
const headers = { 'X-Zotero-Connector-API-Version': '3', 'Zotero-Allowed-Request': 'true' };

interface Answered {
  status: number;
  text: string;
}

async function request(
  { fetch: send, log, patience = PATIENCE_MS }: ZoteroPorts,
  name: 'items' | 'library',
  path: string,
  body?: string,
): Promise<Answered> {
  const end = await log(name);
  let status: number | string = 'zotero-closed';
  let bytes = 0;
  try {
    const response = await send(ZOTERO + path, {
      ...(body === undefined
        ? { headers }
        : { method: 'POST', body, headers: { ...headers, 'Content-Type': 'application/json' } }),
      // Another address than the one asked for is somebody else's.
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    }).catch(() => {
      throw new ZoteroError('zotero-closed');
    });
    status = response.status;
    const text = await bounded(response);
    bytes = text.length;
    return { status: response.status, text };
  } finally {
    await end({ bytes, answer: status });
  }
}

async function bounded(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new ZoteroError('zotero-closed');
    });
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > MAX_ANSWER) {
      await reader.cancel().catch(() => undefined);
      throw new ZoteroError('zotero-large');
    }
  }
}

function problemOf({ status, text }: Answered): ZoteroProblem {
  if (status === 403 && /local api/iu.test(text)) return 'zotero-off';
  if (/"libraryEditable"\s*:\s*false/u.test(text)) return 'zotero-locked';
  return /CONNECTOR_VERSION_OUTDATED/u.test(text) ? 'zotero-old' : 'zotero-odd';
}

/** Sends papers, `MAX_SENT_AT_ONCE` at most, into the collection that is open in Zotero. Throws `ZoteroError`. */
export async function sendItems(ports: ZoteroPorts, items: readonly ZoteroItem[]): Promise<void> {
  const body = { sessionID: ports.session(), uri: items[0]?.['url'] ?? 'https://arxiv.org/', items };
  const answered = await request(ports, 'items', '/connector/saveItems', JSON.stringify(body));
  if (answered.status !== 201) throw new ZoteroError(problemOf(answered));
}

const LocalItems = z.array(
  z.object({
    data: z.looseObject({
      title: z.optional(z.string()),
      DOI: z.optional(z.string()),
      url: z.optional(z.string()),
      archiveID: z.optional(z.string()),
      extra: z.optional(z.string()),
    }),
  }),
);

/** All papers of the reader's own library in Zotero, a part after the other. Throws `ZoteroError`. */
export async function itemsOfZotero(ports: ZoteroPorts): Promise<ZoteroKnown[]> {
  const known: ZoteroKnown[] = [];
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const query = `limit=${PAGE}&start=${page * PAGE}&sort=dateAdded&direction=asc`;
    const answered = await request(ports, 'library', `/api/users/0/items/top?${query}`);
    if (answered.status !== 200) throw new ZoteroError(problemOf(answered));
    const items = parsedItems(answered.text);
    for (const { data } of items)
      known.push({
        title: data.title ?? '',
        texts: [data.DOI, data.url, data.archiveID, data.extra].flatMap((text) => text ?? []),
      });
    if (items.length < PAGE) break;
  }
  return known;
}

function parsedItems(text: string): z.infer<typeof LocalItems> {
  try {
    return LocalItems.parse(JSON.parse(text));
  } catch {
    throw new ZoteroError('zotero-odd');
  }
}
