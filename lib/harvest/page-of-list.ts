// What a page of a field's list says: papers to keep, how the list goes on, or why it can't. Pure.
import type { Failure } from '../failures/failure.ts';
import { hashOf } from '../text/string-hash.ts';
import { paperOfRecord, type FindCode, type HarvestedPaper } from './harvested.ts';
import type { OaiAnswer, OaiRecord } from './oai-answer.ts';
import { listStart, type FieldState, type OpenWindow } from './state.ts';

/** Maximum pages of one list: a window of thirty days has some dozens. */
export const MAX_PAGES = 500;

export type PageRead =
  | { kind: 'page'; papers: HarvestedPaper[]; next: OpenWindow }
  /** The list can't go on; `next`: where to begin it again. */
  | { kind: 'broken'; failure: Failure; next: OpenWindow };

const hashed = (text: string): string =>
  hashOf(text)
    .map((part) => part.toString(36))
    .join('.');

const isOfSet = ({ sets }: OaiRecord, set: string): boolean =>
  sets.length === 0 || sets.some((one) => one === set || one.startsWith(`${set}:`));

/** The window with its next list, or after its last one. */
const nextList = (window: OpenWindow): OpenWindow => ({ ...window, at: window.at + 1, ...listStart(window.from) });

/** The list again from the last day that came, without a token: what came of that day comes twice, and counts once. */
const again = (window: OpenWindow): OpenWindow => ({ ...window, ...listStart(window.last?.day ?? window.chainFrom) });

function ofError(window: OpenWindow, error: { code: string }, host: string): PageRead {
  // A weekend, a holiday, a small field: nothing is an answer.
  if (error.code === 'noRecordsMatch') return { kind: 'page', papers: [], next: nextList(window) };
  const code = error.code === 'badResumptionToken' ? 'harvest-token' : 'harvest-refused';
  return {
    kind: 'broken',
    failure: { code, args: code === 'harvest-token' ? [host] : [host, error.code] },
    next: again(window),
  };
}

/**
 * Reads the answer to the request that the window is at.
 * @param field the field whose list it is
 */
export function readPage(
  { records, token, error, isList }: OaiAnswer,
  window: OpenWindow,
  field: FieldState,
  { host, findCode }: { host: string; findCode: FindCode },
): PageRead {
  const broken = (failure: Failure): PageRead => ({ kind: 'broken', failure, next: again(window) });
  if (error !== null) return ofError(window, error, host);
  if (!isList) return broken({ code: 'harvest-damaged', args: [host] });
  const ofField = records.filter((record) => isOfSet(record, field.set));
  if (ofField.length === 0 && records.length > 0) return broken({ code: 'harvest-other-set', args: [host, field.set] });
  const ids = hashed(records.map(({ id }) => id).join(' '));
  // The same page once more, or a token that was there before: this list has no end.
  const mark = token === null ? null : hashed(token);
  const isRepeated = records.length > 0 && ids === window.last?.ids;
  if (
    isRepeated ||
    (mark !== null && (window.tokens.includes(mark) || records.length === 0 || window.pages >= MAX_PAGES))
  )
    return broken({ code: 'harvest-token', args: [host] });
  const papers = ofField
    .filter(({ deleted, created }) => !deleted && created.trim() >= field.since)
    .flatMap((record) => paperOfRecord(record, findCode) ?? []);
  if (token === null) return { kind: 'page', papers, next: nextList(window) };
  const day = records.reduce((newest, { datestamp }) => (datestamp > newest ? datestamp : newest), window.chainFrom);
  const next = {
    ...window,
    token,
    pages: window.pages + 1,
    tokens: [...window.tokens, ...(mark === null ? [] : [mark])],
    last: { day: day > window.until ? window.until : day, ids },
  };
  return { kind: 'page', papers, next };
}
