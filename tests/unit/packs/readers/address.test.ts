// Files at addresses, from a server of our own: ranges, redirects to a storage host, and servers that lie.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recognise } from '../../../../lib/packs/readers/index.ts';
import { UnreadableFile } from '../../../../lib/packs/unreadable-file.ts';
import { bytesOfAddress, type AddressOptions } from '../../../../lib/packs/remote/address.ts';
import { openOffer } from '../../../../lib/packs/remote/open-offer.ts';
import { offers } from '../../../../lib/packs/remote/offers.ts';
import { arxivRow, batchesOf, links, parquet } from './fixtures.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const many = Array.from({ length: 300 }, (_, n) => n);
/** Abstracts are what makes the real files large; they are not to be fetched. */
const heavy = many.map((n) => ({
  ...arxivRow(n),
  // A column that nobody needs, and most of the file.
  versions: Array.from({ length: 1500 }, (_, at) => (n * 7919 + at * 104_729).toString(36)).join(' '),
}));
const stored: Record<string, Uint8Array> = {
  '/data/train-00000-of-00001.parquet': parquet(links),
  '/data/a-1.parquet': parquet(heavy.slice(0, 100), { group: 50 }),
  '/data/b-2.parquet': parquet(heavy.slice(100, 200), { group: 50 }),
  '/data/c-3.parquet': parquet(heavy.slice(200), { group: 50 }),
};

let storage: Server;
let front: Server;
let special: Record<string, Answer> = {};
let sent = 0;
const asked: string[] = [];

const listen = (server: Server): Promise<Server> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
const originOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function range(request: IncomingMessage, response: ServerResponse, bytes: Uint8Array): void {
  const found = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  if (found === null) {
    response.writeHead(200).end(bytes);
    return;
  }
  const [from, to] = [Number(found[1]), Math.min(bytes.length, Number(found[2]) + 1)];
  sent += to - from;
  response
    .writeHead(206, { 'Content-Range': `bytes ${from}-${to - 1}/${bytes.length}`, 'Content-Length': to - from })
    .end(bytes.subarray(from, to));
}

beforeAll(async () => {
  storage = await listen(
    createServer((request, response) => {
      const bytes = stored[request.url ?? ''];
      if (bytes === undefined) response.writeHead(404).end();
      else range(request, response, bytes);
    }),
  );
  front = await listen(
    createServer((request, response) => {
      const url = request.url ?? '';
      asked.push(url);
      const answer = special[url];
      const file = /^\/datasets\/[^/]+\/[^/]+\/resolve\/main(\/.*)$/.exec(url)?.[1];
      if (answer !== undefined) answer(request, response);
      else if (file !== undefined) response.writeHead(302, { Location: `${originOf(storage)}${file}` }).end();
      else if (url.startsWith('/api/datasets/')) {
        const entries = Object.keys(stored)
          .filter((path) => !path.includes('train'))
          .toReversed()
          .map((path) => ({ type: 'file', path: path.slice(1), size: stored[path]?.length, oid: 'x' }));
        response.end(
          JSON.stringify([{ type: 'directory', path: 'data' }, { type: 'file', path: 'README.md' }, ...entries]),
        );
      } else response.writeHead(404).end();
    }),
  );
});
afterAll(() => {
  for (const server of [storage, front]) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => {
  special = {};
  sent = 0;
  asked.length = 0;
});

const options: AddressOptions = {
  wait: () => Promise.resolve(),
  allows: (url) => url.startsWith('http://127.0.0.1:'),
};
const rowsOf = async (id: string): Promise<unknown[]> => {
  const { opened } = await recognise(await openOffer(id, fetch, { ...options, origin: originOf(front) }));
  return (await batchesOf(opened)).flatMap(({ rows }) => rows);
};

describe('offers', () => {
  it('name what is fetched, from where and under which licence', () => {
    for (const offer of offers) {
      expect(offer.origins.every((origin) => /^https:\/\/(?:\*\.)?(?:huggingface|hf)\.co\/\*$/.test(origin))).toBe(
        true,
      );
      expect([offer.licence, offer.attribution, offer.page].every((text) => text !== '')).toBe(true);
    }
  });

  it('Papers with Code: one file, over a redirect', async () => {
    expect(await rowsOf('papers-with-code')).toHaveLength(4);
  });

  it('arXiv: the files are asked for, read in order as one, and only the columns that are needed', async () => {
    const rows = await rowsOf('arxiv');
    expect(rows.map((row) => (row as { record: { id: string } }).record.id)).toEqual(
      many.map((n) => `arxiv:${String(arxivRow(n)['id'])}`),
    );
    const whole = Object.values(stored).reduce((sum, { length }) => sum + length, 0);
    expect(whole).toBeGreaterThan(500_000);
    expect(sent).toBeLessThan(whole * 0.75);
  });

  it('goes on in the file where it stopped, and not when the files are others now', async () => {
    const source = await openOffer('arxiv', fetch, { ...options, origin: originOf(front) });
    const { opened } = await recognise(source);
    expect(opened.total).toBe(300);
    const all = await batchesOf(opened);
    const [, , third] = all;
    const rest = await batchesOf(opened, JSON.parse(JSON.stringify(third?.resume)));
    expect(rest.flatMap(({ rows }) => rows)).toEqual(all.slice(3).flatMap(({ rows }) => rows));
    const other = { ...(third?.resume as object), name: 'gone.parquet' };
    await expect(batchesOf(opened, other)).rejects.toThrow(/^file-changed/);
  });

  it('a data set without Parquet files is refused', async () => {
    special['/api/datasets/librarian-bots/arxiv-metadata-snapshot/tree/main?recursive=true'] = (_, response) =>
      response.end('<html>');
    await expect(rowsOf('arxiv')).rejects.toThrow(/^host-no-files/);
  });
});

describe('servers', () => {
  const bytes = stored['/data/a-1.parquet'] ?? new Uint8Array();
  const at = (path: string, answer: Answer): Promise<unknown> => {
    special[path] = answer;
    return bytesOfAddress(`${originOf(front)}${path}`, fetch, options);
  };

  it('a connection that breaks is tried again', async () => {
    let turn = 0;
    await at('/flaky', (request, response) => {
      turn += 1;
      if (turn === 1) request.socket.destroy();
      else if (turn === 2) response.writeHead(503).end();
      else if (turn === 3) {
        response.writeHead(206, { 'Content-Range': `bytes 0-65535/${bytes.length}`, 'Content-Length': 65_536 });
        response.write(bytes.subarray(0, 100), () => request.socket.destroy());
      } else range(request, response, bytes);
    });
    expect(turn).toBe(4);
  });

  it.each<[string, Answer, RegExp]>([
    ['gone', (_, response) => response.writeHead(404).end(), /^host-status, 127\.0\.0\.1:\d+, 404$/],
    ['down', (_, response) => response.writeHead(500).end(), /^host-status, 127\.0\.0\.1:\d+, 500$/],
    ['silent', (request) => request.socket.destroy(), /^host-silent/],
    ['all at once', (_, response) => response.end(bytes), /^host-ranges/],
    [
      'another part',
      (_, response) => response.writeHead(206, { 'Content-Range': 'bytes 5-9/100' }).end('abcde'),
      /^host-ranges/,
    ],
    ['no range said', (_, response) => response.writeHead(206).end('abcde'), /^host-ranges/],
    [
      'more than said',
      (_, response) => response.writeHead(206, { 'Content-Range': 'bytes 0-4/5' }).end('abcdefgh'),
      /^host-ranges/,
    ],
    [
      'an impossible size',
      (_, response) => response.writeHead(206, { 'Content-Range': 'bytes 0-65535/10' }).end('abc'),
      /^host-ranges/,
    ],
  ])('%s: said by its code', async (_, answer, says) => {
    const error: unknown = await at('/bad', answer).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnreadableFile);
    expect(String((error as Error).message)).toMatch(says);
  });

  it('asks no address without https, also not after a redirect', async () => {
    await expect(bytesOfAddress('http://example.org/a.parquet')).rejects.toThrow(/^address-insecure/);
    await expect(bytesOfAddress('no address')).rejects.toThrow(/^address-insecure/);
    special['/away'] = (_, response) =>
      response.writeHead(302, { Location: `${originOf(storage)}/data/a-1.parquet` }).end();
    const only: AddressOptions = { ...options, allows: (url) => url.startsWith(originOf(front)) };
    await expect(bytesOfAddress(`${originOf(front)}/away`, fetch, only)).rejects.toThrow(/^address-insecure/);
  });

  it('a file that is another one in the middle is refused', async () => {
    let size = bytes.length;
    special['/changing'] = (request, response) => range(request, response, bytes.subarray(0, size));
    const source = await bytesOfAddress(`${originOf(front)}/changing`, fetch, options);
    size -= 10;
    await expect(source.slice(70_000, 80_000)).rejects.toThrow(/^file-changed/);
  });

  it('sends no cookies and no address of ours', async () => {
    let headers: IncomingMessage['headers'] = {};
    await at('/seen', (request, response) => {
      ({ headers } = request);
      range(request, response, bytes);
    });
    expect([headers.cookie, headers.referer]).toEqual([undefined, undefined]);
  });
});
