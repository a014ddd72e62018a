// Processor time and not the time on the clock: what else the machine does makes no difference.

/** Begins to count; answers how many milliseconds of this process's processor time it was since. */
export function startSpending(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}

/** Milliseconds of processor time that the work takes. */
export async function spent(work: () => unknown): Promise<number> {
  const since = startSpending();
  await work();
  return since();
}
