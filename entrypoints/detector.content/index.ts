// Runs in pages: finds papers, and calls for the marks' script where there are some. Only wiring; the work is in
// lib/detect.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { handshake } from '../../lib/page/handshake.ts';
import { Page } from '../../lib/page/page.ts';
import { extensionWorker } from '../../lib/page/runtime.ts';
import { paperSites } from '../../lib/sites/permissions.ts';

const isRunning = (): boolean => globalThis.bylineBridge?.signal.aborted === false;

export default defineContentScript({
  // The list is for the manifest alone: in the page's copy of the script it would only weigh.
  matches: import.meta.env.ENTRYPOINT === 'detector' ? [] : [...paperSites],
  runAt: 'document_idle',
  // A page could otherwise see that the extension is there by the message that WXT posts to the window.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    // Pictures, XML and PDF viewers have nothing to mark. A script that runs here already continues.
    if (!(document.body instanceof HTMLElement) || isRunning()) return;
    const worker = extensionWorker();
    const begun = await handshake(worker);
    if (begun?.on === true && !isRunning()) new Page(worker, begun, ctx.signal);
  },
});
