// Chromium, Chrome or Edge with the extension, by Playwright; closed shadow roots by CDP.
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page, type Request } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { inDeveloperMode, openBench, restart, stopWorkers } from './chromium-extension.ts';
import {
  expressionOf,
  withApi,
  withRoots,
  type Asked,
  type Launch,
  type Session,
  type Tab,
  type TraceEvent,
} from './session.ts';

const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Nothing leaves the machine, not even by a way that interception does not see. */
const offline = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

interface DomNode {
  nodeId: number;
  /** 1 is an element; the document type is called "html", too. */
  nodeType: number;
  nodeName: string;
  shadowRootType?: string;
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

/** The closed roots on children of `html`, `body` and its dialogs. */
function closedRoots(document: DomNode): number[] {
  const html = document.children?.find(({ nodeType }) => nodeType === 1);
  const named = (parent: DomNode | undefined, name: string): DomNode[] =>
    (parent?.children ?? []).filter(({ nodeName }) => nodeName.toLowerCase() === name);
  const [body] = named(html, 'body');
  return [html, body, ...named(body, 'dialog')]
    .flatMap((parent) => parent?.children ?? [])
    .flatMap(({ shadowRoots }) => shadowRoots ?? [])
    .filter(({ shadowRootType }) => shadowRootType === 'closed')
    .map(({ nodeId }) => nodeId);
}

async function evaluateClosed(cdp: CDPSession, source: string): Promise<unknown> {
  const { root } = await cdp.send('DOM.getDocument', { depth: 4, pierce: true });
  const objects: string[] = [];
  for (const nodeId of closedRoots(root)) {
    const { object } = await cdp.send('DOM.resolveNode', { nodeId });
    if (object.objectId !== undefined) objects.push(object.objectId);
  }
  const { result: page } = await cdp.send('Runtime.evaluate', { expression: 'globalThis' });
  const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
    functionDeclaration: source,
    ...(page.objectId === undefined ? {} : { objectId: page.objectId }),
    arguments: objects.map((objectId) => ({ objectId })),
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Tasks of every thread, and which functions they call. Not the profiler: it makes what it measures four times as slow. */
const traced = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

async function startTrace(context: BrowserContext): Promise<() => Promise<TraceEvent[]>> {
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (cdp === undefined) return () => Promise.resolve([]);
  const events: TraceEvent[] = [];
  // Chromium's own trace format, which CDP hands over as it is.
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    tracingBackend: 'chrome',
    traceConfig: { recordMode: 'recordContinuously', includedCategories: traced },
  });
  return async () => {
    const complete = new Promise((resolve) => {
      cdp.once('Tracing.tracingComplete', resolve);
    });
    await cdp.send('Tracing.end');
    await complete;
    await cdp.detach();
    return events;
  };
}

/** Asks the browser for the number of the tab that is in front: a new one always is. */
const frontTab = async (api: Browser): Promise<number> => {
  const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id ?? -1;
};

/** A frame that is just being made has no address yet, and Playwright throws. */
function frameOf(request: Request): ReturnType<Request['frame']> | null {
  try {
    return request.serviceWorker() === null ? request.frame() : null;
  } catch {
    return null;
  }
}

/** Who began a request: a script of ours is on its stack, or something else is. */
async function followRequests(cdp: CDPSession, hear: (asked: Asked) => void): Promise<void> {
  cdp.on('Network.requestWillBeSent', ({ request, initiator, type }) => {
    if (!/^(?:https?|wss?):/u.test(request.url)) return;
    const ours = JSON.stringify(initiator).includes('chrome-extension://') && type !== 'Document';
    // An image that a script makes names a place in the page and no script: who asked for it is not known.
    const known =
      (initiator.type === 'script' && initiator.stack !== undefined) ||
      (initiator.type === 'parser' && initiator.lineNumber === undefined);
    hear({ address: request.url, by: ours ? 'extension' : known ? 'page' : 'unknown' });
  });
  await cdp.send('Network.enable');
}

async function tabOf(page: Page, id: number, hear: (asked: Asked) => void): Promise<Tab> {
  const cdp = await page.context().newCDPSession(page);
  await followRequests(cdp, hear);
  return {
    id,
    goto: async (address) => {
      await page.goto(address, { waitUntil: 'load' });
    },
    // The answer's type is what the function says; it crossed as plain data.
    evaluate: (run, argument) => page.evaluate(expressionOf(run, argument)),
    closed: async <T>(run: (...given: never[]) => T, argument: unknown) =>
      (await evaluateClosed(cdp, withRoots(run, argument))) as T,
    hover: (x, y) => page.mouse.move(x, y, { steps: 5 }),
    click: (x, y) => page.mouse.click(x, y),
    drag: async (from, to) => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 8 });
      await page.mouse.up();
    },
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    files: (selector, paths) => page.setInputFiles(selector, [...paths]),
    scheme: (colorScheme) => page.emulateMedia({ colorScheme }),
    size: (width, height) => page.setViewportSize({ width, height }),
    front: () => page.bringToFront(),
    processorTime: async () => {
      await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
      const { metrics } = await cdp.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
    },
    screenshot: async (path, clip) => {
      await page.screenshot({ path, animations: 'disabled', ...(clip === undefined ? {} : { clip }) });
    },
    close: () => page.close(),
  };
}

/** Everything that the extension says as an error, on a page's console, in its worker or its own pages. */
function listen(context: BrowserContext, isOurs: (text: string) => boolean): string[] {
  const heard: string[] = [];
  const hear = (text: string, place: string): void => {
    if (isOurs(place) || isOurs(text)) heard.push(text);
  };
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'assert') hear(message.text(), message.location().url);
  });
  context.on('weberror', (thrown) => {
    const error = thrown.error();
    hear(error.message, error.stack ?? '');
  });
  context.on('serviceworker', (worker) =>
    worker.on('console', (message) => {
      if (message.type() === 'error') hear(message.text(), worker.url());
    }),
  );
  return heard;
}

/** The welcome page comes by itself at the install; closed, so that it does not come in front of a test's page. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  const isWelcome = (page: Page): boolean => page.url().endsWith('/welcome.html');
  const page =
    context.pages().find(isWelcome) ??
    (await context.waitForEvent('page', { predicate: isWelcome, timeout: 3000 }).catch(() => undefined));
  await page?.close();
}

/** Calls what chrome://extensions changes a site's permission by; the page's own interface, which only it has. */
async function changeSite(
  context: BrowserContext,
  origin: string,
  change: 'add' | 'remove',
  site: string,
): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  const id = new URL(origin).hostname;
  await page.evaluate(
    `chrome.developerPrivate.${change}HostPermission(${JSON.stringify(id)}, ${JSON.stringify(site)})`,
  );
  await page.close();
}

/** The switch "Allow in Incognito" of chrome://extensions, which reloads the extension. */
async function allowInPrivate(context: BrowserContext, origin: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  // The page's own interface, which only it has; without developer mode the reload would switch the extension off.
  const id = JSON.stringify(new URL(origin).hostname);
  await page.evaluate(`(async () => {
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: ${id}, incognitoAccess: true });
  })()`);
  const limit = performance.now() + 10_000;
  while (performance.now() < limit) {
    const state = await page.evaluate(`chrome.developerPrivate.getExtensionInfo(${id}).then((info) => info.state)`);
    if (state === 'ENABLED') break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await page.close();
}

export async function openChromium(program: string, launch: Launch): Promise<Session> {
  const profile = launch.profile ?? mkdtempSync(join(tmpdir(), 'byline-chromium-'));
  const clean = (): void => {
    if (launch.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const { extension } = launch;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    headless: launch.visible !== true,
    ...(extension === null ? {} : { ignoreDefaultArgs: ['--disable-extensions'] }),
    args: [
      ...quiet,
      ...(launch.site === null ? [] : [offline]),
      ...(extension === null ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
    ],
    viewport: launch.visible === true ? null : (launch.size ?? { width: 1280, height: 900 }),
    colorScheme: launch.scheme ?? 'light',
  });
  let { site } = launch;
  let asked: Asked[] = [];
  const errors = listen(context, (text) => text.includes('chrome-extension://') || text.includes('Byline'));
  // Requests of tabs come by CDP with their initiator; here those of the worker and of the extension's pages.
  context.on('request', (request) => {
    const address = request.url();
    if (!/^(?:https?|wss?):/u.test(address) || request.isNavigationRequest()) return;
    const from = request.serviceWorker()?.url() ?? frameOf(request)?.url() ?? '';
    if (from.startsWith('chrome-extension://')) asked.push({ address, by: 'extension' });
  });
  const isWeb = ({ protocol, host }: URL): boolean => /^https?:$/u.test(protocol) && host !== launch.standIn;
  if (site !== null)
    await context.route(isWeb, async (route) => {
      const answer = site?.(route.request().url()) ?? null;
      await (answer === null ? route.abort('blockedbyclient') : route.fulfill(answer)).catch(() => undefined);
    });
  const closed = new Promise<void>((resolve) => {
    context.once('close', () => {
      resolve();
    });
  });
  let origin = '';
  let bench: Page | undefined;
  if (extension !== null) {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 60_000 }));
    origin = /^[\w-]+:\/\/[^/]+\//u.exec(worker.url())?.[0] ?? '';
    if (launch.welcome !== true) await closeWelcome(context);
    // The browser then has the reader's yes to all that the extension will ask for, and does not ask again.
    const { allowSites = false } = launch;
    if (allowSites !== false)
      await changeSite(context, origin, 'add', allowSites === true ? 'https://*/*' : allowSites);
    if (launch.inPrivate === true) await allowInPrivate(context, origin);
    bench = await openBench(context, origin);
  }
  const inExtension: Session['inExtension'] = (run, argument) => {
    if (bench === undefined) throw new Error('This browser runs without the extension.');
    return bench.evaluate(withApi(run, argument));
  };
  const open = async (address?: string): Promise<Tab> => {
    const page = await context.newPage();
    await page.bringToFront();
    const tab = await tabOf(page, bench === undefined ? -1 : await inExtension(frontTab), hear);
    if (address !== undefined) await tab.goto(address);
    return tab;
  };
  const hear = (request: Asked): void => {
    asked.push(request);
  };
  const openPrivate = async (address: string): Promise<Tab> => {
    const coming = context.waitForEvent('page', { timeout: 10_000 });
    const id = await inExtension(async (api) => {
      const opened = await api.windows.create({ incognito: true });
      return opened.tabs?.[0]?.id ?? -1;
    });
    const tab = await tabOf(await coming, id, hear);
    await tab.goto(address);
    return tab;
  };
  return {
    kind: 'chromium',
    name: `Chromium ${context.browser()?.version() ?? ''}`.trim(),
    origin,
    serve: (next) => {
      site = next;
    },
    open,
    openPrivate,
    openOwn: (path) => open(origin + path),
    inExtension,
    requests: () => Promise.resolve([...asked]),
    takeBack: (site) => changeSite(context, origin, 'remove', site),
    ownRequests: () => Promise.resolve(asked.filter(({ by }) => by === 'extension').map(({ address }) => address)),
    errors: () => Promise.resolve([...errors]),
    forget: () => {
      asked = [];
      errors.length = 0;
      return Promise.resolve();
    },
    closed,
    stopWorker: async () => {
      if (bench !== undefined) await stopWorkers(await context.newCDPSession(bench));
    },
    reload: async () => {
      if (bench === undefined) return;
      await inDeveloperMode(context);
      await restart(bench);
      bench = await openBench(context, origin);
    },
    trace: () => startTrace(context),
    closeTabs: async () => {
      await Promise.all(context.pages().flatMap((page) => (page === bench ? [] : [page.close()])));
    },
    close: async () => {
      await context.close();
      clean();
    },
    kill: async () => {
      // Chromium notes in its profile which process holds it: "host-1234".
      process.kill(Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1)), 'SIGKILL');
      await closed;
      clean();
    },
  };
}
