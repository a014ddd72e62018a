// A pack's record as the catalog's paper: every fact a claim with its source. Pure.
import type { CodeLink, Paper, Source } from './schema.ts';
import { namePerson } from './names/person-id.ts';
import { publicationFacts } from './publication.ts';
import type { PaperRecord, RecordCode } from './record.ts';
import { hashOf } from '../text/string-hash.ts';
import { withoutEnd } from '../text/without-end.ts';

/** Maximum letters of a source's id. */
const MAX_SOURCE_ID = 40;

/** A source's id for a name that a record prints ("Papers with Code"). Hosts are names as well: "a.example" and
 *  "a-example" are two, and so are two that differ only at their end. */
export function sourceIdOf(name: string): string {
  const dashed = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<=[a-z0-9])\.(?=[a-z0-9])/g, '--')
    .replace(/[^a-z0-9-]+/g, '-');
  const letters = withoutEnd(dashed.replace(/^-+/, ''), /-/);
  if (letters.length <= MAX_SOURCE_ID) return letters === '' ? 'unnamed' : letters;
  const hash = hashOf(name)[0].toString(16).padStart(8, '0');
  return `${letters.slice(0, MAX_SOURCE_ID - hash.length - 1)}-${hash}`;
}

/** "pytorch/vision" of a repository's address; host and path of any other. */
function labelOf({ hostname, pathname }: URL): string {
  const parts = pathname.split('/').filter((part) => part !== '');
  const [owner, name] = parts;
  if (owner !== undefined && name !== undefined) return `${owner}/${name.replace(/\.git$/, '')}`;
  return [hostname.replace(/^www\./, ''), ...parts].join('/');
}

function codeLink({ url, official, saidBy, why }: RecordCode, by: string): CodeLink[] {
  if (!URL.canParse(url)) return [];
  const address = new URL(url);
  return [
    {
      url,
      host: address.hostname,
      label: labelOf(address),
      kind: 'repository',
      saidBy: [saidBy === undefined ? by : sourceIdOf(saidBy)],
      certainty: 'stated',
      official: official ?? null,
      ...(why === undefined ? {} : { why }),
    },
  ];
}

/** The source that a pack's records are from where they name none: its first. */
export const mainSource = (of: { id: string; sources: readonly { id: string }[] }): string =>
  of.sources[0]?.id ?? of.id;

/** `by`: who says each of them. */
function publicationOf(record: PaperRecord, by: string): Pick<Paper, 'publication'> {
  const said = publicationFacts.flatMap((name) => {
    const value = record[name];
    return value === undefined ? [] : [[name, { value, sources: [by], certainty: 'stated' }] as const];
  });
  return said.length === 0 ? {} : { publication: Object.fromEntries(said) };
}

/** `by`: the source that the record's facts are from. */
export function expand(record: PaperRecord, by: string): Paper {
  if (record.full !== undefined) return record.full;
  const stated = <T>(value: T) => ({ value, sources: [by], certainty: 'stated' as const });
  return {
    id: record.id,
    titles: [...new Set([record.title, ...(record.otherTitles ?? [])])].map(stated),
    authors: (record.authors ?? []).map((name) => ({ name, person: namePerson(name) })),
    ...(record.moreAuthors === true ? { moreAuthors: true } : {}),
    authorReadings: [],
    years: record.year === undefined ? [] : [stated(record.year)],
    venues: record.venue === undefined ? [] : [stated(record.venue)],
    ...publicationOf(record, by),
    type: record.type ?? null,
    arxivId: record.arxivId ?? null,
    doi: record.doi ?? null,
    categories: record.categories ?? [],
    categoriesCertainty: 'stated',
    code: (record.code ?? []).flatMap((link) => codeLink(link, by)),
    summary: null,
    topics: record.topics ?? [],
    links: record.links ?? [],
    listings: [],
    sources: [by],
  };
}

/** The sources that a record names beyond its pack's own. */
export function namedSources({ code = [] }: PaperRecord): Source[] {
  const names = new Set(code.flatMap(({ saidBy }) => (saidBy === undefined ? [] : [saidBy])));
  return [...names].map((name) => ({ id: sourceIdOf(name), name, what: name, kind: 'public-record' }));
}
