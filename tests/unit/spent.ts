// Processor time and not the time on the clock: what else the machine does makes no difference.

/** Milliseconds of this process's processor time that the work takes. */
export async function spent(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
