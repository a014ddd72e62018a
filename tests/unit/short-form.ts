// What takes seconds in whole is tried by a part in `npm test`, always the same; `npm run soak -- unit` tries all of it.

/** The smaller size, or the number of runs; the whole one in the soak. */
export const inShort = <T>(short: T, whole: T): T => (process.env['BYLINE_WHOLE'] === '1' ? whole : short);
