// Keys that work on any page, from the manifest's `commands`.
import { browser } from '../browser/browser.ts';
import type { PageCommand } from '../messages/contract.ts';
import { sendToPage } from '../messages/page-commands.ts';
import { saveHere } from './save/save-here.ts';
import type { Stores } from './stores.ts';

const steps: ReadonlyMap<string, PageCommand<'page.step'>> = new Map([
  ['next-mark', { by: 1 }],
  ['previous-mark', { by: -1 }],
  ['open-card', { by: 0 }],
  ['next-citation', { by: 1, among: 'citations' }],
  ['previous-citation', { by: -1, among: 'citations' }],
]);

async function onTab(act: (tab: number) => Promise<unknown>): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await act(tab.id);
}

export function followCommands(stores: Stores): void {
  browser.commands.onCommand.addListener((command) => {
    const step = steps.get(command);
    if (step !== undefined) void onTab((tab) => sendToPage(tab, 'page.step', step));
    if (command === 'save-paper') void onTab((tab) => saveHere(stores, tab, null));
    if (command === 'open-list') void browser.tabs.create({ url: browser.runtime.getURL('library.html') });
  });
}
