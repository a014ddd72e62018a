// The list's row that lies in a row of the bin. Pure.
import { Row } from './rows.ts';

/** Undefined where there is none. */
export function rowInBin(binRow: Row | undefined): Row | undefined {
  const { data } = Row.safeParse(binRow?.['entry']);
  return data !== undefined && data.id === binRow?.id ? data : undefined;
}
