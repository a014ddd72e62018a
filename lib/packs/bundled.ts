// The pack that ships inside the extension.
import { UnreadableFile } from './unreadable-file.ts';
import { browser } from '../browser/browser.ts';

/** Reads the extension's own file; nothing goes over the network. Not verified yet: `bringPack` does that. */
export async function readBundledPack(): Promise<ReadableStream<Uint8Array>> {
  const { body } = await fetch(browser.runtime.getURL('packs/bundled.byline'));
  if (body === null) throw new UnreadableFile('pack-missing');
  return body;
}
