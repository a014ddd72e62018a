// The one door to the browser's extension API, whose calls answer with promises in every browser that Byline is for.
// Only this file knows under which name a browser has it. Chrome's own is not asked for as `browser`: in a page that has
// an element with that id, the card's script would get the element.
import type { Browser } from 'webextension-polyfill';

const world = globalThis as unknown as { browser: Browser; chrome: Browser };

export const browser: Browser = import.meta.env.FIREFOX ? world.browser : world.chrome;
