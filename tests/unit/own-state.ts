// Files share one worker and its modules (vitest.config.ts): what a file changed of the world ends with it.
import { afterAll, vi } from 'vitest';

const deleted = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(new Error(`${name} can’t be deleted`)));
    request.addEventListener('blocked', () => reject(new Error(`${name} is still open`)));
  });

afterAll(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  // Where a file has stores: Node itself has none. Dexie closes what somebody else deletes, and opens it when asked again.
  if (typeof indexedDB === 'undefined') return;
  for (const { name } of await indexedDB.databases()) if (name !== undefined) await deleted(name);
});
