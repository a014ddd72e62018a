// Notes in the report how often a test was tried again, and why at first: `npm test` counts them.
import { afterEach } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    retried?: { times: number; why: string };
  }
}

afterEach(({ task }) => {
  const times = task.result?.retryCount ?? 0;
  if (times === 0) return;
  const [line = ''] = (task.result?.errors?.[0]?.message ?? '').split('\n');
  task.meta.retried = { times, why: line };
});
