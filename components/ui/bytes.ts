// An amount of bytes as people read it: two figures are enough.
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `bytes` whole and not below 0; `language` as a BCP 47 tag. Steps of 1000, as disks are sold. */
export function bytesWords(bytes: number, language: string): string {
  let amount = bytes;
  let step = 0;
  while (amount >= 999.5 && step < units.length - 1) {
    amount /= 1000;
    step += 1;
  }
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumSignificantDigits: amount >= 100 ? 3 : 2,
  }).format(amount);
}
