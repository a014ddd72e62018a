// Serves one page at an address of this machine, for a browser that is free to go elsewhere.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { servedFile } from '../browser/site.ts';

export async function servePage(file: string): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    if (request.url !== '/') {
      response.writeHead(404).end();
      return;
    }
    const { headers, body } = servedFile(file);
    response.writeHead(200, headers).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // A server that listens on TCP has such an address.
  return {
    address: `http://localhost:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
