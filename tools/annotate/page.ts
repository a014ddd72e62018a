// One page with the extension: what it found there, the card of the first paper, and what it cost.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ask,
  eventually,
  openCard,
  commandPage,
  reportsOfFrames,
  settledReport,
  wait,
  type Report,
} from '../browser/byline.ts';
import type { Session, Tab, TraceEvent } from '../browser/session.ts';
import { listen, readHere, type PageRead } from './read.ts';
import { baseline, load, measure, requestsBeyond, shiftBetween } from './load.ts';
import { longestTask, markOf } from './trace.ts';

export interface CardReport {
  paper: string;
  authors: string[];
  related: { id: string; title: string; reason: string }[];
  code: string[];
  text: string;
}

export interface PageResult extends PageRead {
  url: string;
  browser: string;
  catalog: { papers: number };
  papers: Pick<Report['papers'][number], 'id' | 'title' | 'arxivId' | 'doi' | 'mentions'>[];
  authors: { id: string; name: string; mentions: number }[];
  card: CardReport | null;
  /** The page script worked there. */
  ran: boolean;
  blocksAsked: number;
  cost: {
    mainThreadMs: number;
    longestTaskMs: number;
    layoutShift: number;
    firstMarkMs: number | null;
    messages: number;
    bytesSent: number;
  };
  requests: string[];
  errors: string[];
}

const windowSize = { width: 1280, height: 900 };

/** Reads the open card: what it says from the screen, the ids behind it from the worker that filled it. */
async function readCard(session: Session, tab: Tab, paper: string): Promise<CardReport | null> {
  const view = await ask(session, 'card.paper', { id: paper });
  // The card shows its heading first and fills in; it is read when it has grown to its end.
  let before = '';
  const card = await eventually(
    async () => {
      const seen = await openCard(tab);
      const filled = seen !== undefined && seen.text === before && seen.title !== '';
      before = seen?.text ?? '';
      return filled ? seen : undefined;
    },
    8000,
    120,
  );
  if (card === undefined) return null;
  return {
    paper,
    authors: view.authors.map(({ name }) => name),
    related: view.related.map(({ id, title, reasons }) => ({
      id,
      title,
      reason: card.reasons[id] ?? reasons.map(inWords).join(' · '),
    })),
    code: view.code.map(({ url }) => url),
    text: card.text,
  };
}

/** For the works below "more", which the card has not drawn. */
function inWords(reason: Awaited<ReturnType<typeof ask<'card.paper'>>>['related'][number]['reasons'][number]): string {
  switch (reason.kind) {
    case 'authors':
      return `shared authors: ${reason.names.join(', ')}`;
    case 'topics':
      return `same topics: ${reason.topics.join(', ')}`;
    case 'words':
      return `words: ${reason.words.join(', ')}`;
    case 'cites':
      return 'cites it';
    case 'cited':
      return 'cited by it';
    case 'references':
      return `references of both: ${reason.count}`;
  }
}

/** Opens the first paper's card as the popup does, takes its picture and reads it. */
async function showCard(session: Session, tab: Tab, report: Report, file: string): Promise<CardReport | null> {
  const first = report.papers.find(({ mentions }) => mentions.some(({ visible }) => visible));
  if (first === undefined) return null;
  await tab.front();
  const answer = await commandPage(session, tab, 'page.show', { id: first.id });
  if (answer?.shown !== true) return null;
  const card = await readCard(session, tab, first.id);
  if (card !== null) {
    // Its rise and fade are over after 120 ms.
    await wait(200);
    const box = (await openCard(tab))?.box;
    if (box !== undefined) await tab.screenshot(file, around(box));
  }
  return card;
}

/** The card with a little of the page round it. */
function around(box: { x: number; y: number; width: number; height: number }): typeof box {
  const margin = 24;
  const x = Math.max(0, box.x - margin);
  const y = Math.max(0, box.y - margin);
  return {
    x,
    y,
    width: Math.min(windowSize.width - x, box.width + 2 * margin),
    height: Math.min(windowSize.height - y, box.height + 2 * margin),
  };
}

/** Works on one page and writes report.json, page.png and card.png. */
export async function annotatePage(
  session: Session,
  alone: Session,
  catalog: { papers: number },
  page: { url: string; folder: string },
): Promise<PageResult> {
  const bare = await baseline(alone, page.url);
  await listen(session);
  const tab = await load(session, page.url, markOf(page.folder, 'begin'));
  const found = await settledReport(session, tab);
  const inFrames = found === null ? [] : await reportsOfFrames(session, tab);
  const read = await readHere(session, [page.url, found?.url ?? page.url]);
  const measured = await measure(session, tab);
  await tab.evaluate((mark) => console.timeStamp(mark), markOf(page.folder, 'end'));
  mkdirSync(page.folder, { recursive: true });
  await tab.screenshot(join(page.folder, 'page.png'));
  const card = found === null ? null : await showCard(session, tab, found, join(page.folder, 'card.png'));
  const requests = requestsBeyond(bare.requests, await session.requests());
  const result: PageResult = {
    url: page.url,
    browser: session.name,
    catalog,
    ...read,
    papers: [found, ...inFrames]
      .flatMap((report) => report?.papers ?? [])
      .map(({ id, title, arxivId, doi, mentions }) => ({
        id,
        title,
        arxivId,
        doi,
        mentions,
      })),
    authors: found?.people ?? [],
    card,
    ran: found !== null,
    blocksAsked: found?.blocksAsked ?? 0,
    cost: {
      mainThreadMs: round(found?.cost.mainThreadMs ?? 0),
      longestTaskMs: round(found?.cost.longestSliceMs ?? 0),
      layoutShift: shiftBetween(bare, measured, windowSize.height),
      firstMarkMs: found?.cost.firstMarkMs ?? null,
      messages: found?.cost.messages ?? 0,
      bytesSent: found?.cost.bytesSent ?? 0,
    },
    requests,
    errors: await session.errors(),
  };
  write(page.folder, result);
  await tab.close();
  return result;
}

const write = (folder: string, result: PageResult): void => {
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify(result, null, 2)}\n`);
};

/** Writes the report again with what the trace says; a trace is there when all pages are done. */
export function addTrace(result: PageResult, folder: string, events: readonly TraceEvent[], origin: string): void {
  const longestTaskMs = round(Math.max(result.cost.longestTaskMs, longestTask(events, folder, origin)));
  write(folder, { ...result, cost: { ...result.cost, longestTaskMs } });
}

const round = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;
