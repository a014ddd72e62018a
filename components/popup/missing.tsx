// Self-test result: fields this site's pages normally have, missing here.
import type { JSX } from 'react';
import type { FieldName } from '../../lib/sites/adapter.ts';
import { count, language, t, type MessageKey } from '../../lib/i18n/i18n.ts';

const words = {
  title: 'fieldTitle',
  authors: 'fieldAuthors',
  venue: 'fieldVenue',
  volume: 'fieldVolume',
  issue: 'fieldIssue',
  pages: 'fieldPages',
  publisher: 'fieldPublisher',
  date: 'fieldDate',
  abstract: 'fieldAbstract',
  comments: 'fieldComments',
  doi: 'fieldDoi',
  arxiv: 'fieldArxiv',
  pdf: 'fieldPdf',
  page: 'fieldPage',
  code: 'fieldCode',
  categories: 'fieldCategories',
  coins: 'fieldCoins',
} as const satisfies Record<FieldName, MessageKey>;

/** "title or authors": after "no". */
const either = (fields: readonly FieldName[]): string =>
  new Intl.ListFormat(language(), { type: 'disjunction' }).format(fields.map((field) => t(words[field])));

export function Missing({ site, fields }: { site: string; fields: readonly FieldName[] }): JSX.Element {
  return <p className="popup-state note">{count('popupMissing', fields.length, either(fields), site)}</p>;
}
