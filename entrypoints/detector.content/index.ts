// Runs in pages: finds papers, and calls for the marks' script where there are some. Only wiring; the work is in
// lib/page.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { handshake } from '../../lib/page/handshake.ts';
import { meetingPoint } from '../../lib/page/meeting-point.ts';
import { Page } from '../../lib/page/page.ts';
import { extensionWorker } from '../../lib/page/runtime.ts';

const isRunning = (): boolean => meetingPoint.bridge?.signal.aborted === false;

export default defineContentScript({
  // wxt.config.ts has them from the site adapters, which would weigh on every page here.
  matches: [],
  runAt: 'document_idle',
  async main(ctx) {
    // Pictures, XML and PDF viewers have nothing to mark. A script that runs here already continues.
    if (!(document.body instanceof HTMLElement) || isRunning()) return;
    const worker = extensionWorker();
    const begun = await handshake(worker);
    if (begun?.on === true && !isRunning()) new Page(worker, begun, ctx.signal);
  },
});
