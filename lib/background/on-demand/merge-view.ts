// What a page shows of a merge. Pure.
import type { Copy } from '../../library/backup.ts';
import type { MergeTally } from '../../library/merge/merge-into.ts';
import { MAX_TITLES, type MergeView } from '../../messages/merge-messages.ts';

/** Maximum letters of a title. */
const MAX_TITLE = 300;

export const mergeView = (
  { made, machine, unreadable }: Pick<Copy, 'made' | 'machine' | 'unreadable'>,
  { removed, works, follows, decisions, bothNotes, asks }: MergeTally,
): MergeView => ({
  made,
  machine,
  works,
  follows,
  decisions,
  titles: removed.slice(0, MAX_TITLES).map(({ record }) => record.title.slice(0, MAX_TITLE)),
  bothNotes,
  unreadable,
  asks,
});
