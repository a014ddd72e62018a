// A gatherer in a worker of its own, as whoever orders sees it, and the worker's side. What goes over are lines of
// records, in the order of their papers; what comes back are bytes, handed over and not copied.
import type { PaperRecord } from '../record.ts';
import { lineOf } from '../tables/records.ts';
import { Gathering, type Gathered, type Gatherer } from './gatherer.ts';

type Order = { begin: number; last: string } | { lines: string } | { take: true };

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/** `worker` runs `gatherHere`. A worker that falls over fails what is taken next. */
export function gathererApart(worker: Worker): Gatherer {
  const waiting: { resolve: (gathered: Gathered) => void; reject: (error: unknown) => void }[] = [];
  let broken: Error | null = null;
  const order = (what: Order): void => worker.postMessage(what);
  worker.addEventListener('message', ({ data }: MessageEvent<Gathered>) => waiting.shift()?.resolve(data));
  worker.addEventListener('error', (event) => {
    broken = new Error(`the gatherer stopped: ${event.message}`);
    for (const { reject } of waiting.splice(0)) reject(broken);
  });
  return {
    begin: (papers, last) => order({ begin: papers, last: last.join('\n') }),
    // A text goes over as it lies; records would be taken apart and put together again one by one.
    add: (records) => order({ lines: records.map(lineOf).join('\n') }),
    take: () =>
      new Promise((resolve, reject) => {
        if (broken !== null) {
          reject(broken);
          return;
        }
        waiting.push({ resolve, reject });
        order({ take: true });
      }),
  };
}

/** The worker's side: hears orders and answers what is taken. */
export function gatherHere(scope: {
  onmessage: ((event: MessageEvent<Order>) => void) | null;
  postMessage: (message: Gathered, handedOver: Transferable[]) => void;
}): void {
  let gathering = new Gathering();
  scope.onmessage = ({ data }) => {
    if ('begin' in data) gathering = new Gathering(data.begin, linesOf(data.last));
    else if ('lines' in data) {
      // Written by the importer a moment ago, from records within the schema's limits.
      for (const line of linesOf(data.lines)) gathering.add(JSON.parse(line) as PaperRecord, line);
    } else {
      const gathered = gathering.take();
      const buffers = [...gathered.pieces, ...gathered.runs].map(({ bytes }) => bytes.buffer);
      scope.postMessage(gathered, [...new Set(buffers)]);
    }
  };
}
