// A proxy that passes nothing on and remembers what was asked of it: whatever a browser sends past our interception
// ends here, from any sender.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordingProxy {
  port: number;
  /** Full addresses for http, `https://host:port/` for tunnels (what is inside one can't be seen). */
  asked: () => string[];
  forget: () => void;
  close: () => Promise<void>;
}

export async function recordingProxy(): Promise<RecordingProxy> {
  let asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(`https://${(request.url ?? '').replace(/:443$/u, '')}/`);
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port, // A server that listens on TCP has such an address.
    asked: () => [...asked],
    forget: () => {
      asked = [];
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
