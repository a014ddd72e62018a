// Small helps for those who fill `Fields`.
import type { FieldName, Fields } from '../sites/adapter.ts';

/** Without the fields that have no text. */
export function filledFields(entries: Partial<Record<FieldName, readonly (string | null | undefined)[]>>): Fields {
  const fields: Fields = {};
  for (const [name, texts = []] of Object.entries(entries) as [FieldName, readonly (string | null | undefined)[]][]) {
    const found = texts.filter((text): text is string => typeof text === 'string' && text.trim() !== '');
    if (found.length > 0) fields[name] = found;
  }
  return fields;
}

/** An address as the page means it; null where it is none that a browser opens. */
export function absolute(address: string, base: string): string | null {
  const text = address.trim();
  if (text === '' || text.length > 2000 || !URL.canParse(text, base)) return null;
  const { protocol, href } = new URL(text, base);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
