// The pack that ships inside the extension.
import { browser } from '../browser.ts';

/** Reads the extension's own file; nothing goes over the network. Not parsed yet: `importPack` does that. */
export async function readBundledPack(): Promise<unknown> {
  const response = await fetch(browser.runtime.getURL('packs/bundled.json'));
  return response.json();
}
