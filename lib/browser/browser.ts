// The one door to the browser's extension API: promises and one name in every browser.
// Only this file imports the polyfill, so that it can be swapped or dropped in one place.
import polyfill from 'webextension-polyfill';

export const browser = polyfill;
