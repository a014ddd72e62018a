// One load of a page, and what can be measured of it from outside: how its layout shifted, where everything is.
import { eventually, wait } from '../browser/byline.ts';
import type { Asked, Session, Tab } from '../browser/session.ts';

export interface Load {
  tab: Tab;
  /** What the browser's own layout-shift entries add up to; null where it has none (Firefox). */
  shift: number | null;
  /** Left and top of the page's own elements, in the document's commandPage, rounded. */
  places: [number, number][];
  requests: Asked[];
}

/** Elements compared; a page beyond them is sampled by its beginning. */
const elementsCompared = 4000;

const measureShift = (): Promise<number | null> => {
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return Promise.resolve(null);
  return new Promise((resolve) => {
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: 'layout-shift', buffered: true });
    // Buffered entries are handed over in a task of their own.
    setTimeout(() => {
      const entries = observer.takeRecords() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[];
      resolve(entries.filter((entry) => !entry.hadRecentInput).reduce((sum, entry) => sum + entry.value, 0));
    }, 50);
  });
};

/** Not by the document's own properties: a frame or form may have the name "body", an image that of any method. */
const measurePlaces = (limit: number): [number, number][] =>
  [...document.documentElement.querySelectorAll('body *')].slice(0, limit).map((element) => {
    const { left, top } = element.getBoundingClientRect();
    return [Math.round(left + scrollX), Math.round(top + scrollY)];
  });

/** Loads a page in a new tab and lets it come to rest: loaded, fonts there, two frames drawn. */
export async function load(session: Session, url: string, mark = ''): Promise<Tab> {
  const tab = await session.open();
  await session.forget();
  await tab.evaluate((words) => console.timeStamp(words), mark);
  await tab.goto(url);
  await tab.evaluate(async () => {
    await document.fonts?.ready;
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  });
  return tab;
}

export async function measure(session: Session, tab: Tab): Promise<Load> {
  const [shift, places, requests] = [
    await tab.evaluate(measureShift),
    await tab.evaluate(measurePlaces, elementsCompared),
    await session.requests(),
  ];
  return { tab, shift, places, requests };
}

/** The same load without the extension, as long as its measures need to stand still. */
export async function baseline(session: Session, url: string): Promise<Load> {
  const tab = await load(session, url);
  let before = '';
  await eventually(async () => {
    const now = JSON.stringify(await tab.evaluate(measurePlaces, elementsCompared));
    const still = now === before;
    before = now;
    return still ? true : undefined;
  }, 3000);
  await wait(0);
  const measured = await measure(session, tab);
  await tab.close();
  return measured;
}

/** How much more the page moved than it does alone. Without the browser's own entries: the share of elements that
 * stand elsewhere, times how far the farthest moved in window heights; 0 means that not one moved by a pixel. */
export function shiftBetween(alone: Load, withUs: Load, windowHeight: number): number {
  if (alone.shift !== null && withUs.shift !== null) return Math.max(0, round(withUs.shift - alone.shift));
  if (alone.places.length !== withUs.places.length || alone.places.length === 0) return 0;
  const distances = alone.places.map(([x, y], at) => {
    const [toX, toY] = withUs.places[at] ?? [x, y];
    return Math.abs(toX - x) + Math.abs(toY - y);
  });
  const moved = distances.filter((distance) => distance > 0).length;
  return round((moved / distances.length) * (Math.max(...distances) / windowHeight));
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Without the query and long numbers: pages ask with the time or a random number in the address. */
const place = (address: string): string => address.replace(/[?#].*$/su, '').replace(/\d{6,}/gu, '');

/** What the extension asked for, and what nobody owns up to and was not asked for without the extension. */
export function requestsBeyond(alone: readonly Asked[], withUs: readonly Asked[]): string[] {
  const before = new Set(alone.map(({ address }) => place(address)));
  const beyond = withUs.filter(
    ({ address, by }) => by === 'extension' || (by === 'unknown' && !before.has(place(address))),
  );
  return [...new Set(beyond.map(({ address }) => address))];
}
