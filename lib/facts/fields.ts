// Small helps for those who fill `Fields`.
import type { FieldName, Fields } from '../sites/adapter.ts';
import { sites } from '../sites/index.ts';
import { hostMatches } from '../sites/pick-adapter.ts';

/** Without the fields that have no text. */
export function filledFields(entries: Partial<Record<FieldName, readonly (string | null | undefined)[]>>): Fields {
  const fields: Fields = {};
  for (const [name, texts = []] of Object.entries(entries) as [FieldName, readonly (string | null | undefined)[]][]) {
    const found = texts.filter((text): text is string => typeof text === 'string' && text.trim() !== '');
    if (found.length > 0) fields[name] = found;
  }
  return fields;
}

/** Sites that an adapter knows are all reached by https; pages of them that are older than that link to http. */
const isKnown = (host: string): boolean => sites.some(({ hosts }) => hosts.some((known) => hostMatches(known, host)));

/** An address as the page means it; null where it is none that a browser opens. */
export function absolute(address: string, base: string): string | null {
  const text = address.trim();
  if (text === '' || text.length > 2000 || !URL.canParse(text, base)) return null;
  const found = new URL(text, base);
  if (found.protocol === 'http:' && isKnown(found.hostname)) found.protocol = 'https:';
  return found.protocol === 'https:' || found.protocol === 'http:' ? found.href : null;
}
