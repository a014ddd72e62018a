// "today", "yesterday", "Tuesday", "3 November", "March 2024": how a list says when something happened. Near days
// are named as people name them; the farther away, the coarser.
const day = 86_400_000;

const midnight = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/** Both times in milliseconds since 1970; `language` as a BCP 47 tag. Times ahead of `now` count as today. */
export function whenWords(time: number, now: number, language: string): string {
  // Rounded: a day is 23 or 25 hours long when clocks change.
  const days = Math.max(0, Math.round((midnight(now) - midnight(time)) / day));
  if (days < 2) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-days, 'day');
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language, options).format(time);
  if (days < 7) return format({ weekday: 'long' });
  if (new Date(time).getFullYear() === new Date(now).getFullYear() || days < 90)
    return format({ day: 'numeric', month: 'long' });
  return format({ month: 'long', year: 'numeric' });
}
