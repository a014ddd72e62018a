export const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until there is an answer, with those pauses between. Null after the last attempt, or where `over` says so. */
export async function retry<T>(
  ask: () => Promise<T>,
  pausesMs: readonly number[],
  over: (error: unknown) => boolean,
  wait = later,
): Promise<T | null> {
  for (const ms of [...pausesMs, null]) {
    try {
      return await ask();
    } catch (error) {
      if (ms === null || over(error)) return null;
      await wait(ms);
    }
  }
  return null;
}
