// The pack that ships inside the extension.
import { browser } from '../browser/browser.ts';
import { RefusedFile } from './readers/reader.ts';

/** Reads the extension's own file; nothing goes over the network. Not verified yet: `bringPack` does that. */
export async function readBundledPack(): Promise<ReadableStream<Uint8Array>> {
  const { body } = await fetch(browser.runtime.getURL('packs/bundled.byline'));
  if (body === null) throw new RefusedFile('The pack that comes with Byline is missing: install Byline anew.');
  return body;
}
