// Where figures were measured: without it they say nothing.
import { cpus, loadavg, totalmem } from 'node:os';

/** "2 × Intel Xeon, 24 GB, Node 20.1; load 0.15 at the start" */
export function machine(): string {
  const processors = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const model = processors[0]?.model.trim().replaceAll(/\s+/gu, ' ') ?? 'unknown processor';
  return `${processors.length} × ${model}, ${gigabytes} GB, Node ${process.versions.node}; load ${(loadavg()[0] ?? 0).toFixed(2)}`;
}

/** Others at work on the machine: then figures are provisional. */
export const isBusy = (): boolean => (loadavg()[0] ?? 0) > cpus().length * 0.6;
