// The page script and the card, at work on this page. No content script runs on an extension's own pages, so they
// are started from here; all that differs is where the page's adapter and the card come from.
import { listingAdapter } from '../../components/welcome/listing.tsx';
import { meetingPoint } from '../../lib/page/meeting-point.ts';
import { Page } from '../../lib/page/page.ts';
import { createMarks } from '../../lib/page/act/mark-controller.ts';
import { createNavigation } from '../../lib/page/act/navigation.ts';
import { extensionWorker, type Worker } from '../../lib/page/runtime.ts';
import { ask } from '../../lib/messages/client.ts';
import type { Answer, MessageName, Request } from '../../lib/messages/contract.ts';
import { OverPage } from '../../components/over-page/over-page.tsx';

/** What this page answers itself, and the worker for any other page. */
const here: { [N in MessageName]?: (request: Request<N>) => Promise<Answer<N>> } = {
  // This page can't be switched off, and no site adapter is for it.
  'page.handshake': async () => ({ on: true, settings: await ask('settings.get', {}), adapter: listingAdapter }),
  // No badge: the count is of papers on the web.
  'page.count': () => Promise.resolve({}),
  'marks.inject': () => {
    meetingPoint.bridge?.attach(createMarks);
    return Promise.resolve({});
  },
  'navigation.inject': () => {
    const { bridge } = meetingPoint;
    if (bridge !== undefined) bridge.navigation = createNavigation(bridge);
    return Promise.resolve({});
  },
  'card.inject': () => {
    const { card: page } = meetingPoint;
    if (page !== undefined) page.ready(new OverPage(page));
    return Promise.resolve({});
  },
};

const askHere = <N extends MessageName>(name: N, request: Request<N>): Promise<Answer<N>> => {
  const answer = here[name];
  return answer === undefined ? ask(name, request) : answer(request);
};

let begun = false;

/** Marks the listing; a second call does nothing. */
export async function startMarks(): Promise<void> {
  if (begun) return;
  begun = true;
  const worker: Worker = { ...extensionWorker(), ask: askHere };
  const { settings, adapter } = await askHere('page.handshake', { url: location.href });
  new Page(worker, { settings, adapter }, new AbortController().signal);
}
