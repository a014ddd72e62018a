// Keys that work on any page, from the manifest's `commands`.
import { browser } from '../browser/browser.ts';
import { sendToPage } from '../messages/page-commands.ts';

const steps: ReadonlyMap<string, 1 | -1 | 0> = new Map([
  ['next-mark', 1],
  ['previous-mark', -1],
  ['open-card', 0],
]);

async function step(by: 1 | -1 | 0): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await sendToPage(tab.id, 'page.step', { by });
}

export function followCommands(): void {
  browser.commands.onCommand.addListener((command) => {
    const by = steps.get(command);
    if (by !== undefined) void step(by);
  });
}
