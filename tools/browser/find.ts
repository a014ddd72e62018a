// Finds a browser that is installed, or installs one; failing that, says what to do.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run } from '../run.ts';
import type { Kind } from './session.ts';

/** No browser, and no way to get one; the message says what to do. */
export class NoBrowser extends Error {
  override name = 'NoBrowser';
}

const names: Readonly<Record<Kind, readonly string[]>> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
    'microsoft-edge-stable',
    'msedge',
  ],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};

const programFiles = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
  .map((name) => process.env[name])
  .filter((folder) => folder !== undefined);

/** Where browsers are that are not on PATH. */
const places: Readonly<Record<Kind, readonly string[]>> = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/snap/bin/chromium',
    '/opt/google/chrome/chrome',
    ...programFiles.flatMap((folder) => [
      join(folder, 'Chromium/Application/chrome.exe'),
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    '/snap/bin/firefox',
    '/opt/firefox/firefox',
    ...programFiles.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
  ],
};

/** Browsers that Playwright downloaded, newest first. */
function downloaded(kind: Kind): string[] {
  const caches: Partial<Record<NodeJS.Platform, string>> = {
    linux: join(homedir(), '.cache/ms-playwright'),
    darwin: join(homedir(), 'Library/Caches/ms-playwright'),
    win32: join(homedir(), 'AppData/Local/ms-playwright'),
  };
  const cache = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? caches[process.platform];
  if (kind === 'firefox' || cache === undefined || !existsSync(cache)) return [];
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ];
  return readdirSync(cache)
    .filter((folder) => folder.startsWith('chromium-'))
    .toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((folder) => inside.map((path) => join(cache, folder, path)));
}

/** The program of an installed browser, or null. `BYLINE_CHROMIUM` and `BYLINE_FIREFOX` name one outright. */
export function findBrowser(kind: Kind): string | null {
  const named = process.env[`BYLINE_${kind.toUpperCase()}`];
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names[kind].map((name) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)));
  const wanted = [...(named === undefined ? [] : [named]), ...onPath, ...places[kind], ...downloaded(kind)];
  return wanted.find((program) => existsSync(program)) ?? null;
}

const isRoot = (): boolean => process.getuid?.() === 0;
const minutes = 60_000;

/** Debian's own packages, for root; else Playwright's download, which only Chromium has a use for here. */
async function install(kind: Kind, say: (line: string) => void): Promise<void> {
  if (process.platform === 'linux' && isRoot() && existsSync('/usr/bin/apt-get')) {
    say('No browser found; installing chromium and firefox-esr from Debian (about a minute).');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { env, limitMs: 3 * minutes });
    await run('apt-get', ['install', '-y', 'chromium', 'firefox-esr'], { env, limitMs: 8 * minutes });
    if (findBrowser(kind) !== null) return;
  }
  if (kind === 'chromium') {
    say('No Chromium, Chrome or Edge found; downloading Chromium (three minutes at most).');
    await run('playwright-core', ['install', 'chromium'], { limitMs: 3 * minutes });
  }
}

const advice: Readonly<Record<Kind, string>> = {
  chromium:
    'No Chromium, Chrome or Edge was found and none could be installed. Install one (Debian, Ubuntu: sudo apt-get install chromium; macOS: brew install --cask chromium; Windows: winget install Google.Chrome), or set BYLINE_CHROMIUM to its program.',
  firefox:
    'No Firefox was found and none could be installed. Install it (Debian: sudo apt-get install firefox-esr; macOS: brew install --cask firefox; Windows: winget install Mozilla.Firefox), or set BYLINE_FIREFOX to its program.',
};

/** The program to start, installed first where need be. Throws NoBrowser with what to do. */
export async function needBrowser(
  kind: Kind,
  say: (line: string) => void = (line) => console.log(line),
): Promise<string> {
  const found = findBrowser(kind);
  if (found !== null) return found;
  await install(kind, say);
  const installed = findBrowser(kind);
  if (installed === null) throw new NoBrowser(advice[kind]);
  return installed;
}
