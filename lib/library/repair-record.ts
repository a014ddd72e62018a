// A record that its schema accepts, whatever the facts: an odd fact is left out, a long one cut. Pure.
import { PaperRecord } from '../paper/record.ts';

const MAX_TITLE = 2000;
const MAX_ENTRIES: Readonly<Record<string, number>> = {
  authors: 500,
  otherTitles: 20,
  categories: 30,
  code: 100,
  links: 20,
};

/** Null, empty texts and empty lists count as not known. */
export function soundRecord(id: string, facts: Readonly<Record<string, unknown>>): PaperRecord {
  const { title } = facts;
  const record: Record<string, unknown> = {
    id,
    title: typeof title === 'string' && title.trim() !== '' ? title.slice(0, MAX_TITLE) : id,
  };
  for (const [name, schema] of Object.entries(PaperRecord.shape)) {
    const value = facts[name];
    if (name in record || name === 'full' || value === undefined || value === null || value === '') continue;
    const some = Array.isArray(value) ? value.filter((one) => one !== '').slice(0, MAX_ENTRIES[name]) : value;
    if (Array.isArray(some) && some.length === 0) continue;
    const fits = schema.safeParse(some);
    if (fits.success) record[name] = fits.data;
    else if (Array.isArray(some)) {
      const sound = some.filter((one) => schema.safeParse([one]).success);
      if (sound.length > 0) record[name] = sound;
    }
  }
  // Each field was parsed by its own schema.
  return record as PaperRecord;
}
