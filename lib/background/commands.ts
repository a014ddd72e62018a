// Keys that work on any page, from the manifest's `commands`.
import { browser } from '../browser/browser.ts';
import { sendToPage } from '../messages/page-commands.ts';
import { saveHere } from './save/save-here.ts';
import type { Stores } from './stores.ts';

const steps: ReadonlyMap<string, 1 | -1 | 0> = new Map([
  ['next-mark', 1],
  ['previous-mark', -1],
  ['open-card', 0],
]);

async function onTab(act: (tab: number) => Promise<unknown>): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await act(tab.id);
}

export function followCommands(stores: Stores): void {
  browser.commands.onCommand.addListener((command) => {
    const by = steps.get(command);
    if (by !== undefined) void onTab((tab) => sendToPage(tab, 'page.step', { by }));
    if (command === 'save-paper') void onTab((tab) => saveHere(stores, tab, null));
    if (command === 'open-list') void browser.tabs.create({ url: browser.runtime.getURL('library.html') });
  });
}
