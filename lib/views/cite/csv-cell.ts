// One cell of a table for spreadsheets. Pure.

/** Programs for tables run what begins so as a formula; a title may begin so. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** @param keepsLines line breaks stay, for texts of several lines */
export function csvCell(text: string, keepsLines = false): string {
  const plain = keepsLines ? text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ') : text.replace(/[\r\n\t]+/g, ' ');
  const safe = FORMULA.test(plain) ? `'${plain}` : plain;
  return /[",;\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** As RFC 4180 has it. */
export const csvLine = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;
