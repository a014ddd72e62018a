// drawing, drawing.scroll: what marks cost the page that they are drawn on, once they were found.
//
// Nothing is near the window at first: the page begins with empty space. When all is found and at rest, the window goes to
// where 300 marks are in it, then on by a screen in steps, and back. What a browser without Byline spends on the same is
// taken off. So styles, layout and painting that are ours count as well.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settledReport, wait } from '../browser/byline.ts';
import type { Session, Tab } from '../browser/session.ts';
import { served } from '../browser/site.ts';
import { measured, type FigureName, type Measured } from './figures.ts';
import { bundledTitles, escaped, siteOf, type BenchPage } from './pages.ts';
import { interleaved, median, quartiles } from './statistics.ts';

export const drawingFigureNames: readonly FigureName[] = ['drawing', 'drawing.scroll'];

interface DrawingPage extends BenchPage {
  /** Where the marks begin. */
  begins: string;
  /** CSS pixels in which there are 300 of them. */
  height: number;
}
/** Space above the marks: more than half a window, in which marks are measured already. */
const SPACE_ABOVE = 20_000;
const SCROLL_STEPS = 9;

/** A listing of 900 rows in three columns, titles of the bundled pack by turns, under a header that stays. */
function listing(): DrawingPage {
  const titles = bundledTitles().map(escaped);
  const row = (_: unknown, at: number): string =>
    `<li><a href="/forum?id=${at}">${titles[at % titles.length]}</a><div>A. Moreau, B. Lindqvist · Submitted</div></li>`;
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Listing</title><style>
    body{margin:0 20px;padding-top:${SPACE_ABOVE}px;padding-bottom:${SPACE_ABOVE}px;font:14px/20px sans-serif}
    header{position:fixed;top:0;left:0;right:0;height:50px;background:#fff;border-bottom:1px solid}
    ul{display:grid;grid-template-columns:repeat(3,1fr);gap:0 40px;margin:0;padding:0;list-style:none}
    li{height:60px}</style>
    <header><a href="/">Listing</a></header><ul>${Array.from({ length: 900 }, row).join('\n')}</ul></html>`;
  return {
    name: 'made listing',
    url: 'https://openreview.net/drawing',
    page: served(html),
    begins: 'ul',
    height: 6000,
  };
}

/** The first poster session, a line a paper. Its style sheets are not there. */
function schedule(shared: string): DrawingPage[] {
  const file = join(shared, 'pages/neurips/neurips-2023-virtual-papers.html');
  if (!existsSync(file)) return [];
  const html = readFileSync(file, 'utf8')
    .replaceAll('<details', '<details open')
    .replace('</head>', `<style>body{padding:${SPACE_ABOVE}px 0}</style></head>`);
  const url = 'https://neurips.cc/virtual/2023/papers.html?filter=drawing';
  return [{ name: 'NeurIPS 2023', url, page: served(html), begins: '#collapseEvent-74069', height: 5500 }];
}

export const drawingPages = (shared: string | null): DrawingPage[] => [
  ...(shared === null ? [] : schedule(shared)),
  listing(),
];

/** Milliseconds that the main thread had until it did nothing for a while. */
async function restOf(tab: Tab): Promise<number> {
  let before = -1;
  let quiet = 0;
  while (quiet < 4) {
    const now = (await tab.processorTime?.()) ?? 0;
    // Each question costs a little itself.
    quiet = now - before < 0.7 ? quiet + 1 : 0;
    before = now;
    await wait(150);
  }
  return before;
}

export interface Drawing {
  first: number;
  onward: number;
  back: number;
}

/** One visit. */
export async function drawingOf(session: Session, { url, begins, height }: DrawingPage): Promise<Drawing> {
  const tab = await session.open();
  try {
    await tab.size(1280, height);
    await tab.goto(url);
    if (session.origin !== '') await settledReport(session, tab, 60_000);
    const spent = async (scroll: () => Promise<unknown>): Promise<number> => {
      const before = await restOf(tab);
      await scroll();
      return (await restOf(tab)) - before;
    };
    const step = (by: number): Promise<void> =>
      tab.evaluate(
        async ([distance, steps]) => {
          for (let left = steps; left > 0; left -= 1) {
            scrollBy(0, distance / steps);
            await new Promise((resolve) => requestAnimationFrame(resolve));
          }
        },
        [by, SCROLL_STEPS] as [number, number],
      );
    const first = await spent(() =>
      tab.evaluate((selector) => document.querySelector(selector)?.scrollIntoView(), begins),
    );
    return { first, onward: await spent(() => step(height)), back: await spent(() => step(-height)) };
  } finally {
    await tab.close();
  }
}

const parts = ['first', 'onward', 'back'] as const;
type Part = (typeof parts)[number];

/** Of one page, in turns: what each part costs with Byline, less what it costs without. */
async function costs(
  session: Session,
  alone: Session,
  page: DrawingPage,
  repeats: number,
): Promise<Record<Part, number[]>> {
  const all = { ours: [] as Drawing[], theirs: [] as Drawing[] };
  const take = async (of: Session, into: Drawing[]): Promise<number> => into.push(await drawingOf(of, page));
  await interleaved(repeats, { ours: () => take(session, all.ours), theirs: () => take(alone, all.theirs) });
  const less = (part: Part): number[] => {
    const bare = median(all.theirs.map((drawing) => drawing[part]));
    return all.ours.map((drawing) => drawing[part] - bare);
  };
  return { first: less('first'), onward: less('onward'), back: less('back') };
}

const said = (values: readonly number[]): string =>
  `${median(values).toFixed(1)} ms (${quartiles(values)
    .map((value) => value.toFixed(1))
    .join('–')})`;

export async function drawingFigures(
  only: readonly FigureName[],
  session: Session,
  alone: Session,
  shared: string | null,
  repeats: number,
): Promise<Measured[]> {
  const pages = drawingPages(shared);
  for (const one of [session, alone]) one.serve(siteOf(pages));
  const all: { name: string; taken: Record<Part, number[]> }[] = [];
  for (const page of pages) {
    console.error(`Drawing “${page.name}” ${repeats} times …`);
    all.push({ name: page.name, taken: await costs(session, alone, page, repeats) });
  }
  const value = (part: Part): number => median(all[0]?.taken[part] ?? []);
  return [
    measured(
      'drawing',
      value('first'),
      all.map(({ name, taken }) => `${name}: ${said(taken.first)}`),
    ),
    measured(
      'drawing.scroll',
      value('onward'),
      all.map(({ name, taken }) => `${name}: on by a screen ${said(taken.onward)}, and back ${said(taken.back)}`),
    ),
  ].filter(({ figure }) => only.includes(figure.name));
}
