// The one way to a browser with the built extension in it.
import { openChromium } from './chromium.ts';
import { needBrowser } from './find.ts';
import { openFirefox } from './firefox.ts';
import type { Kind, Launch, Session } from './session.ts';

export async function openBrowser(kind: Kind, launch: Launch): Promise<Session> {
  const program = await needBrowser(kind);
  return kind === 'chromium' ? openChromium(program, launch) : openFirefox(program, launch);
}
