// What a reader or the browser does to an extension in Chromium: restarts it, stops its worker.
import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** Opens a page of the extension that does nothing else. A restarting extension has none for a moment. */
export async function openBench(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  for (let left = 40; ; left--) {
    try {
      await page.goto(`${origin}manifest.json`);
      return page;
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Without it an unpacked extension that restarts is switched off. */
export async function inDeveloperMode(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await page.close();
}

/** Restarts the extension, from a page of its own that is closed by it. */
export async function restart(bench: Page): Promise<void> {
  const gone = bench.waitForEvent('close');
  await bench.evaluate('setTimeout(() => chrome.runtime.reload(), 20)');
  await gone;
}

/** Stops the worker; the next event wakes it again. */
export async function stopWorkers(cdp: CDPSession): Promise<void> {
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await cdp.send('ServiceWorker.disable');
}
