// How the worker comes to a script that it reads later, in the place of Chrome's worker and of Firefox's event page.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepForLater, laterScript, type LaterScript } from '../../../lib/background/on-demand/script.ts';

const parts = {};
let script: LaterScript<object>;
let files: string[];

/** Each brings what the script has, or nothing. */
const surroundings = {
  'Chrome’s worker': (bring: () => void) => {
    vi.stubGlobal('importScripts', (file: string) => {
      files.push(file);
      bring();
    });
  },
  'Firefox’s event page': (bring: () => void) => {
    const append = (script: EventTarget & { src: string }): void => {
      files.push(script.src);
      bring();
      script.dispatchEvent(new Event('load'));
    };
    vi.stubGlobal('document', { createElement: () => new EventTarget(), head: { append } });
  },
};

beforeEach(() => {
  files = [];
  // Each test has a file of its own: what was offered stays.
  script = laterScript(`/${crypto.randomUUID()}.js`);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each(Object.entries(surroundings))('a later script in %s', (_, surround) => {
  it('is read at the first need, and once', async () => {
    surround(() => script.offer(parts));
    expect(files).toEqual([]);
    expect(await Promise.all([script.read(), script.read()])).toEqual([parts, parts]);
    expect(await script.read()).toBe(parts);
    expect(files).toEqual([script.file]);
  });

  it('is tried again by who needs it next, where it could not be read', async () => {
    surround(() => undefined);
    await expect(script.read()).rejects.toThrow(script.file);
    surround(() => script.offer(parts));
    expect(await script.read()).toBe(parts);
  });
});

it('is read while Chrome installs the worker, so that it may be read later', () => {
  const installed = new EventTarget();
  vi.stubGlobal('addEventListener', installed.addEventListener.bind(installed));
  surroundings['Chrome’s worker'](() => undefined);
  keepForLater([script]);
  expect(files).toEqual([]);
  installed.dispatchEvent(new Event('install'));
  expect(files).toEqual([script.file]);
});
