// Zotero on this machine: its connector takes papers, its local API says which ones it has. Every request is written into
// the log before it goes out. How it answers: github.com/zotero/zotero, server_connector.js and server_localAPI.js.
import * as z from 'zod/mini';
import type { ZoteroItem } from './item.ts';

/** `closed`: nobody answers; `off`: its local API is; `locked`: its open library can't be changed; `old`: it wants a newer
 *  connector; `odd`: an answer that is none of Zotero's; `large`: more than is read. */
export type ZoteroProblem = 'closed' | 'off' | 'locked' | 'old' | 'odd' | 'large';

export class ZoteroError extends Error {
  override name = 'ZoteroError';
  readonly problem: ZoteroProblem;
  constructor(problem: ZoteroProblem) {
    super(problem);
    this.problem = problem;
  }
}

export interface ZoteroPorts {
  fetch: typeof fetch;
  /** Writes that a request goes out now; what it answers is called with what became of it. */
  log: (name: 'items' | 'library') => Promise<(end: { bytes: number; answer: number | string }) => Promise<void>>;
  /** Names one sending: Zotero takes each name once. */
  session: () => string;
}

export const ZOTERO = 'http://127.0.0.1:23119';

/** Papers of one sending: Zotero writes each before it answers. */
const MAX_SENT_AT_ONCE = 50;
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
  { fetch: send, log }: ZoteroPorts,
  name: 'items' | 'library',
  path: string,
  init: RequestInit = {},
): Promise<Answered> {
  const end = await log(name);
  let status: number | string = 'failed';
  let bytes = 0;
  try {
    const response = await send(ZOTERO + path, {
      ...init,
      headers: { ...headers, ...init.headers },
      // Another address than the one asked for is somebody else's.
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => {
      throw new ZoteroError('closed');
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
      throw new ZoteroError('closed');
    });
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > MAX_ANSWER) {
      await reader.cancel().catch(() => undefined);
      throw new ZoteroError('large');
    }
  }
}

function problemOf({ status, text }: Answered): ZoteroProblem {
  if (status === 403 && /local api/iu.test(text)) return 'off';
  if (/"libraryEditable"\s*:\s*false/u.test(text)) return 'locked';
  return /CONNECTOR_VERSION_OUTDATED/u.test(text) ? 'old' : 'odd';
}

/** Sends papers into the collection that is open in Zotero. `told` hears how many are there. Throws `ZoteroError`; what was
 *  sent before it is there. */
export async function sendToZotero(
  ports: ZoteroPorts,
  items: readonly ZoteroItem[],
  told: (sent: number) => void,
): Promise<void> {
  for (let at = 0; at < items.length; at += MAX_SENT_AT_ONCE) {
    const some = items.slice(at, at + MAX_SENT_AT_ONCE);
    const answered = await request(ports, 'items', '/connector/saveItems', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ sessionID: ports.session(), uri: some[0]?.['url'] ?? 'https://arxiv.org/', items: some }),
    });
    if (answered.status !== 201) throw new ZoteroError(problemOf(answered));
    told(at + some.length);
  }
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

/** What an item of Zotero's says that a paper is known by. */
export interface ZoteroKnown {
  title: string;
  /** Texts that may name identifiers. */
  texts: string[];
}

/** All papers of the reader's own library in Zotero, a part after the other. Throws `ZoteroError`. */
export async function itemsOfZotero(ports: ZoteroPorts, told: (read: number) => void): Promise<ZoteroKnown[]> {
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
    told(known.length);
    if (items.length < PAGE) break;
  }
  return known;
}

function parsedItems(text: string): z.infer<typeof LocalItems> {
  try {
    return LocalItems.parse(JSON.parse(text));
  } catch {
    throw new ZoteroError('odd');
  }
}
