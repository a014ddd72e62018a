// Days as arXiv's server counts them: UTC, "2026-11-30". Pure.

const DAY = 86_400_000;

export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(Date.parse(text)) === text;

/** The day of a moment. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day that comes `days` after one, or before it. */
export const addDays = (day: string, days: number): string => dayOf(Date.parse(day) + days * DAY);

/** Days from one to another, both counted. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / DAY) + 1;
