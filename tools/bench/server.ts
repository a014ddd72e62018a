// Serves what a measurement in a browser needs from this machine to this machine. Every answer makes its page
// cross-origin isolated: only there is the clock as fine as five microseconds, and memory can be measured.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Served {
  type: string;
  body: string | Uint8Array;
}

export const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'credentialless',
} as const;

export const html = (body: string): Served => ({ type: 'text/html; charset=utf-8', body });
export const json = (value: unknown): Served => ({ type: 'application/json', body: JSON.stringify(value) });
export const script = (body: string): Served => ({ type: 'text/javascript; charset=utf-8', body });
export const bytes = (body: Uint8Array): Served => ({ type: 'application/octet-stream', body });

export interface Server {
  /** "http://127.0.0.1:40123", without a slash at its end. */
  origin: string;
  close: () => Promise<void>;
}

/** `answer` gets the path with its leading slash; undefined: not there. */
export async function serve(answer: (path: string) => Served | undefined): Promise<Server> {
  const server = createServer((request, response) => {
    const found = answer(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.writeHead(found === undefined ? 404 : 200, {
      ...isolation,
      'content-type': found?.type ?? 'text/plain',
      'cache-control': 'no-store',
    });
    response.end(found?.body ?? 'Not here.');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
