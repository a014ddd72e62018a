// Values of `year:` and `saved:`. Pure.

const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/** "30d", "2w", "6m", "1y" as days; null where it is none of these. */
export function savedWithin(value: string): number | null {
  const [, many = '', unit = ''] = /^(\d{1,4})([dwmy])$/.exec(value) ?? [];
  const days = Number(many) * (DAYS[unit] ?? 0);
  return days > 0 ? days : null;
}

/** "2019", "2019..2023", "..2019", "2020.."; both ends are meant too. */
export function yearsOf(value: string): { from: number | null; to: number | null } | null {
  const year = /^\d{4}$/.test(value) ? Number(value) : null;
  if (year !== null) return { from: year, to: year };
  const [, first = '', last = ''] = /^(\d{4})?(?:\.\.|-|\u2013)(\d{4})?$/.exec(value) ?? [];
  if (first === '' && last === '') return null;
  const [from, to] = [first, last].map((text) => (text === '' ? null : Number(text)));
  // "2023..2019" means the same years.
  return from !== null && to !== null && from !== undefined && to !== undefined && from > to
    ? { from: to, to: from }
    : { from: from ?? null, to: to ?? null };
}
