// What takes minutes in whole is tried by a part of its rows in `npm test`, always the same; `npm run soak -- browser`
// tries all of them.

/** All of it is tried. */
export const isWhole = process.env['BYLINE_WHOLE'] === '1';

/** Every so many rows, the first of them always; all of them in the soak. */
export const shortForm = <T>(rows: readonly T[], every: number): T[] =>
  isWhole ? [...rows] : rows.filter((_, at) => at % every === 0);
