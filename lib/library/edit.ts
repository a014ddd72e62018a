// What a reader changes of entries by hand: status, tags, star, note. Of one entry or of thousands at once, and back.
import { applyEdit } from './apply-edit.ts';
import { bare } from './derived.ts';
import { EditedFields, type Edit } from './edit-schema.ts';
import { entryOf } from './entries.ts';
import type { Library } from './library.ts';
import type { Row } from './rows.ts';
import type { Entry } from './schema.ts';

const fieldNames = Object.keys(EditedFields.shape) as (keyof EditedFields)[];

export interface Before {
  id: string;
  fields: EditedFields;
}

/** The entry's row after the edit; the same where it changes nothing. */
function edited(row: Row, entry: Entry, edit: Edit, now: number): Row {
  const changes = applyEdit(entry, edit, now);
  if (Object.keys(changes).length === 0) return row;
  const statusDates =
    changes.status === undefined ? {} : { statusDates: { ...entry.statusDates, [changes.status]: now } };
  return { ...row, ...changes, ...statusDates };
}

const fieldsOf = (row: Row): EditedFields =>
  EditedFields.parse(Object.fromEntries(fieldNames.flatMap((name) => (name in row ? [[name, row[name]]] : []))));

/** Edits entries by their ids, wholly or not at all. Answers those that changed, as they were before. */
export function editEntries(library: Library, ids: readonly string[], edit: Edit, now: number): Promise<Before[]> {
  return library.change<Before[]>(async () => {
    const rows = await (await library.table('works')).bulkGet([...new Set(ids)]);
    const answer: Before[] = [];
    const puts: ['works', Row][] = [];
    for (const stored of rows) {
      const entry = stored === undefined ? null : entryOf(stored);
      if (stored === undefined || entry === null) continue;
      const row = bare(stored);
      const next = edited(row, entry, edit, now);
      if (next === row) continue;
      answer.push({ id: row.id, fields: fieldsOf(row) });
      puts.push(['works', next]);
    }
    return { change: { puts, deletes: [] }, answer };
  });
}

/** Undoes an edit: the entries that are still on the list have those fields again. Answers how many. */
export function undoEdit(library: Library, before: readonly Before[]): Promise<number> {
  return library.change(async () => {
    const rows = await (await library.table('works')).bulkGet(before.map(({ id }) => id));
    const puts = rows.flatMap((stored, at): ['works', Row][] => {
      const fields = before[at]?.fields;
      if (stored === undefined || fields === undefined) return [];
      const others = Object.entries(bare(stored)).filter(([name]) => !fieldNames.some((field) => field === name));
      return [['works', { ...(Object.fromEntries(others) as Row), ...fields }]];
    });
    return { change: { puts, deletes: [] }, answer: puts.length };
  });
}
