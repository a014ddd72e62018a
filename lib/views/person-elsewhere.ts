// Where more of a person is to be found on the web: pages that are known to be theirs, then searches for the name, in the
// order shown. https only. Pure.
import type { OwnLinks } from '../paper/own-links.ts';
import type { Person } from '../paper/schema.ts';
import type { WebPlace } from './elsewhere.ts';

const ORCID = /^orcid:(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/;

/** The reader's own pages, by the names of their sites. */
export const readersPlaces = ({ orcid, scholar, github }: OwnLinks): WebPlace[] =>
  [
    { name: 'ORCID', url: orcid },
    { name: 'Google Scholar', url: scholar },
    { name: 'GitHub', url: github },
  ].flatMap(({ name, url }) => (url === undefined ? [] : [{ name, url }]));

/**
 * @param ids as author lines give them: `orcid:0000-0002-1825-0097`
 */
export function personElsewhere({ name }: Pick<Person, 'name'>, ids: readonly string[] = []): WebPlace[] {
  const asked = encodeURIComponent(name.toWellFormed());
  const orcid = ids.map((id) => ORCID.exec(id)?.[1]).find((id) => id !== undefined);
  return [
    ...(orcid === undefined ? [] : [{ name: 'ORCID', url: `https://orcid.org/${orcid}` }]),
    { name: 'Google Scholar', url: `https://scholar.google.com/scholar?q=author%3A%22${asked}%22` },
    { name: 'Semantic Scholar', url: `https://www.semanticscholar.org/search?q=${asked}&sort=relevance` },
    { name: 'arXiv', url: `https://arxiv.org/search/?searchtype=author&query=${asked}` },
    { name: 'dblp', url: `https://dblp.org/search?q=${asked}` },
    { name: 'OpenReview', url: `https://openreview.net/search?term=${asked}&content=authors&group=all` },
  ];
}
