// What an edit makes of an entry's own fields: the same for the store's rows and for what a page shows at once. Pure.
import type { Edit } from './edit-schema.ts';
import { MAX_TAGS } from './schema.ts';

/** The fields that an edit reads. */
export interface Editable {
  status: string;
  tags?: readonly string[] | undefined;
  note?: string | undefined;
  starred?: boolean | undefined;
}

/** The fields that change; none where nothing does. */
export interface Edited {
  status?: string;
  changedAt?: number;
  readAt?: number | null;
  tags?: string[];
  note?: string;
  starred?: boolean;
}

export function applyEdit(entry: Editable, edit: Edit, now: number): Edited {
  const { status, starred, note } = edit;
  const tags = withTags(entry.tags ?? [], edit);
  return {
    ...(status === undefined || status === entry.status
      ? {}
      : { status, changedAt: now, readAt: status === 'read' ? now : null }),
    ...(starred === undefined || starred === (entry.starred ?? false) ? {} : { starred }),
    ...(note === undefined || note === (entry.note ?? '') ? {} : { note }),
    ...(tags === null ? {} : { tags }),
  };
}

/** The tags after an edit; null where it changes none. Tags that differ only in case are one. */
function withTags(tags: readonly string[], { addTags = [], removeTags = [] }: Edit): string[] | null {
  const key = (tag: string): string => tag.toLocaleLowerCase();
  const removed = new Set(removeTags.map(key));
  const kept = tags.filter((tag) => !removed.has(key(tag)));
  const held = new Set(kept.map(key));
  const added = addTags.filter((tag) => {
    const isNew = !held.has(key(tag));
    held.add(key(tag));
    return isNew;
  });
  return kept.length === tags.length && added.length === 0 ? null : [...kept, ...added].slice(0, MAX_TAGS);
}
