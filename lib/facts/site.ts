// What a site's adapter finds on a page: its selectors, and its reader of scripts and lines.
import type { RowFields } from '../messages/page-protocol.ts';
import type { FieldName, Fields, SitePage } from '../sites/adapter.ts';
import type { Reading } from './reading.ts';
import { coins } from './coins.ts';

/** A reader that meets a text it can't read says nothing; the page is then what its selectors say. */
function asked(page: SitePage, said: { url: string; fields: Fields; scripts: readonly string[] }): Fields {
  try {
    return page.read?.(said) ?? {};
  } catch {
    return {};
  }
}

const filled = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([, texts]) => Array.isArray(texts) && texts.some((text) => text.trim() !== '')),
  );

/** The readings of one row, the page's own or one of a list. What a script says is `inline`. */
export function siteReadings(
  page: SitePage,
  row: RowFields | null,
  scripts: readonly string[],
  url: string,
): Reading[] {
  const fields: Fields = { ...row?.fields };
  const said = asked(page, { url, fields, scripts });
  const found: Reading[] = [];
  const inline = scripts.length > 0;
  if (inline) found.push({ from: 'inline', fields: filled(said) });
  const left: Fields = inline ? fields : { ...fields, ...said };
  // An empty list removes what the selectors found.
  if (inline) for (const [name, texts] of Object.entries(said)) if (texts.length === 0) delete left[name as FieldName];
  found.push({ from: 'site', fields: filled(left) });
  const span = left.coins?.[0];
  const read = span === undefined ? null : coins(span);
  if (read !== null) found.push(read);
  return found.filter(({ fields: some }) => Object.keys(some).length > 0);
}
