// What is wrong with a seed record, in four parts that lead its author to the place.
export class SeedError extends Error {
  readonly file: string;
  /** "entry 4", "paper arxiv:2403.08100"; empty where the whole file is meant. */
  readonly entry: string;
  readonly field: string;
  readonly reason: string;

  constructor(file: string, entry: string, field: string, reason: string) {
    const place = [file, entry, field === '' ? '' : `field ${field}`].filter((part) => part !== '').join(', ');
    super(`${place}: ${reason}`);
    this.name = 'SeedError';
    this.file = file;
    this.entry = entry;
    this.field = field;
    this.reason = reason;
  }
}
