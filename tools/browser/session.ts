// One browser with the built extension in it, the same to its user whichever browser it is.
import type { Browser } from 'webextension-polyfill';
import type { Site } from './site.ts';

export type Kind = 'chromium' | 'firefox';
export type Scheme = 'light' | 'dark';

export interface Launch {
  /** The built extension, or null: the browser alone, to compare with. */
  extension: string | null;
  /** What answers instead of the web, all else being blocked; null leaves the browser the web as it is. */
  site: Site | null;
  scheme?: Scheme;
  /** CSS pixels; 1280 × 900 where nothing is said. */
  size?: { width: number; height: number };
  /** Keep the welcome page that opens at the install; else it is closed again. */
  welcome?: boolean;
  /** Allow the extension in private windows, as a reader can (Chromium). */
  inPrivate?: boolean;
  /** The profile's folder, which stays when the browser is closed; else one that is removed then. */
  profile?: string;
  /** Answer yes where the extension asks for sites: a driver can't press the browser's own button. In Chromium for all https
   *  sites, or for this pattern. */
  allowSites?: boolean | string;
  /** What an institution sets (Firefox on Linux: elsewhere a policy is for the whole machine). */
  policy?: Readonly<Record<string, unknown>>;
  /** A server of this machine that the extension may reach, "127.0.0.1:47283"; Chromium's workers reach all of them. */
  standIn?: string;
  /** Show a window; else headless. */
  visible?: boolean;
}

/** A rectangle in the viewport, CSS pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** An address that was asked of the network, and who asked, as far as the browser says so. */
export interface Asked {
  address: string;
  by: 'extension' | 'page' | 'unknown';
}

export interface Tab {
  /** The browser's own number of the tab, as `tabs.sendMessage` takes it. */
  id: number;
  goto: (address: string) => Promise<void>;
  /** Runs in the page's own world; `argument` and answer are plain data. The function can't see what is around it. */
  evaluate: <T, A = undefined>(run: (argument: A) => T | Promise<T>, argument?: A) => Promise<T>;
  /** Runs with the closed shadow roots that hang on `html`, `body` or a dialog in it: ours, where the page has none itself. */
  closed: <T, A = undefined>(run: (roots: ShadowRoot[], argument: A) => T, argument?: A) => Promise<T>;
  /** Moves the pointer there in small steps, as a hand does. */
  hover: (x: number, y: number) => Promise<void>;
  click: (x: number, y: number) => Promise<void>;
  /** Presses at one place and lets go at another. */
  drag: (from: Pick<Box, 'x' | 'y'>, to: Pick<Box, 'x' | 'y'>) => Promise<void>;
  /** "Tab", "Enter", "Escape", "s" … */
  press: (key: string) => Promise<void>;
  type: (text: string) => Promise<void>;
  /** Gives files of this machine to a file input, as its dialog does; absolute paths. */
  files: (selector: string, paths: readonly string[]) => Promise<void>;
  /** What the page takes the reader to prefer (Chromium; elsewhere it is set at the launch). */
  scheme?: (scheme: Scheme) => Promise<void>;
  size: (width: number, height: number) => Promise<void>;
  front: () => Promise<void>;
  /** Milliseconds of the processor that the page's main thread had so far, for the page's scripts, ours and the browser's own work (Chromium). */
  processorTime?: () => Promise<number>;
  screenshot: (file: string, clip?: Box) => Promise<void>;
  close: () => Promise<void>;
}

/** An event of Chromium's trace; times in microseconds. */
export interface TraceEvent {
  ph: string;
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  id?: string;
  args?: { data?: Record<string, unknown> };
}

export interface Session {
  kind: Kind;
  /** "Chromium 156.0.8078.79" */
  name: string;
  /** The extension's own origin with a slash at its end, or "" without extension. */
  origin: string;
  /** Exchanges what answers under which address. */
  serve: (site: Site) => void;
  /** A new tab in front, loaded. Without an address: empty. */
  open: (address?: string) => Promise<Tab>;
  /** A tab in a private window (Chromium, with `inPrivate`). */
  openPrivate?: (address: string) => Promise<Tab>;
  /** A page of the extension in a tab: "popup.html". */
  openOwn: (path: string) => Promise<Tab>;
  /** Runs in a page of the extension that does nothing else, with the extension API that such a page has. */
  inExtension: <T, A = undefined>(run: (api: Browser, argument: A) => T | Promise<T>, argument?: A) => Promise<T>;
  /** All that was asked of the network since the session or the last `forget`, blocked or not. */
  requests: () => Promise<Asked[]>;
  /** Takes a permission back in the browser's own settings: "https://*.nature.com/*". */
  takeBack: (origin: string) => Promise<void>;
  /** What the extension certainly asked for itself. */
  ownRequests: () => Promise<string[]>;
  /** What the extension wrote on any console as an error, and what it threw. */
  errors: () => Promise<string[]>;
  forget: () => Promise<void>;
  /** Stops the extension's worker, as the browser does when it idles (Chromium only). */
  stopWorker?: () => Promise<void>;
  /** Restarts the extension, as an update does (Chromium only). */
  reload?: () => Promise<void>;
  /** Begins to trace (Chromium only); what it gives ends the trace and answers its events. */
  trace?: () => Promise<() => Promise<TraceEvent[]>>;
  /** Closes every tab but that of `inExtension`, so that the next reader of this browser finds none. */
  closeTabs: () => Promise<void>;
  close: () => Promise<void>;
  /** Ends the browser's process at once, as a crash does. */
  kill: () => Promise<void>;
  /** Done when the reader closed the last window. */
  closed: Promise<void>;
}

/** A function with its argument as an expression for another world. The loader's `__name` helper is not there. */
export const expressionOf = (run: (...given: never[]) => unknown, argument: unknown): string =>
  `(() => { const __name = (f) => f; return (${run.toString()})(${JSON.stringify(argument) ?? 'undefined'}); })()`;

/** The same for a function that gets the extension API first. */
export const withApi = (run: (...given: never[]) => unknown, argument: unknown): string =>
  `(() => { const __name = (f) => f; return (${run.toString()})(globalThis.browser ?? chrome, ${JSON.stringify(argument) ?? 'undefined'}); })()`;

/** The same for a function that gets the closed roots as arguments. */
export const withRoots = (run: (...given: never[]) => unknown, argument: unknown): string =>
  `function (...roots) { const __name = (f) => f; return (${run.toString()})(roots, ${JSON.stringify(argument) ?? 'undefined'}); }`;
