// Reads the cases' pages in a real browser without the extension, each under its own address; nothing else answers.
import { openBrowser } from '../browser/open.ts';
import type { Tab } from '../browser/session.ts';
import { servedFile, sitePages } from '../browser/site.ts';
import { bundle } from '../bench/bundle.ts';
import { pickAdapter } from '../../lib/sites/pick-adapter.ts';
import type { Case } from './cases.ts';
import { ReadThrice } from './said.ts';

const tabs = 4;
/** A saved page's own scripts would change it or lead away, and what else it loads is not here; what evaluates ours is
 *  let through. */
const unscripted = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-eval'",
};

/** What the page said, or what happened instead. */
export type Visited = { said: ReadThrice } | { problem: string };

async function visit(tab: Tab, script: string, { url }: Case): Promise<Visited> {
  try {
    // From here every address is another document, also one that differs in its fragment alone.
    await tab.goto('about:blank');
    await tab.goto(url);
    const read = Object.assign((): unknown => null, {
      toString: () => `(adapter) => { ${script}; return globalThis.readThrice(adapter); }`,
    });
    const parsed = ReadThrice.safeParse(await tab.evaluate<unknown, unknown>(read, pickAdapter(url)));
    return parsed.success
      ? { said: parsed.data }
      : { problem: `breaks the contract of messages: ${parsed.error.message.slice(0, 500)}` };
  } catch (error) {
    return {
      problem: `could not be read: ${error instanceof Error ? error.message.split('\n', 1)[0] : String(error)}`,
    };
  }
}

/** The answers in the order of the cases, all of which have a file. */
export async function visitAll(cases: readonly Case[]): Promise<Visited[]> {
  const [script, session] = await Promise.all([
    bundle(new URL('read-in-page.ts', import.meta.url).pathname),
    openBrowser('chromium', { extension: null, site: () => null }),
  ]);
  try {
    const visited: Visited[] = [];
    const open = await Promise.all(Array.from({ length: tabs }, () => session.open()));
    // One address may stand for several pages: those are read in different rounds.
    let left = cases.map((one, at) => ({ one, at }));
    while (left.length > 0) {
      const round = left.filter(({ one }, at) => left.findIndex((other) => other.one.url === one.url) === at);
      left = left.filter((one) => !round.includes(one));
      session.serve(sitePages(new Map(round.map(({ one }) => [one.url, servedFile(one.file ?? '', unscripted)]))));
      const work = async (tab: Tab): Promise<void> => {
        for (let next = round.shift(); next !== undefined; next = round.shift())
          visited[next.at] = await visit(tab, script, next.one);
      };
      await Promise.all(open.map(work));
    }
    return visited;
  } finally {
    await session.close();
  }
}
