// Files share one worker and its modules (vitest.config.ts): what a file changed of the world ends with it.
import { afterAll, vi } from 'vitest';

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
