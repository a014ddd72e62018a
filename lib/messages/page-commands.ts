// Commands from the worker to page scripts. On the wire: `{ name, request }`, answered by the plain answer of
// `pageCommands` (no `{ ok }` around it: a page script that can't answer does not answer at all).
import { browser } from '../browser/browser.ts';
import { pageCommands, type PageCommand, type PageCommandAnswer, type PageCommandName } from './contract.ts';

/**
 * Sends one command to a tab's page script. Null where no page script runs or its answer does not parse.
 *
 * @param frame which of the page's frames is asked, the page itself unless said; where all are, the first answer counts
 */
export async function sendToPage<N extends PageCommandName>(
  tab: number,
  name: N,
  request: PageCommand<N>,
  frame: number | 'all' = 0,
): Promise<PageCommandAnswer<N> | null> {
  try {
    const reply: unknown = await browser.tabs.sendMessage(
      tab,
      { name, request },
      frame === 'all' ? {} : { frameId: frame },
    );
    const parsed = pageCommands[name].answer.safeParse(reply);
    // The name chose the schema, which TypeScript can't follow through the union.
    return parsed.success ? (parsed.data as PageCommandAnswer<N>) : null;
  } catch {
    // No page script in that tab: the usual case for most tabs.
    return null;
  }
}

/** Sends one command to every tab where a page script may run, and to its frames. */
export async function broadcast<N extends PageCommandName>(name: N, request: PageCommand<N>): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [sendToPage(id, name, request, 'all')])));
}
