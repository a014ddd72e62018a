// A server that plays Zotero on this machine, well or rudely: what its connector and its local API answer.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How it behaves. `off`: its local API is; `refusing` and `failing` answer 403 and 500 without a word of Zotero's; `broken` is
 *  no JSON, `other` is JSON of something else; `silent` closes the connection, `slow` never answers, `cut` closes it within
 *  the answer, `endless` never ends its answer. */
export type ZoteroMood =
  | 'well'
  | 'off'
  | 'locked'
  | 'old'
  | 'refusing'
  | 'failing'
  | 'html'
  | 'broken'
  | 'other'
  | 'redirect'
  | 'silent'
  | 'slow'
  | 'cut'
  | 'endless';

export interface ZoteroStandIn {
  /** "http://127.0.0.1:23119". */
  address: string;
  mood: (mood: ZoteroMood) => void;
  /** Requests as they came: "POST /connector/saveItems". */
  asked: () => string[];
  /** All items that were sent to it. */
  items: () => Record<string, unknown>[];
  close: () => Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) body += String(part);
  return body;
}

function rude(mood: ZoteroMood, request: IncomingMessage, response: ServerResponse): boolean {
  const say = (status: number, type: string, text: string): true => {
    response.writeHead(status, { 'Content-Type': type }).end(text);
    return true;
  };
  switch (mood) {
    case 'off':
      return request.url?.startsWith('/api/') === true && say(403, 'text/plain', 'Local API is not enabled');
    case 'locked':
      return say(500, 'application/json', '{"libraryEditable":false}');
    case 'old':
      return say(400, 'application/json', '{"error":"CONNECTOR_VERSION_OUTDATED"}');
    case 'refusing':
      return say(403, 'text/plain', 'Forbidden');
    case 'failing':
      return say(500, 'text/plain', 'Internal Server Error');
    case 'html':
      return say(200, 'text/html', '<!doctype html><p>Something else listens here.');
    case 'broken':
      return say(200, 'application/json', '[{"data":');
    case 'other':
      return say(200, 'application/json', '{"items":[{"data":7}]}');
    case 'redirect':
      response.writeHead(302, { Location: 'http://127.0.0.1:9/elsewhere' }).end();
      return true;
    case 'silent':
      request.socket.destroy();
      return true;
    case 'slow':
      return true;
    case 'cut':
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
      response.write('[{"data":', () => request.socket.destroy());
      return true;
    case 'endless': {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const more = (): void => {
        while (!response.destroyed && response.write(' '.repeat(1_000_000)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
      return true;
    }
    case 'well':
      return false;
  }
}

/** @param port 0 for any that is free; Zotero's own is 23119
 *  @param library what its library has, as its local API gives it: the `data` of each item */
export async function startZotero(port: number, library: readonly object[]): Promise<ZoteroStandIn> {
  let mood: ZoteroMood = 'well';
  const asked: string[] = [];
  const items: Record<string, unknown>[] = [];
  const sessions = new Set<unknown>();
  const server: Server = createServer((request, response) => {
    asked.push(`${request.method} ${(request.url ?? '').split('?', 1)[0]}`);
    void (async () => {
      const body = await bodyOf(request);
      // As Zotero does with what a browser sends without them.
      if (request.headers['x-zotero-connector-api-version'] === undefined && request.headers.origin !== undefined) {
        request.socket.destroy();
        return;
      }
      if (rude(mood, request, response)) return;
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      if (url.pathname === '/connector/saveItems') {
        const sent = JSON.parse(body) as { sessionID: unknown; items: Record<string, unknown>[] };
        const isAgain = sessions.has(sent.sessionID);
        sessions.add(sent.sessionID);
        if (!isAgain) items.push(...sent.items);
        response.writeHead(isAgain ? 409 : 201).end(isAgain ? '{"error":"SESSION_EXISTS"}' : '');
      } else if (url.pathname === '/api/users/0/items/top') {
        const [start, limit] = [Number(url.searchParams.get('start')), Number(url.searchParams.get('limit'))];
        const part = library.slice(start, start + limit).map((data) => ({ key: 'ABCD2345', version: 1, data }));
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(part, null, 4));
      } else response.writeHead(404, { 'Content-Type': 'text/plain' }).end('No endpoint found\n');
    })();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mood: (next) => {
      mood = next;
    },
    asked: () => [...asked],
    items: () => [...items],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
