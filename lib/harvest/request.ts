// The address of a page of a field's list. Pure.

/** What to ask for: a list from its beginning, or its next page. */
export type PageOfList = { set: string; from: string; until: string } | { token: string };

export function oaiUrl(base: string, page: PageOfList): string {
  const query = new URLSearchParams({ verb: 'ListRecords' });
  if ('token' in page) query.set('resumptionToken', page.token);
  else {
    query.set('metadataPrefix', 'arXiv');
    query.set('set', page.set);
    query.set('from', page.from);
    query.set('until', page.until);
  }
  return `${base}?${query.toString()}`;
}
