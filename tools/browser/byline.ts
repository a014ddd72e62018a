// What one asks of the extension in a session: its report of a page, its card, its messages.
import { failureText } from '../../lib/i18n/failures.ts';
import type {
  Answer,
  MessageName,
  PageCommand,
  PageCommandAnswer,
  PageCommandName,
  Reply,
  Request,
} from '../../lib/messages/contract.ts';
import type { Box, Session, Tab } from './session.ts';

export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Repeats a question until the answer is there; undefined when it never is. So long, because several browsers share the
 *  cores of a test run; how fast Byline is, `npm run bench` measures. */
export async function eventually<T>(
  look: () => Promise<T | undefined>,
  limitMs = 30_000,
  everyMs = 50,
): Promise<T | undefined> {
  const limit = performance.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined || performance.now() > limit) return found;
    await wait(everyMs);
  }
}

/** A message as one of the extension's own pages sends it. Throws with the worker's sentence. */
export async function ask<N extends MessageName>(session: Session, name: N, request: Request<N>): Promise<Answer<N>> {
  const reply = await session.inExtension<Reply<N>, { name: N; request: Request<N> }>(
    (api, message) => api.runtime.sendMessage(message),
    { name, request },
  );
  if (reply.ok) return reply.value;
  throw new Error(failureText(reply.error));
}

/** An order as the worker gives it to a tab's page script, or to that in one of its frames. Null where none runs. */
export function commandPage<N extends PageCommandName>(
  session: Session,
  tab: Tab,
  name: N,
  request: PageCommand<N>,
  frame = 0,
): Promise<PageCommandAnswer<N> | null> {
  return session.inExtension<
    PageCommandAnswer<N> | null,
    { tab: number; frameId: number; message: { name: N; request: PageCommand<N> } }
  >(
    async (api, { tab: id, frameId, message }) => {
      // The page script obeys the worker alone. In Firefox a page of ours in a tab is not it, but has a hold on it;
      // Chrome has no such hold, and does not tell pages of ours from the worker.
      const worker = await Promise.resolve()
        .then(() => api.runtime.getBackgroundPage())
        .then((page) => (page as unknown as { browser?: typeof api }).browser)
        .catch(() => undefined);
      try {
        return (await (worker ?? api).tabs.sendMessage(id, message, { frameId })) ?? null;
      } catch {
        return null;
      }
    },
    { tab: tab.id, frameId: frame, message: { name, request } },
  );
}

/** Waits until the catalog is in the browser; answers how many papers it has. */
export async function catalogReady(session: Session): Promise<number> {
  const papers = await eventually(async () => {
    const summary = await ask(session, 'stored.summary', {}).catch(() => undefined);
    return summary?.catalog.ready === true ? summary.packs.reduce((sum, pack) => sum + pack.papers, 0) : undefined;
  }, 60_000);
  if (papers === undefined) throw new Error('The catalog was not ready within 60 s.');
  return papers;
}

export type Report = PageCommandAnswer<'page.report'>;

/** What the page script found once nothing moves any more; null where it does not run. */
export async function settledReport(session: Session, tab: Tab, limitMs = 60_000): Promise<Report | null> {
  const runs = await eventually(async () => (await commandPage(session, tab, 'page.report', {})) ?? undefined, 3000);
  if (runs === undefined) return null;
  let last = '';
  return (
    (await eventually(
      async () => {
        const report = await commandPage(session, tab, 'page.report', {});
        if (report === null || !report.settled) return undefined;
        // Settled twice with the same answer: between two questions a page may still bring something new.
        const now = JSON.stringify([report.blocksAsked, report.papers, report.people]);
        const same = now === last;
        last = now;
        return same ? report : undefined;
      },
      limitMs,
      150,
    )) ?? commandPage(session, tab, 'page.report', {})
  );
}

/** What was found in the frames of the page's own site; rectangles are in each frame's own pixels. */
export async function reportsOfFrames(session: Session, tab: Tab, limitMs = 4000): Promise<Report[]> {
  const hasFrames = await tab.evaluate(() =>
    [...document.querySelectorAll('iframe')].some(({ contentDocument }) => contentDocument !== null),
  );
  if (!hasFrames) return [];
  const look = async (): Promise<Report[] | undefined> => {
    const frames = await session.inExtension<number[], number>(async (api, tabId) => {
      const found = await api.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => null });
      return found.flatMap(({ frameId }) => (frameId === 0 ? [] : [frameId]));
    }, tab.id);
    const reports = await Promise.all(frames.map((frame) => commandPage(session, tab, 'page.report', {}, frame)));
    const said = reports.filter((report) => report !== null);
    return said.length > 0 && said.every(({ settled }) => settled) ? said : undefined;
  };
  return (await eventually(look, limitMs, 200)) ?? [];
}

export interface OpenCard {
  title: string;
  text: string;
  box: Box;
  /** By work id: the reason as the card words it. */
  reasons: Record<string, string>;
}

/** The card that is open in a closed root of the page, or undefined. */
export const openCard = (tab: Tab): Promise<OpenCard | undefined> =>
  tab
    .closed((roots) => {
      for (const root of roots) {
        const card = root.querySelector<HTMLElement>('[role="dialog"]');
        // Busy: its facts are not there yet.
        if (card === null || card.querySelector('[aria-busy="true"]') !== null) continue;
        const { x, y, width, height } = card.getBoundingClientRect();
        if (width === 0 || height === 0) continue;
        // What was walked away from stays mounted beneath, hidden.
        const level = card.querySelector('.b-level:not([hidden])') ?? card;
        const heading = level.querySelector<HTMLElement>('h2');
        const reasons: Record<string, string> = {};
        for (const work of level.querySelectorAll<HTMLElement>('[data-work]'))
          reasons[work.dataset['work'] ?? ''] = [...work.querySelectorAll<HTMLElement>('.b-reason')]
            .map((reason) => reason.innerText.trim())
            .join(' · ');
        // Words about the reader are drawn, not text (components/ui/unsearchable-text.tsx).
        const drawn = [...card.querySelectorAll<HTMLElement>('[data-words]')]
          .filter((one) => one.closest('.b-level[hidden]') === null)
          .map((one) => one.dataset['words'] ?? '');
        return {
          // Without what a screen reader is told of the link that it is.
          title: (heading?.innerText ?? '')
            .replace(heading?.querySelector<HTMLElement>('.b-hidden')?.innerText ?? '', '')
            .trim(),
          text: [card.innerText.trim(), ...drawn].join('\n'),
          box: { x, y, width, height },
          reasons,
        };
      }
      return null;
    })
    .then((card) => card ?? undefined);
