// The part of WebDriver BiDi that Puppeteer has no words for: scripts in any context, closed shadow roots, and input
// on pages of the extension, which Puppeteer sees but can't hold.
import { writeFile } from 'node:fs/promises';
import type { Browser } from 'puppeteer-core';
import { expressionOf, withRoots, type Tab } from './session.ts';

export interface Bidi {
  send: (method: string, parameters: object) => Promise<{ result: unknown }>;
}
export interface Context {
  context: string;
  url: string;
}
interface RemoteNode {
  sharedId?: string;
  value?: { shadowRoot?: RemoteNode | null; mode?: string };
}

/** Puppeteer keeps its connection to itself in its types, not at run time. */
export const bidiOf = (browser: Browser): Bidi => (browser as unknown as { connection: Bidi }).connection;

function valueOf(result: unknown): unknown {
  const answer = result as {
    type: string;
    result?: { value?: unknown };
    exceptionDetails?: { text: string };
  };
  if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'A script failed in Firefox.');
  const text = answer.result?.value;
  return typeof text === 'string' ? JSON.parse(text) : undefined;
}

/** What a script answers, by way of JSON: BiDi's own values are trees of typed pairs. */
export async function evaluateIn(bidi: Bidi, context: string, expression: string): Promise<unknown> {
  const { result } = await bidi.send('script.evaluate', {
    expression: `(async () => JSON.stringify(await ${expression}))()`,
    target: { context },
    awaitPromise: true,
  });
  return valueOf(result);
}

async function evaluateClosed(bidi: Bidi, context: string, source: string): Promise<unknown> {
  const { result } = await bidi.send('browsingContext.locateNodes', {
    context,
    locator: { type: 'css', value: 'html > *, body > *, body > dialog > *' },
    serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
  });
  const roots = (result as { nodes: RemoteNode[] }).nodes
    .map(({ value }) => value?.shadowRoot)
    .filter((root) => root?.value?.mode === 'closed');
  const { result: called } = await bidi.send('script.callFunction', {
    functionDeclaration: `async function (...roots) { return JSON.stringify(await (${source})(...roots)); }`,
    arguments: roots.map((root) => ({ sharedId: root?.sharedId })),
    target: { context },
    awaitPromise: true,
  });
  return valueOf(called);
}

export async function contexts(bidi: Bidi, scope: 'content' | 'chrome' = 'content'): Promise<Context[]> {
  const { result } = await bidi.send('browsingContext.getTree', { maxDepth: 0, 'moz:scope': scope });
  return (result as { contexts: Context[] }).contexts;
}

/** WebDriver's code points of the keys that are not a character. */
const keys: Readonly<Record<string, string>> = {
  Escape: '\uE00C',
  Tab: '\uE004',
  Enter: '\uE007',
  Space: ' ',
  Backspace: '\uE003',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  Delete: '\uE017',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
};

/** "Shift+Tab" presses both and lets go in turn. */
function keyActions(press: string): object[] {
  const parts = press.length > 1 ? press.split('+') : [press];
  const values = parts.map((key) => keys[key] ?? key);
  return [
    ...values.map((value) => ({ type: 'keyDown', value })),
    ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
  ];
}

const steps = 5;

/** Holds one tab. `goto` differs between pages of the web and of the extension, so it is given. */
export function bidiTab(bidi: Bidi, context: string, id: number, goto: Tab['goto']): Tab {
  let [pointerX, pointerY] = [0, 0];
  const act = async (type: 'key' | 'pointer', actions: object[]): Promise<void> => {
    await bidi.send('input.performActions', { context, actions: [{ type, id: type, actions }] });
  };
  const move = (x: number, y: number): object[] => {
    const path = Array.from({ length: steps }, (_, step) => ({
      type: 'pointerMove',
      x: Math.round(pointerX + ((x - pointerX) * (step + 1)) / steps),
      y: Math.round(pointerY + ((y - pointerY) * (step + 1)) / steps),
    }));
    [pointerX, pointerY] = [x, y];
    return path;
  };
  return {
    id,
    goto,
    // The answer's type is what the function says; it crossed as JSON.
    evaluate: async <T>(run: (...given: never[]) => T | Promise<T>, argument: unknown) =>
      (await evaluateIn(bidi, context, expressionOf(run, argument))) as T,
    closed: async <T>(run: (...given: never[]) => T, argument: unknown) =>
      (await evaluateClosed(bidi, context, withRoots(run, argument))) as T,
    hover: (x, y) => act('pointer', move(x, y)),
    click: (x, y) =>
      act('pointer', [...move(x, y), { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]),
    drag: (from, to) =>
      act('pointer', [
        ...move(from.x, from.y),
        { type: 'pointerDown', button: 0 },
        ...move(to.x, to.y),
        { type: 'pointerUp', button: 0 },
      ]),
    press: (key) => act('key', keyActions(key)),
    type: (text) => act('key', Array.from(text).flatMap(keyActions)),
    files: async (selector, files) => {
      const { result } = await bidi.send('browsingContext.locateNodes', {
        context,
        locator: { type: 'css', value: selector },
        maxNodeCount: 1,
      });
      const [element] = (result as { nodes: RemoteNode[] }).nodes;
      if (element?.sharedId === undefined) throw new Error(`No file input at ${selector}.`);
      await bidi.send('input.setFiles', { context, element: { sharedId: element.sharedId }, files: [...files] });
    },
    size: async (width, height) => {
      await bidi.send('browsingContext.setViewport', { context, viewport: { width, height } });
    },
    front: async () => {
      await bidi.send('browsingContext.activate', { context });
    },
    screenshot: async (file, clip) => {
      const { result } = await bidi.send('browsingContext.captureScreenshot', {
        context,
        ...(clip === undefined ? {} : { clip: { type: 'box', ...clip } }),
      });
      await writeFile(file, Buffer.from((result as { data: string }).data, 'base64'));
    },
    close: async () => {
      await bidi.send('browsingContext.close', { context });
    },
  };
}
