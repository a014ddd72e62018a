// Runs in pages: finds papers, and calls for the marks' script where there are some. Only wiring; the work is in
// lib/detect.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { Page } from '../../lib/detect/page.ts';
import { extensionWorker } from '../../lib/detect/runtime.ts';
import { paperSites } from '../../lib/sites/permissions.ts';

const isRunning = (): boolean => globalThis.bylineDesk?.signal.aborted === false;

export default defineContentScript({
  // The list is for the manifest alone: in the page's copy of the script it would only weigh.
  matches: import.meta.env.ENTRYPOINT === 'detector' ? [] : [...paperSites],
  runAt: 'document_idle',
  // A page could otherwise see that the extension is there by the message that WXT posts to the window.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    // Pictures, XML and PDF viewers have nothing to mark. A script that runs here already goes on.
    if (!(document.body instanceof HTMLElement) || isRunning()) return;
    const worker = extensionWorker();
    try {
      const begun = await worker.ask('page.begin', { url: location.href });
      if (begun.on && !isRunning()) new Page(worker, begun, ctx.signal);
    } catch {
      // The worker is gone or refused: this page stays as it is.
    }
  },
});
