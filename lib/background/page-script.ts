// Where the page script runs: by the manifest, by the reader's grants, or once by a click.
import { browser } from '../browser/browser.ts';
import { sendToPage } from '../messages/page-commands.ts';
import { RequestError } from '../messages/server.ts';
import { getSettings } from '../settings/store.ts';
import { LOCAL_APPS } from '../sites/local-apps.ts';
import { matches, wholeHost } from '../sites/match-pattern.ts';
import { temporaryOrigins } from './temporary-permissions.ts';

const pageScript = 'content-scripts/detector.js';
const registration = 'granted-sites';

/** Runs the page script once in a tab. False where the browser does not allow it. */
export async function runPageScript(tab: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId: tab }, files: [pageScript] });
    return true;
  } catch {
    // The browser's own pages, stores, and tabs whose grant is over.
    return false;
  }
}

/**
 * How browsers say that a frame went away, or shows another document, before a script ran in it. They have no codes
 * for it; Chromium: extensions/browser/api/scripting, Firefox: toolkit/components/extensions/parent/ext-scripting.js.
 */
const frameGone =
  /was removed|no (?:tab|frame|document) with id|invalid (?:tab|frame) id|tab was closed|frame not found|error page|cannot access|missing host permission|actor .* destroyed/iu;

function saysClosed(error: unknown): never {
  if (error instanceof Error && frameGone.test(error.message)) throw new RequestError('page-closed');
  throw error;
}

/** Runs a script of ours in the frame that asked. `page-closed` where the reader has left it meanwhile. */
export async function injectScript(file: string, tab: number, frame: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [frame] }, files: [file] }).catch(saysClosed);
}

/**
 * Has what the page script can't see into read, where a page may have some: frames, and custom elements, which may have
 * a shadow root. A look costs a page a tenth of a millisecond; the page script itself need not carry it.
 */
export async function lookInside(tab: number, frame: number): Promise<void> {
  const target = { tabId: tab, frameIds: [frame] };
  try {
    const [found] = await browser.scripting.executeScript({
      target,
      func: async () => {
        const has = (): boolean =>
          new XPathEvaluator().evaluate('//iframe|//*[contains(name(),"-")]', document).iterateNext() !== null;
        if (has()) return true;
        // Components have a second to come.
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return has();
      },
    });
    if (found?.result === true) await browser.scripting.executeScript({ target, files: ['content-scripts/inside.js'] });
  } catch {
    // The page is gone.
  }
}

/** Links on from the text to something of the same page that a page with citations has at least. */
const MIN_LINKS_ON = 3;

/** Has citations followed where a page may have some: links to what comes later on it. */
export async function lookForCitations(tab: number, frame: number): Promise<void> {
  const target = { tabId: tab, frameIds: [frame] };
  try {
    const [found] = await browser.scripting.executeScript({
      target,
      func: (least: number) => {
        let links = 0;
        for (const { hash, pathname, origin } of document.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')) {
          if (hash.length < 2 || pathname !== location.pathname || origin !== location.origin) continue;
          if ((links += 1) >= least) return true;
        }
        return false;
      },
      args: [MIN_LINKS_ON],
    });
    if (found?.result === true)
      await browser.scripting.executeScript({ target, files: ['content-scripts/citations.js'] });
  } catch {
    // The page is gone.
  }
}

/** Runs the page script in those frames of a tab that are of its page's own site; one that it runs in goes on. */
export async function runInOwnFrames(tab: number): Promise<void> {
  const found = await browser.scripting
    .executeScript({
      target: { tabId: tab, allFrames: true },
      func: () => {
        try {
          // Of another site's page it may not be asked.
          return top !== self && top?.document.body !== null;
        } catch {
          return false;
        }
      },
    })
    .catch(saysClosed);
  await Promise.all(
    found.flatMap(({ frameId, result }) => (result === true ? [injectScript(pageScript, tab, frameId)] : [])),
  );
}

/** The origins that the reader granted beyond the manifest. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const atInstall = new Set((browser.runtime.getManifest().host_permissions ?? []).map(wholeHost));
  const temporary = new Set(await temporaryOrigins());
  // Firefox lists the manifest's patterns with their paths, Chrome without.
  return origins.filter(
    (origin) => !atInstall.has(wholeHost(origin)) && !temporary.has(origin) && origin !== LOCAL_APPS,
  );
}

/** Where the manifest makes the page script run. */
export const byManifest = (): string[] =>
  (browser.runtime.getManifest().content_scripts ?? []).flatMap((script) => script.matches);

/** Does the page script run at this address without being asked? */
export async function runsAlways(address: string): Promise<boolean> {
  if (!/^https?:/.test(address) || !(await browser.permissions.contains({ origins: [originOf(address)] })))
    return false;
  return [...byManifest(), ...(await grantedOrigins())].some((pattern) => matches(pattern, address));
}

/** The pattern that covers all of a site: "https://example.org/*". The port is no part of patterns. */
export function originOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

async function register(): Promise<void> {
  const granted = await grantedOrigins();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [registration] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [registration] });
  if (granted.length === 0) return;
  // A grant for all sites covers the manifest's too; the page script must not run twice there.
  const excludeMatches = byManifest();
  await browser.scripting.registerContentScripts([
    {
      id: registration,
      matches: granted,
      ...(excludeMatches.length === 0 ? {} : { excludeMatches }),
      js: [pageScript],
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
}

let last: Promise<void> = Promise.resolve();

/** Makes the browser run the page script on exactly the granted sites. One change after the other; never throws. */
export function registerGranted(): Promise<void> {
  last = last
    .then(register)
    .catch((error: unknown) => console.warn('Byline: granted sites could not be registered', error));
  return last;
}

/** Runs the page script in tabs of these sites that are open already and where it does not run yet. */
export async function runInOpenTabs(patterns: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...patterns], discarded: false });
  await Promise.all(
    tabs.map(async ({ id, url = '' }) => {
      if (id === undefined || !(await runsAlways(url))) return;
      if ((await sendToPage(id, 'page.alive', {})) === null) await runPageScript(id);
    }),
  );
}

/** Ends the page script where Byline may not run any more: it could inject nothing there. */
async function endWithoutPermission(): Promise<void> {
  const [tabs, settings] = await Promise.all([browser.tabs.query({}), getSettings()]);
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      // An address is shown only of tabs where Byline may run.
      if (id === undefined || url !== undefined) return;
      if ((await sendToPage(id, 'page.settings', { on: false, settings })) === null) return;
      await browser.action.setBadgeText({ tabId: id, text: '' });
    }),
  );
}

const warn = (error: unknown): void => console.warn('Byline: open tabs have to be reloaded', error);

/** Follows what the reader allows and takes back, here or in the browser's own settings: open tabs get their marks, or
 *  lose them, at once. An update of the extension drops what was registered. */
export function followGrants(): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void registerGranted();
    if (origins.length > 0) void runInOpenTabs(origins).catch(warn);
  });
  browser.permissions.onRemoved.addListener(() => {
    void registerGranted();
    void endWithoutPermission().catch(warn);
  });
  browser.runtime.onInstalled.addListener(() => void registerGranted());
}
