// What the command line says where a file or an option cannot be used.
import { failureText, placeText } from '../../lib/i18n/failures.ts';
import { FilePlace, type Failure } from '../../lib/failures/failure.ts';
import { UnreadableFile } from '../../lib/packs/unreadable-file.ts';

/** The command's own reason, one sentence: a missing file, an option that does not fit. */
export class PackError extends Error {
  override name = 'PackError';
}

/** Words for damage leave its place out; on the command line it is worth knowing. */
function where({ code, args }: Failure): string {
  if (!/^(?:file-(?:cut|damaged|endless)|pack-damaged)$/u.test(code)) return '';
  const place = args.map((arg) => FilePlace.safeParse(arg).data).find((found) => found !== undefined);
  return place === undefined ? '' : ` Found at ${placeText(place)}.`;
}

export const failureLine = (failure: Failure): string => failureText(failure) + where(failure);

/** One line for what was thrown; null where it is a fault of ours. */
export function sentenceOf(error: unknown): string | null {
  if (error instanceof PackError) return error.message;
  return error instanceof UnreadableFile ? failureLine(error.failure) : null;
}
