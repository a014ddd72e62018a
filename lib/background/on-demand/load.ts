// Reads the worker's second script (`parts.ts`) when something of it is first needed.
import type { OnDemandParts } from './parts.ts';

const FILE = '/on-demand.js';

/** Where script and worker meet. */
interface Meeting {
  bylineOnDemand?: OnDemandParts;
  importScripts?: (file: string) => void;
}
const here: Meeting = globalThis as Meeting;

export const offerParts = (parts: OnDemandParts): void => {
  here.bylineOnDemand = parts;
};

let loading: Promise<OnDemandParts> | null = null;

/** What `parts.ts` has. The first call reads the script, later ones wait for nothing. */
export function onDemand(): Promise<OnDemandParts> {
  loading ??= read().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function read(): Promise<OnDemandParts> {
  if (here.bylineOnDemand === undefined)
    // Chrome's worker, or Firefox's event page.
    if (here.importScripts === undefined) await readInPage();
    else here.importScripts(FILE);
  if (here.bylineOnDemand === undefined) throw new Error(`${FILE} did not bring what it has`);
  return here.bylineOnDemand;
}

const readInPage = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${FILE} could not be read`)));
    script.src = FILE;
    document.head.append(script);
  });

/** Chrome lets a worker read later only those scripts that it read while it was installed. */
export function keepForLater(): void {
  addEventListener('install', () => here.importScripts?.(FILE));
}
