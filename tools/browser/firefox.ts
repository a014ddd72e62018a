// Firefox with the extension, by Puppeteer and WebDriver BiDi. `--remote-allow-system-access` opens BiDi to the
// browser's own window, which opens moz-extension pages and watches what the extension asks of the network.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type HTTPRequest, type Page } from 'puppeteer-core';
import { bidiOf, bidiTab, contexts, evaluateIn, type Bidi } from './bidi.ts';
import { consoleErrors, forgetNetwork, openTab, takeSiteBack, watchNetwork, watchedNetwork } from './firefox-window.ts';
import { recordingProxy } from './proxy.ts';
import type { Site } from './site.ts';
import { expressionOf, withApi, type Asked, type Launch, type Session, type Tab } from './session.ts';

/** Chosen by us, so that the address of the extension's pages is known before it is installed. */
const uuid = '5b1b6c7e-0d0c-4d5e-9a52-6f0c2b9a1e57';
const origin = `moz-extension://${uuid}/`;

const quiet = {
  'app.normandy.enabled': false,
  'browser.safebrowsing.provider.mozilla.updateURL': '',
  'browser.topsites.contile.enabled': false,
  'dom.push.serverURL': '',
  // A page under an http address is served under that address.
  'dom.security.https_first': false,
  'dom.security.https_first_schemeless': false,
  'network.stricttransportsecurity.preloadlist': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.url': '',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.prefetch-next': false,
  'toolkit.telemetry.server': '',
  'browser.region.update.enabled': false,
  'services.settings.server': 'data:,#none/v1',
  // Processes that are made in advance and never used: a quarter of a start's time.
  'browser.newtab.preload': false,
  'browser.newtabpage.enabled': false,
  'dom.ipc.processPrelaunch.enabled': false,
  'dom.ipc.processPrelaunch.fission.number': 0,
  'layers.gpu-process.enabled': false,
  'media.rdd-process.enabled': false,
  'media.utility-process.enabled': false,
  'network.process.enabled': false,
  // An extension that is installed for a session is gone with it, and its data too where a profile is used again.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

/** Firefox asks its maker for settings, whatever the preferences say. */
const browsersOwn = /^https?:\/\/[^/]*\.mozilla\.(?:com|org|net)(?::\d+)?\//u;

const throughProxy = (port: number): Record<string, number | string | boolean> => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.allow_hijacking_localhost': true,
});

async function answer(request: HTTPRequest, site: Site): Promise<void> {
  if (!/^https?:/u.test(request.url())) return request.continue();
  const page = site(request.url());
  if (page === null) return request.abort('blockedbyclient');
  return request.respond({ status: page.status, headers: page.headers, body: page.body });
}

/** The id under which the manifest is installed. */
function addonId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  return manifest.browser_specific_settings?.gecko?.id ?? '';
}

/** A home of its own for the browser, with the institution's policy where Firefox looks for it. */
function homeWith(policy: Readonly<Record<string, unknown>>, id: string): string {
  const home = mkdtempSync(join(tmpdir(), 'byline-firefox-'));
  const folder = join(home, '.mozilla/managed-storage');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: id, description: 'Byline', type: 'storage', data: policy };
  writeFileSync(join(folder, `${id}.json`), JSON.stringify(manifest));
  return home;
}

/** Repeats until there is an answer; a page needs a moment to come up. */
async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const limit = performance.now() + 60_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > limit) throw new Error(`Firefox did not ${what} within 60 s.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Opens a page of the extension; Puppeteer can't, since it waits for a navigation that Firefox does elsewhere. */
async function openOwnContext(bidi: Bidi, inWindow: InWindow, address: string): Promise<string> {
  const before = new Set((await contexts(bidi)).map(({ context }) => context));
  await inWindow(openTab, address);
  return until(`open ${address}`, async () => {
    const made = (await contexts(bidi)).find(({ context, url }) => !before.has(context) && url === address);
    if (made === undefined) return undefined;
    const state = await evaluateIn(bidi, made.context, 'document.readyState').catch(() => 'loading');
    return state === 'complete' ? made.context : undefined;
  });
}
type InWindow = <T>(run: (...given: never[]) => T, argument?: unknown) => Promise<T>;

function hearErrors(page: Page, heard: string[]): void {
  page.on('console', (message) => {
    const from = [message.location().url, ...message.stackTrace().map(({ url }) => url)].join(' ');
    if (message.type() === 'error' && (from.includes(origin) || message.text().includes('Byline')))
      heard.push(message.text());
  });
}

/** The welcome page comes by itself at the install; closed, so that it does not come in front of a test's page. */
async function closeWelcome(bidi: Bidi): Promise<void> {
  const limit = performance.now() + 3000;
  while (performance.now() < limit) {
    const welcome = (await contexts(bidi)).find(({ url }) => url.endsWith('/welcome.html'));
    if (welcome !== undefined) {
      await bidi.send('browsingContext.close', { context: welcome.context });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

export async function openFirefox(program: string, launch: Launch): Promise<Session> {
  const { extension, size = { width: 1280, height: 900 } } = launch;
  const proxy = await recordingProxy();
  const home = launch.policy === undefined || extension === null ? null : homeWith(launch.policy, addonId(extension));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    protocol: 'webDriverBiDi',
    executablePath: program,
    ...(home === null ? {} : { env: { ...process.env, HOME: home } }),
    headless: launch.visible !== true,
    defaultViewport: launch.visible === true ? null : size,
    ...(launch.profile === undefined ? {} : { userDataDir: launch.profile }),
    args: ['--remote-allow-system-access', `--width=${size.width}`, `--height=${size.height}`],
    extraPrefsFirefox: {
      ...quiet,
      ...(launch.site === null ? {} : throughProxy(proxy.port)),
      ...(launch.standIn === undefined ? {} : { 'network.proxy.no_proxies_on': launch.standIn }),
      'layout.css.prefers-color-scheme.content-override': launch.scheme === 'dark' ? 0 : 1,
      'ui.systemUsesDarkTheme': launch.scheme === 'dark' ? 1 : 0,
      ...(launch.allowSites !== undefined && launch.allowSites !== false
        ? { 'extensions.webextOptionalPermissionPrompts': false }
        : {}),
      ...(extension === null
        ? {}
        : { 'extensions.webextensions.uuids': JSON.stringify({ [addonId(extension)]: uuid }) }),
    },
  });
  const closed = new Promise<void>((resolve) => {
    browser.once('disconnected', () => {
      resolve();
    });
  });
  const bidi = bidiOf(browser);
  const heard: string[] = [];
  let { site } = launch;
  let asked: string[] = [];
  let errorsBefore = 0;
  const window = (await contexts(bidi, 'chrome'))[0]?.context ?? '';
  const inWindow: InWindow = async <T>(run: (...given: never[]) => T, argument?: unknown) =>
    (await evaluateIn(bidi, window, expressionOf(run, argument))) as T;
  await inWindow(watchNetwork);
  let bench = '';
  if (extension !== null) {
    await browser.installExtension(extension);
    if (launch.welcome !== true) await closeWelcome(bidi);
    bench = await openOwnContext(bidi, inWindow, `${origin}manifest.json`);
  }
  const inExtension = async <T>(run: (...given: never[]) => T | Promise<T>, argument?: unknown): Promise<T> => {
    if (bench === '') throw new Error('This browser runs without the extension.');
    return (await evaluateIn(bidi, bench, withApi(run, argument))) as T;
  };
  const frontTab = (): Promise<number> =>
    bench === ''
      ? Promise.resolve(-1)
      : inExtension(async (api: { tabs: { query: (what: object) => Promise<{ id?: number }[]> } }) => {
          const [tab] = await api.tabs.query({ active: true, currentWindow: true });
          return tab?.id ?? -1;
        });
  const open = async (address?: string): Promise<Tab> => {
    const known = new Set((await contexts(bidi)).map(({ context }) => context));
    const page = await browser.newPage();
    const made = (await contexts(bidi)).find(({ context }) => !known.has(context))?.context ?? '';
    if (site !== null) await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (/^https?:/u.test(request.url())) asked.push(request.url());
      // A page that is gone needs no answer.
      if (site !== null) answer(request, site).catch(() => undefined);
    });
    hearErrors(page, heard);
    const tab = bidiTab(bidi, made, await frontTab(), async (to) => {
      await page.goto(to, { waitUntil: 'load' });
    });
    if (address !== undefined) await tab.goto(address);
    return tab;
  };
  const ownAddresses = async (): Promise<string[]> =>
    (await inWindow(watchedNetwork)).filter(({ own }) => own).map(({ address }) => address);
  return {
    kind: 'firefox',
    name: (await browser.version()).replace(/^firefox\//u, 'Firefox '),
    origin: extension === null ? '' : origin,
    serve: (next) => {
      site = next;
    },
    open,
    openOwn: async (path) =>
      bidiTab(bidi, await openOwnContext(bidi, inWindow, origin + path), await frontTab(), () =>
        Promise.reject(new Error('A page of the extension stays where it is in Firefox.')),
      ),
    inExtension,
    requests: async () => {
      const own = await ownAddresses();
      const past = proxy.asked().filter((address) => !browsersOwn.test(address));
      const others = [...new Set([...asked, ...past])].filter((address) => !own.includes(address));
      return [
        ...own.map((address): Asked => ({ address, by: 'extension' })),
        ...others.map((address): Asked => ({ address, by: 'unknown' })),
      ];
    },
    takeBack: async (site) => {
      await inWindow(takeSiteBack, { uuid, site });
    },
    ownRequests: ownAddresses,
    errors: async () => [...new Set([...heard, ...(await inWindow(consoleErrors, origin)).slice(errorsBefore)])],
    forget: async () => {
      asked = [];
      heard.length = 0;
      proxy.forget();
      errorsBefore = (await inWindow(consoleErrors, origin)).length;
      await inWindow(forgetNetwork);
    },
    closed,
    closeTabs: async () => {
      for (const { context } of await contexts(bidi))
        if (context !== bench) await bidi.send('browsingContext.close', { context });
    },
    close: async () => {
      await browser.close();
      await proxy.close();
      if (home !== null) rmSync(home, { recursive: true, force: true });
    },
    kill: async () => {
      browser.process()?.kill('SIGKILL');
      await closed;
      await proxy.close();
    },
  };
}
