// A server that plays arXiv for tests: its OAI-PMH interface and its Atom feeds, in the form that the real ones have, over
// papers that nobody wrote; and a static host of packs under `/packs/`. Slow and rude on request.
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setOf } from '../../lib/harvest/sets.ts';
import type { MadeUpPaper } from './papers.ts';

/** What the server does instead of answering well. */
export type Fault =
  | { kind: 'status'; status: number; retryAfter?: string }
  /** A page of HTML with status 200. */
  | { kind: 'html' }
  /** Ends in the middle: of the words, or of the connection. */
  | { kind: 'cut'; how: 'words' | 'connection' }
  | { kind: 'drip'; milliseconds: number }
  | { kind: 'silent' }
  | { kind: 'redirect'; to: string }
  | { kind: 'records'; count: number }
  | { kind: 'entities' }
  | { kind: 'other-set' }
  | { kind: 'token'; how: 'expired' | 'repeated' | 'endless' }
  | { kind: 'late'; milliseconds: number };

export interface StandIn {
  /** "http://127.0.0.1:47283" */
  origin: string;
  /** Addresses that were asked for, in order. */
  asked: () => string[];
  /** The next requests meet these, one each; null is a good answer. */
  next: (...faults: (Fault | null)[]) => void;
  /** The folder whose files are under `/packs/`. */
  publish: (folder: string) => void;
  /** Exchanges the papers, as a day later. */
  serve: (papers: readonly MadeUpPaper[]) => void;
  close: () => Promise<void>;
}

const escaped = (text: string): string =>
  text.replace(/[<>&"']/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&#34;' })[sign] ?? '&#39;');

const setsOfPaper = ({ categories }: MadeUpPaper): string[] => categories.map(setOf);

const isIn = (paper: MadeUpPaper, set: string): boolean =>
  set === '' || setsOfPaper(paper).some((one) => one === set || one.startsWith(`${set}:`));

const recordXml = (paper: MadeUpPaper): string => `
                    <record>
                <header>
        <identifier>oai:arXiv.org:${paper.id}</identifier>
        <datestamp>${paper.datestamp}</datestamp>
${setsOfPaper(paper)
  .map((set) => `            <setSpec>${set}</setSpec>\n`)
  .join('')}    </header>

            <metadata>
                        <arXiv xmlns="http://arxiv.org/OAI/arXiv/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <id>${paper.id}</id>
        <created>${paper.created}</created>
        <authors>
${paper.authors
  .map(
    ([forenames, keyname]) =>
      `                <author>\n                    <keyname>${escaped(keyname)}</keyname>\n                        <forenames>${escaped(forenames)}</forenames>\n                </author>\n`,
  )
  .join('')}        </authors>
        <title>${escaped(paper.title)}</title>
            <categories>${paper.categories.join(' ')}</categories>
${paper.comments === null ? '' : `            <comments>${escaped(paper.comments)}</comments>\n`}${paper.journalRef === null ? '' : `            <journal-ref>${escaped(paper.journalRef)}</journal-ref>\n`}            <license>http://creativecommons.org/licenses/by/4.0/</license>
            <abstract>${escaped(paper.abstract)}</abstract>
    </arXiv>

            </metadata>
        </record>
`;

const envelope = (request: string, body: string, doctype = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
${doctype}<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" 
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <responseDate>2026-11-30T00:00:00Z</responseDate>
                <request ${request}>http://oaipmh.arxiv.org/oai</request>


    ${body}
</OAI-PMH>
`;

const errorXml = (code: string, text: string): string => envelope('', `<error code='${code}'>${text}</error>`);

const NO_RECORDS =
  'The combination of the values of the from, until, set and metadataPrefix arguments results in an empty list.';

interface List {
  from: string;
  until: string;
  set: string;
  skip: number;
}

/** A token's text as the server prints it: encoded once. */
const tokenXml = ({ from, until, set, skip }: List): string => {
  const token = `verb=ListRecords&metadataPrefix=arXiv&from=${from}&until=${until}&set=${encodeURIComponent(set)}&skip=${skip}`;
  return `<resumptionToken expirationDate='2026-12-01T00:00:00Z'>${encodeURIComponent(token)}</resumptionToken>`;
};

/** Null for what is no token of ours. */
function readToken(written: string): List | null {
  let text = written;
  if (!text.includes('=')) text = decodeURIComponent(text);
  const query = new URLSearchParams(text);
  if (query.get('verb') !== 'ListRecords') return null;
  return {
    from: query.get('from') ?? '',
    until: query.get('until') ?? '',
    set: query.get('set') ?? '',
    skip: Number(query.get('skip') ?? 0),
  };
}

export interface StandInOptions {
  papers: readonly MadeUpPaper[];
  /** 0: a free one. */
  port?: number;
  /** Records of a page; the real server has 1,300. */
  pageSize?: number;
  /** Milliseconds before each answer. */
  latency?: number;
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

export async function standInForArxiv({
  papers: first,
  port = 0,
  pageSize = 1_300,
  latency = 0,
}: StandInOptions): Promise<StandIn> {
  let papers = first;
  const asked: string[] = [];
  const faults: (Fault | null)[] = [];
  let endless = 0;
  let published: string | null = null;

  function listXml(list: List, fault: Fault | null): string {
    const isEmpty = list.from === '' && list.until === '';
    if (isEmpty || list.from > list.until) return errorXml('badArgument', 'from > until');
    const all = papers.filter(
      (paper) => isIn(paper, list.set) && paper.datestamp >= list.from && paper.datestamp <= list.until,
    );
    if (all.length === 0) return errorXml('noRecordsMatch', NO_RECORDS);
    const size = fault?.kind === 'records' ? Infinity : pageSize;
    const page = all.slice(list.skip, list.skip + size);
    let shown = page;
    if (fault?.kind === 'records')
      shown = Array.from({ length: fault.count }, (_, at) => page[at % page.length]).filter((one) => one !== undefined);
    if (fault?.kind === 'other-set') shown = page.map((paper) => ({ ...paper, categories: ['q-fin.PM'] }));
    const rest = all.slice(list.skip + page.length);
    let token = list.skip > 0 ? '<resumptionToken/>' : '';
    // The day of the last record, and how many of that day are sent.
    const day = page.at(-1)?.datestamp ?? list.from;
    const skip = page.filter(({ datestamp }) => datestamp === day).length + (day === list.from ? list.skip : 0);
    if (rest.length > 0) token = tokenXml({ ...list, from: day, skip });
    if (fault?.kind === 'token' && fault.how === 'repeated') token = tokenXml(list);
    // New at each page, and never further.
    if (fault?.kind === 'token' && fault.how === 'endless') {
      endless += 1;
      token = tokenXml(list).replace('</resumptionToken>', `%26turn%3D${endless}</resumptionToken>`);
    }
    return envelope(
      `verb="ListRecords" metadataPrefix="arXiv" from="${list.from}" until="${list.until}" set="${list.set}"`,
      `<ListRecords>${shown.map(recordXml).join('')}\n        ${token}\n    </ListRecords>`,
    );
  }

  function oai(query: URLSearchParams, fault: Fault | null): string {
    if (query.get('verb') !== 'ListRecords') return errorXml('badVerb', 'Illegal verb');
    const written = query.get('resumptionToken');
    if (written === null)
      return listXml(
        {
          from: query.get('from') ?? '',
          until: query.get('until') ?? '',
          set: query.get('set') ?? '',
          skip: 0,
        },
        fault,
      );
    const list = readToken(written);
    if (list === null || (fault?.kind === 'token' && fault.how === 'expired'))
      return errorXml('badResumptionToken', 'The value of the resumptionToken argument is invalid or expired.');
    return listXml(list, fault);
  }

  const feed = (categories: string): string => {
    const wanted = decodeURIComponent(categories).toLowerCase().split('+');
    const newest = papers.reduce((day, { datestamp }) => (datestamp > day ? datestamp : day), '');
    const entries = papers.filter(
      (paper) => paper.datestamp === newest && paper.categories.some((one) => wanted.includes(one.toLowerCase())),
    );
    return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.w3.org/2005/Atom" xml:lang="en-us">
  <id>http://rss.arxiv.org/atom/${escaped(categories)}</id>
  <title>${escaped(wanted.join(', '))} updates on arXiv.org</title>
${entries
  .slice(0, 2_000)
  .map(
    (paper) => `  <entry>
    <id>oai:arXiv.org:${paper.id}v1</id>
    <title>${escaped(paper.title)}</title>
    <link href="https://arxiv.org/abs/${paper.id}" rel="alternate" type="text/html"/>
    <summary>arXiv:${paper.id}v1 Announce Type: new \nAbstract: ${escaped(paper.abstract)}</summary>
${paper.categories.map((one) => `    <category term="${one}"/>`).join('\n')}
    <arxiv:announce_type>new</arxiv:announce_type>
    <dc:creator>${escaped(paper.authors.map((names) => names.join(' ')).join(', '))}</dc:creator>
  </entry>`,
  )
  .join('\n')}
</feed>`;
  };

  async function send(response: ServerResponse, type: string, text: string, fault: Fault | null): Promise<void> {
    const bytes = Buffer.from(text);
    // A page of measurements asks it, too.
    response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' });
    if (fault?.kind === 'cut') {
      response.write(bytes.subarray(0, Math.floor(bytes.length * 0.6)));
      if (fault.how === 'words') response.end();
      else response.destroy();
      return;
    }
    if (fault?.kind === 'drip') {
      for (let at = 0; at < bytes.length && !response.destroyed; at += 1) {
        response.write(bytes.subarray(at, at + 1));
        await wait(fault.milliseconds);
      }
    } else response.write(bytes);
    response.end();
  }

  /** A file as static hosts send it: whole, or a range of it. */
  function sendFile(response: ServerResponse, path: string, range: string): void {
    if (!existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    const bytes = readFileSync(path);
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
    if (from === undefined || to === undefined) {
      response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
      return;
    }
    const part = bytes.subarray(Number(from), Number(to) + 1);
    response
      .writeHead(206, {
        'content-length': part.length,
        'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}`,
      })
      .end(part);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '/' } = request;
    asked.push(url);
    const fault = faults.shift() ?? null;
    if (latency > 0) await wait(latency);
    switch (fault?.kind) {
      case 'late':
        await wait(fault.milliseconds);
        break;
      case 'silent':
        return;
      case 'status':
        response.writeHead(fault.status, {
          'content-type': 'text/html',
          ...(fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter }),
        });
        response.end('<html><head><title>first byte timeout</title></head><body>first byte timeout</body></html>');
        return;
      case 'redirect':
        response.writeHead(301, { location: fault.to });
        response.end();
        return;
      case 'html':
        await send(response, 'text/html', '<!DOCTYPE html>\n<html><body>arXiv is read-only today</body></html>', null);
        return;
      case 'entities': {
        const doctype = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at} "${`&a${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]>`;
        await send(response, 'text/xml', envelope('', '<ListRecords>&a19;</ListRecords>', doctype), null);
        return;
      }
      default:
    }
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
    const file = /^\/packs\/([\w.-]+)$/.exec(pathname)?.[1];
    if (file !== undefined && published !== null)
      sendFile(response, join(published, file), request.headers.range ?? '');
    else if (pathname === '/oai') await send(response, 'text/xml', oai(searchParams, fault), fault);
    else if (pathname.startsWith('/atom/'))
      await send(response, 'application/atom+xml', feed(pathname.slice('/atom/'.length)), fault);
    else response.writeHead(404).end();
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // A server that listens on TCP has such an address.
    asked: () => [...asked],
    next: (...some) => {
      faults.push(...some);
    },
    publish: (folder) => {
      published = folder;
    },
    serve: (others) => {
      papers = others;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
