// Reads the cases' pages in a real browser without the extension, each under its own address; nothing else answers.
import { openBrowser } from '../browser/open.ts';
import type { Session } from '../browser/session.ts';
import { servedFile, sitePages } from '../browser/site.ts';
import { bundle } from '../bench/bundle.ts';
import { pickAdapter } from '../../lib/sites/pick.ts';
import type { Case } from './cases.ts';
import { ReadThrice } from './said.ts';

const tabs = 4;
/** A saved page's own scripts would change it or lead away; what evaluates ours is let through. */
const unscripted = { 'content-security-policy': "script-src 'unsafe-eval'" };

/** What the page said, or one sentence why it could not be read. */
export type Visited = { said: ReadThrice } | { problem: string };

async function visit(session: Session, script: string, { url }: Case): Promise<Visited> {
  const tab = await session.open();
  try {
    await tab.goto(url);
    const read = Object.assign((): unknown => null, {
      toString: () => `(adapter) => { ${script}; return globalThis.readThrice(adapter); }`,
    });
    const parsed = ReadThrice.safeParse(await tab.evaluate<unknown, unknown>(read, pickAdapter(url)));
    return parsed.success
      ? { said: parsed.data }
      : { problem: `The page's message breaks the contract: ${parsed.error.message.slice(0, 500)}` };
  } catch (error) {
    return { problem: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error) };
  } finally {
    await tab.close();
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
    // One address may stand for several pages: those are read in different rounds.
    let left = cases.map((one, at) => ({ one, at }));
    while (left.length > 0) {
      const round = left.filter(({ one }, at) => left.findIndex((other) => other.one.url === one.url) === at);
      left = left.filter((one) => !round.includes(one));
      session.serve(sitePages(new Map(round.map(({ one }) => [one.url, servedFile(one.file ?? '', unscripted)]))));
      const work = async (): Promise<void> => {
        for (let next = round.shift(); next !== undefined; next = round.shift())
          visited[next.at] = await visit(session, script, next.one);
      };
      await Promise.all(Array.from({ length: tabs }, work));
    }
    return visited;
  } finally {
    await session.close();
  }
}
