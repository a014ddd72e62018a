// Quotation marks and apostrophes as print has them. Pure.

/** Straight ones bent, by what stands before them. */
export const curly = (text: string): string =>
  text
    .replace(/(^|[\s([{–—-])"/gu, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{–—“-])'/gu, '$1‘')
    .replaceAll("'", '’');

/** The same within quotation marks: double ones are single. */
export const curlyWithin = (text: string): string => curly(text).replaceAll('“', '‘').replaceAll('”', '’');
