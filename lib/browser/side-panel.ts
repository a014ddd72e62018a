// The panel beside the page: `sidePanel` in Chrome and Edge, `sidebarAction` in Firefox. Both open only in a click.
import { browser } from './browser.ts';

interface ChromePanel {
  open: (where: { windowId: number }) => Promise<void>;
}

const chromePanel = (): ChromePanel | undefined => (browser as { sidePanel?: ChromePanel }).sidePanel;

/** Whether this browser has one that can be opened from here. */
export const hasSidePanel = (): boolean =>
  chromePanel() !== undefined || (browser as { sidebarAction?: unknown }).sidebarAction !== undefined;

/** Call it first in a click, with the window known: a browser opens it in no other case. */
export async function openSidePanel(windowId: number): Promise<void> {
  const panel = chromePanel();
  if (panel === undefined) await browser.sidebarAction.open();
  else await panel.open({ windowId });
}
