// React takes over whole documents (`hydrateRoot(document)`), as Next.js, Remix and others have it do. An element that it
// did not expect in <html> makes version 18 throw the document away and render it again; 19 leaves it alone. Our host waits.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../tools/browser/byline.ts';
import { served, type Served } from '../../tools/browser/site.ts';
import { kinds, useByline } from './harness.ts';
import { pill } from './marks.ts';

const looped = 'Looped Transformers as Programmable Computers';
const { resolve } = createRequire(import.meta.url);
const fileOf = (of: string, path: string): string => readFileSync(join(dirname(resolve(of)), path), 'utf8');

/** A React as one script: its modules by the names that they ask each other for. */
const react: Record<string, Record<string, string>> = {
  '18': {
    react: fileOf('react-18', 'umd/react.production.min.js'),
    'react-dom': fileOf('react-dom-18', 'umd/react-dom.production.min.js'),
    'react-dom/client': `exports.hydrateRoot = require('react-dom').hydrateRoot;`,
  },
  '19': {
    react: fileOf('react', 'cjs/react.production.js'),
    scheduler: fileOf('scheduler', 'cjs/scheduler.production.js'),
    'react-dom': fileOf('react-dom', 'cjs/react-dom.production.js'),
    'react-dom/client': fileOf('react-dom', 'cjs/react-dom-client.production.js'),
  },
};
const hydrating = (modules: Record<string, string>): string => `{
  const modules = { ${Object.entries(modules)
    .map(([name, code]) => `${JSON.stringify(name)}: (module, exports, require, process) => {${code}\n}`)
    .join(',\n')} };
  const made = {};
  const load = (name) => {
    if (!made[name]) { const module = (made[name] = { exports: {} }); modules[name](module, module.exports, load, { env: { NODE_ENV: 'production' } }); }
    return made[name].exports;
  };
  const { createElement: e, useEffect } = load('react');
  const before = document.querySelector('main');
  const state = (window.state = { errors: [], done: false, kept: false });
  const Page = () => {
    useEffect(() => { state.kept = document.querySelector('main') === before; state.done = true; }, []);
    return e('html', { lang: 'en' }, e('head', null, e('title', null, 'Page')), e('body', null, e('main', null, e('h2', null, ${JSON.stringify(looped)}))));
  };
  load('react-dom/client').hydrateRoot(document, e(Page), { onRecoverableError: (error) => state.errors.push(String(error)) });
}`;

/** Scripts that load one another: the application comes after the page's own content, and before its `load` or the two
 *  seconds that our host waits for it at most, on a slow machine too. */
const steps = 8;
const chain = (at: number): string =>
  `{ const next = document.createElement('script'); next.src = '/${at < steps ? `step-${at + 1}` : 'app'}.js'; document.body.append(next); }`;
const page = `<!doctype html><html lang="en"><head><title>Page</title></head><body><main><h2>${looped}</h2></main><script async src="/step-1.js"></script></body></html>`;
const script = (body: string): Served => served(body, { 'content-type': 'text/javascript' });

describe.each(kinds)('a page that React takes over as a whole, in %s', (kind) => {
  const byline = useByline(kind);

  it.each(Object.entries(react))('is not disturbed in React %s', async (_, modules) => {
    const app = script(hydrating(modules));
    byline().session.serve((address) => {
      const { pathname } = new URL(address);
      const step = /^\/step-(\d+)\.js$/u.exec(pathname)?.[1];
      return pathname === '/app.js'
        ? app
        : step === undefined
          ? pathname === '/forum'
            ? served(page)
            : null
          : script(chain(Number(step)));
    });
    const tab = await byline().session.open('https://openreview.net/forum?id=Whole00018');
    await tab.front();
    const state = await eventually(() =>
      tab.evaluate(() => {
        const { state } = globalThis as unknown as { state?: { errors: string[]; done: boolean; kept: boolean } };
        return state?.done === true ? state : undefined;
      }),
    );
    expect(state).toEqual({ errors: [], done: true, kept: true });
    await pill(tab, looped);
    expect(await tab.evaluate(() => document.querySelectorAll('html > div').length)).toBe(1);
    await tab.close();
  });
});
