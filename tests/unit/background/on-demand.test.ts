// How the worker comes to its second script, in the place of Chrome's worker and of Firefox's event page.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Loader from '../../../lib/background/on-demand/load.ts';
import type { OnDemandParts } from '../../../lib/background/on-demand/parts.ts';

const parts = {} as OnDemandParts;
let loader: typeof Loader;
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

/** Other test files of this process may have offered the parts already, and still need them. */
const meeting = globalThis as { bylineOnDemand?: OnDemandParts | undefined };
const offered = meeting.bylineOnDemand;

beforeEach(async () => {
  vi.resetModules();
  meeting.bylineOnDemand = undefined;
  files = [];
  loader = await import('../../../lib/background/on-demand/load.ts');
});
afterEach(() => {
  vi.unstubAllGlobals();
  meeting.bylineOnDemand = offered;
});

describe.each(Object.entries(surroundings))('the second script in %s', (_, surround) => {
  it('is read at the first need, and once', async () => {
    surround(() => loader.offerParts(parts));
    expect(files).toEqual([]);
    expect(await Promise.all([loader.onDemand(), loader.onDemand()])).toEqual([parts, parts]);
    expect(await loader.onDemand()).toBe(parts);
    expect(files).toEqual(['/on-demand.js']);
  });

  it('is tried again by who needs it next, where it could not be read', async () => {
    surround(() => undefined);
    await expect(loader.onDemand()).rejects.toThrow('on-demand.js');
    surround(() => loader.offerParts(parts));
    expect(await loader.onDemand()).toBe(parts);
  });
});

it('is read while Chrome installs the worker, so that it may be read later', () => {
  const installed = new EventTarget();
  vi.stubGlobal('addEventListener', installed.addEventListener.bind(installed));
  surroundings['Chrome’s worker'](() => undefined);
  loader.keepForLater();
  expect(files).toEqual([]);
  installed.dispatchEvent(new Event('install'));
  expect(files).toEqual(['/on-demand.js']);
});
