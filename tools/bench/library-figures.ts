// What a reading list of ten thousand papers costs: its page, and the first mark of a worker that was stopped.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, catalogReady, eventually } from '../browser/byline.ts';
import { copyWith } from '../browser/library.ts';
import { openBrowser } from '../browser/open.ts';
import type { Session, Tab } from '../browser/session.ts';
import { served } from '../browser/site.ts';
import { needBuild } from '../build.ts';
import { measured, type FigureName, type Measured } from './figures.ts';
import { note } from './pages.ts';
import { interleaved, median } from './statistics.ts';
import { firstMark, notePage } from './wake.ts';

export const libraryFigureNames = [
  'library.rows',
  'library.search',
  'library.scroll',
  'library.wake',
  'library.import',
  'library.export',
  'library.merge',
] as const satisfies readonly FigureName[];

const PAPERS = 10_000;
/** Papers that another machine changed. */
const CHANGES = 1000;
/** Milliseconds of a frame that somebody sees as a stumble. */
const LONG_FRAME = 32;
const FRAMES = 1000;
/** Typed one letter after the other, as a reader does. */
const TYPED = ['quiet rivers number 77', 'example year:2019..2021', 'volcanoes', 'author:ada -status:read', 'nmuber 4'];

const share = (values: readonly number[], of: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * of))] ?? 0;

/** From the beginning of the navigation to the first frame with rows, in milliseconds. */
async function rowsFigure(session: Session): Promise<number> {
  const tab = await session.openOwn('library.html');
  await tab.front();
  const took = await eventually(
    () =>
      tab
        .evaluate(
          () =>
            new Promise<number | null>((resolve) => {
              requestAnimationFrame(() =>
                resolve(document.querySelector('.l-row') === null ? null : performance.now()),
              );
            }),
        )
        .then((value) => value ?? undefined),
    60_000,
    5,
  );
  await tab.close();
  if (took === undefined) throw new Error('The list’s page had no rows within a minute.');
  return took;
}

/** From a letter to the frame that shows what it found, in milliseconds: each letter of each text. */
const searchTimes = (tab: Tab): Promise<number[]> =>
  tab.evaluate(async (texts) => {
    const field = document.querySelector<HTMLInputElement>('.l-search input');
    if (field === null) throw new Error('no search field');
    const type = (text: string): void => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const times: number[] = [];
    for (const text of texts)
      for (let end = 1; end <= text.length; end += 1) {
        const began = performance.now();
        type(text.slice(0, end));
        // The frame that paints it, and the task after it.
        await new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve();
            port2.postMessage(0);
          });
        });
        times.push(performance.now() - began);
      }
    type('');
    return times;
  }, TYPED);

/** Milliseconds between frames while the list is scrolled from its head. */
const frameTimes = (tab: Tab): Promise<number[]> =>
  tab.evaluate(async (frames) => {
    const times: number[] = [];
    scrollTo(0, 0);
    let last = await new Promise<number>(requestAnimationFrame);
    for (let at = 0; at < frames; at += 1) {
      scrollBy(0, 120);
      const now = await new Promise<number>(requestAnimationFrame);
      times.push(now - last);
      last = now;
    }
    return times;
  }, FRAMES);

/** A file of ten thousand BibTeX entries. */
function bibtexFile(folder: string): string {
  const path = join(folder, 'list.bib');
  const entries = Array.from(
    { length: PAPERS },
    (_, at) =>
      `@article{key${at},\n  title = {On the Loud Rivers of Number ${at}},\n  author = {Example, Ada and Other, Ben},\n  year = {2021},\n  journal = {Journal of Rivers},\n  doi = {10.5555/rivers.${at}}\n}\n`,
  );
  writeFileSync(path, entries.join('\n'));
  return path;
}

const press = (tab: Tab, selector: string, words: string): Promise<boolean> =>
  tab.evaluate(
    ([wanted = '', text = '']) => {
      const button = [...document.querySelectorAll<HTMLElement>(wanted)].find((one) => one.textContent === text);
      button?.click();
      return button !== undefined;
    },
    [selector, words],
  );
const pressed = (tab: Tab, selector: string, words: string): Promise<true | undefined> =>
  eventually(async () => ((await press(tab, selector, words)) ? true : undefined), 300_000, 20);
const there = (tab: Tab, selector: string): Promise<true | undefined> =>
  eventually(
    () => tab.evaluate((wanted) => (document.querySelector(wanted) === null ? undefined : true), selector),
    300_000,
    20,
  );

/** Seconds from the choice of the file to its papers on the list: a look at what it has included. */
async function importSeconds(tab: Tab): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'byline-list-'));
  try {
    const path = bibtexFile(folder);
    await pressed(tab, '.l-top-end button', 'Add from a file');
    await there(tab, '#library-file');
    const began = performance.now();
    await tab.files('#library-file', [path]);
    await there(tab, '.from-library-found .b-primary');
    await tab.evaluate(() => document.querySelector<HTMLElement>('.from-library-found .b-primary')?.click());
    await there(tab, '.from-library .done');
    return (performance.now() - began) / 1000;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds in which the worker merges a whole copy of another machine that has changed so many papers. */
async function mergeSeconds(session: Session): Promise<number> {
  const { text } = await ask(session, 'data.copy', {});
  const copy = JSON.parse(text) as { machine: string; works: { status: string; changedAt: number }[] };
  copy.machine = 'another';
  for (const work of copy.works.slice(0, CHANGES)) Object.assign(work, { status: 'read', changedAt: Date.now() });
  const other = JSON.stringify(copy);
  const began = performance.now();
  const { view } = await ask(session, 'merge.do', { text: other, removals: 'ask' });
  const took = (performance.now() - began) / 1000;
  if (view.works.changed !== CHANGES)
    throw new Error(`The merge changed ${view.works.changed} papers, not ${CHANGES}.`);
  return took;
}

/** Seconds from the press to the file of all papers of the list. */
async function exportSeconds(tab: Tab): Promise<number> {
  await pressed(tab, '.l-top-end button', 'Export');
  const began = performance.now();
  await pressed(tab, '.l-export .b-btn', 'BibTeX');
  await eventually(
    () =>
      tab.evaluate(() =>
        /\d/u.test(document.querySelector('.l-export output')?.textContent ?? '') ? true : undefined,
      ),
    300_000,
    20,
  );
  return (performance.now() - began) / 1000;
}

export async function libraryFigures(only: readonly FigureName[], repeats: number): Promise<Measured[]> {
  const extension = await needBuild('chromium');
  const site = (asked: string) => (asked === notePage ? served(note()) : null);
  const [empty, full] = await Promise.all([
    openBrowser('chromium', { extension, site }),
    openBrowser('chromium', { extension, site }),
  ]);
  const given: Measured[] = [];
  const add = (name: FigureName, value: number, notes: string[]): void => {
    if (only.includes(name)) given.push(measured(name, value, notes));
  };
  try {
    await Promise.all([catalogReady(empty), catalogReady(full)]);
    await ask(full, 'data.restore', { text: copyWith(PAPERS), how: 'replace' });
    if (only.includes('library.rows')) {
      await rowsFigure(full);
      const times: number[] = [];
      for (let turn = 0; turn < repeats; turn += 1) times.push(await rowsFigure(full));
      add('library.rows', median(times), [`${PAPERS} entries, slowest ${Math.max(...times).toFixed(0)} ms`]);
    }
    const tab = await full.openOwn('library.html');
    await tab.front();
    await there(tab, '.l-row');
    if (only.includes('library.search')) {
      await searchTimes(tab);
      const times = await searchTimes(tab);
      add('library.search', share(times, 0.95), [`${times.length} letters, median ${median(times).toFixed(1)} ms`]);
    }
    if (only.includes('library.scroll')) {
      const times = await frameTimes(tab);
      add('library.scroll', times.filter((time) => time > LONG_FRAME).length, [
        `${FRAMES} frames, slowest ${Math.max(...times).toFixed(0)} ms`,
      ]);
    }
    if (only.includes('library.export'))
      add('library.export', await exportSeconds(tab), [`${PAPERS} entries as BibTeX`]);
    if (only.includes('library.wake')) {
      for (const session of [empty, full]) await firstMark(session);
      const { none, many } = await interleaved(repeats, { none: () => firstMark(empty), many: () => firstMark(full) });
      add('library.wake', median(many) / median(none), [
        `first mark ${median(many).toFixed(0)} ms with the list, ${median(none).toFixed(0)} ms without`,
      ]);
    }
    if (only.includes('library.merge'))
      add('library.merge', await mergeSeconds(full), [`${CHANGES} changes into ${PAPERS} entries, ours beside them`]);
    // Last: it adds to the list.
    if (only.includes('library.import')) {
      await tab.front();
      add('library.import', await importSeconds(tab), [`${PAPERS} BibTeX entries to a list of ${PAPERS}`]);
    }
    return given;
  } finally {
    await Promise.all([empty.close(), full.close()]);
  }
}
