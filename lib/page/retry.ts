/** Between the attempts: the worker may be starting, or reading its catalog for the first time. */
const PAUSES_MS = [200, 600, 1500, 3000, 6000, 15_000];

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until there is an answer. Null after the last attempt, or where `isOver` says so. */
export async function retry<T>(
  ask: () => Promise<T>,
  isOver: (error: unknown) => boolean,
  wait = later,
): Promise<T | null> {
  for (const ms of PAUSES_MS) {
    try {
      return await ask();
    } catch (error) {
      if (isOver(error)) return null;
      await wait(ms);
    }
  }
  return ask().catch(() => null);
}
