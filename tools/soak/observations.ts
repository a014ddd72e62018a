// What a page can tell of its reader, over many visits: one title that is now on the reading list and now in no store of
// Byline's, in an order by chance. What the page sees must be the same each time; what a clock tells is counted.
import { chance } from '../chance.ts';
import { ask, catalogReady, settledReport } from '../browser/byline.ts';
import { baitPage, learnt } from '../browser/observe.ts';
import { openBrowser } from '../browser/open.ts';
import type { Kind, Session, Tab } from '../browser/session.ts';
import { served } from '../browser/site.ts';
import { needBuild } from '../build.ts';
import type { Outcome } from './outcome.ts';

const secret = 'Patient Lanterns: On the Slow Convergence of Imaginary Lighthouses';
const own = 'https://arxiv.org/abs/2999.00001';
const bait = 'https://openreview.net/bait';
/** How long after its load a page watches its own clock. */
const WATCHED_MS = 500;
/** A pause between two turns of an idle page that counts as somebody's work. */
const PAUSE_MS = 1;

const ownPage = `<!doctype html><title>${secret}</title><meta name="citation_title" content="${secret}">
  <meta name="citation_author" content="Example, Ada"><meta name="citation_arxiv_id" content="2999.00001"><h1 class="title">${secret}</h1>`;

/** Times of the page's own turns, and of the host's coming. */
const clock = `<script>
  const clock = (window.clock = { host: 0, load: 0, gaps: [] });
  new MutationObserver((records) => { if (records.some(({ addedNodes }) => [...addedNodes].some(({ nodeName }) => nodeName === 'DIV'))) clock.host ||= performance.now(); })
    .observe(document.documentElement, { childList: true });
  addEventListener('load', () => {
    clock.load = performance.now();
    const { port1, port2 } = new MessageChannel();
    let last = performance.now();
    port1.onmessage = () => {
      const now = performance.now();
      if (now - last > ${PAUSE_MS}) clock.gaps[clock.gaps.length] = now - last;
      last = now;
      if (now - clock.load < ${WATCHED_MS}) port2.postMessage(0); else clock.done = true;
    };
    port2.postMessage(0);
  });
</script>`;

interface Visit {
  saved: boolean;
  /** All that the page saw, as text. */
  seen: string;
  times: Record<'host after load' | 'work in all' | 'longest piece of work', number>;
}

async function visit(session: Session, tab: Tab, id: string, saved: boolean): Promise<Visit> {
  await ask(session, 'library.set', { id, status: saved ? 'to-read' : null });
  await tab.goto(bait);
  const { host, load, gaps } = await tab.evaluate(
    () =>
      new Promise<{ host: number; load: number; gaps: number[] }>((resolve) => {
        const { clock, seen } = globalThis as unknown as {
          clock: { host: number; load: number; gaps: number[]; done?: true };
          seen: object;
        };
        const look = (): void => {
          // On a busy machine the host may come after the clock was watched.
          if (clock.done !== true || clock.host === 0) return void setTimeout(look, 50);
          // What follows is the driver's: it writes out the answer with calls that the page notes.
          Object.assign(seen, { armed: false, arming: false });
          resolve(clock);
        };
        look();
      }),
  );
  return {
    saved,
    seen: JSON.stringify(await learnt(tab)),
    times: {
      'host after load': host - load,
      'work in all': gaps.reduce((sum, gap) => sum + gap, 0),
      'longest piece of work': Math.max(0, ...gaps),
    },
  };
}

/**
 * How well one number tells two groups apart: the chance that one of `a` is above one of `b`. 0.5 is not at all. With it
 * the half-width of its interval of 95 %.
 */
export function tellsApart(a: readonly number[], b: readonly number[]): { share: number; by: number } {
  const sorted = b.toSorted((x, y) => x - y);
  let above = 0;
  for (const value of a) {
    const below = sorted.findIndex((other) => other >= value);
    const end = sorted.findIndex((other) => other > value);
    const under = below < 0 ? sorted.length : below;
    const equal = (end < 0 ? sorted.length : end) - under;
    above += under + equal / 2;
  }
  const [n, m] = [a.length, b.length];
  return { share: above / (n * m), by: 1.96 * Math.sqrt((n + m + 1) / (12 * n * m)) };
}

/** Where the first two texts begin to differ. */
function firstDifference([one = '', other = '']: readonly string[]): string[] {
  if (other === '') return [];
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return [one, other].map((text) => text.slice(Math.max(0, at - 80), at + 120));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

async function inBrowser(kind: Kind, visits: number): Promise<Outcome> {
  const extension = await needBuild(kind);
  const pages = new Map([
    [own, served(ownPage)],
    [bait, served(baitPage([secret]).replace('<main>', `${clock}<main>`))],
  ]);
  const session = await openBrowser(kind, { extension, site: (asked) => pages.get(asked) ?? null });
  const { next: random } = chance(11);
  try {
    await catalogReady(session);
    const tab = await session.open(own);
    const [paper] = (await settledReport(session, tab))?.papers ?? [];
    if (paper === undefined) throw new Error('The page of the paper was not read.');
    const all: Visit[] = [];
    // The first visits warm the browser up and are not counted.
    for (let at = -10; at < visits; at += 1) {
      const one = await visit(session, tab, paper.id, random() < 0.5);
      if (at >= 0) all.push(one);
    }
    const looks = new Set(all.map(({ seen }) => seen));
    const shares = [...looks].map((look) => {
      const some = all.filter(({ seen }) => seen === look);
      return `seen ${some.length} times, ${some.filter(({ saved }) => saved).length} of them saved`;
    });
    const told = Object.keys(all[0]?.times ?? {}).map((what) => {
      const [saved, not] = [true, false].map((is) =>
        all.flatMap((one) => (one.saved === is ? [one.times[what as keyof Visit['times']]] : [])),
      );
      const { share, by } = tellsApart(saved ?? [], not ?? []);
      return {
        what,
        isNoise: Math.abs(share - 0.5) <= 1.5 * by,
        note: `${what}: ${mean(saved ?? []).toFixed(2)} ms saved, ${mean(not ?? []).toFixed(2)} ms not; a guess by it is right ${(100 * Math.max(share, 1 - share)).toFixed(1)} % ± ${(100 * by).toFixed(1)}`,
      };
    });
    return {
      // What the clock tells of our work is reported, not judged: see docs/architecture.md.
      holds: looks.size === 1 && told.every(({ what, isNoise }) => isNoise || what !== 'host after load'),
      notes: [
        `${session.name}, ${visits} visits: the page saw ${looks.size === 1 ? 'the same each time' : `${looks.size} different things`}`,
        ...(looks.size === 1 ? [] : shares.slice(0, 10)),
        ...told.map(({ note }) => note),
        ...firstDifference([...looks]),
      ],
    };
  } finally {
    await session.close();
  }
}

/** `visits`: to try the trial itself with fewer. */
export async function observations(visits = 1000): Promise<Outcome> {
  const outcomes = [await inBrowser('chromium', visits), await inBrowser('firefox', Math.ceil(visits / 2))];
  return { holds: outcomes.every(({ holds }) => holds), notes: outcomes.flatMap(({ notes }) => notes) };
}
