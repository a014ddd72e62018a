// `citation_*`, the tags that Google Scholar reads; bepress's and EPrints' own names for them too.
import { withSemicolons } from '../paper/names/byline-names.ts';
import { pagesOf } from '../paper/publication.ts';
import { absolute, filledFields } from './fields.ts';
import type { Reading } from './reading.ts';
import { typeOfTags } from './paper-type.ts';
import { Tags, keyOf, type Tag } from './tags.ts';

/** One paper has each of these once; where one is repeated, another paper begins. */
const SINGLE = new Set(
  'title doi arxiv_id pmid pdf_url abstract_html_url public_url firstpage publication_date date year online_date'
    .split(' ')
    .map((name) => `citation_${name}`),
);

/** The tags of each paper. Groups begin where the first single tag is repeated; authors before it belong to no paper. */
function papersIn(tags: readonly Tag[]): Tag[][] {
  const keys = tags.map(([name]) => keyOf(name));
  const first = keys.find((key) => SINGLE.has(key));
  const groups: Tag[][] = [];
  for (const [at, tag] of tags.entries()) {
    if (keys[at] === first || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(tag);
  }
  if (keys[0] !== first && groups.length > 1) {
    groups.shift();
    return groups.map((group) => group.filter(([name]) => !/citation_authors?$/.test(keyOf(name))));
  }
  return groups;
}

/** Values that differ between the languages of one paper. */
const OF_LANGUAGE = new Set(
  'title abstract pdf_url abstract_html_url fulltext_html_url public_url language keywords'
    .split(' ')
    .map((name) => `citation_${name}`),
);

/** Whether groups of tags are one paper's, once in each of its languages: one group says all, the others have nothing of
 *  their own but what a language changes. Two works of one author and year differ in no more than that: without an
 *  identifier the others may not even repeat the author. */
function isOneInLanguages(groups: readonly Tag[][]): boolean {
  const said = groups
    .map((group) => group.filter(([name]) => !OF_LANGUAGE.has(keyOf(name))))
    .map((tags) => new Set(tags.map(([name, content]) => `${keyOf(name)} ${content.trim().toLowerCase()}`)))
    .toSorted((one, other) => other.size - one.size);
  const [whole, ...others] = said;
  if (whole === undefined || others.length === 0) return false;
  const has = (name: RegExp): boolean => [...whole].some((text) => name.test(text));
  if (others.every(({ size }) => size === 0)) return has(/^citation_(?:authors?|doi|arxiv_id) /);
  return has(/^citation_(?:doi|arxiv_id) /) && others.every((other) => [...other].every((text) => whole.has(text)));
}

function highwire(tags: readonly Tag[], url: string): Reading {
  const by = new Tags(tags);
  const named = by.first('citation_author');
  const links = by.first('citation_pdf_url', 'eprints.document_url');
  const pdf = (links.length > 0 ? links : by.all('citation_url').filter((address) => /\.pdf$/i.test(address))).map(
    (address) => absolute(address, url),
  );
  const page = by
    .first('citation_abstract_html_url', 'citation_public_url', 'citation_fulltext_html_url')
    .map((address) => absolute(address, url));
  return {
    from: 'meta',
    type: typeOfTags(by),
    fields: filledFields({
      title: by.first('citation_title', 'eprints.title'),
      authors:
        named.length > 0
          ? named
          : [...by.first('citation_authors').map(withSemicolons), ...by.first('eprints.creators_name')],
      venue: by.first(
        'citation_journal_title',
        'citation_conference_title',
        'citation_conference',
        'citation_inbook_title',
        'citation_book_title',
        'citation_series_title',
        'eprints.publication',
        'eprints.book_title',
        'eprints.event_title',
        'citation_dissertation_institution',
        'citation_technical_report_institution',
        'citation_journal_abbrev',
        'citation_publisher',
        'eprints.publisher',
      ),
      volume: by.first('citation_volume', 'eprints.volume'),
      issue: by.first('citation_issue', 'eprints.number'),
      pages: [
        pagesOf(by.first('citation_firstpage')[0], by.first('citation_lastpage')[0]),
        ...by.first('eprints.pagerange'),
      ],
      publisher: by.first('citation_publisher', 'eprints.publisher'),
      date: by.all(
        'citation_publication_date',
        'citation_date',
        'citation_cover_date',
        'citation_online_date',
        'citation_year',
        'eprints.date',
      ),
      abstract: by.first('citation_abstract', 'eprints.abstract'),
      doi: by.first('citation_doi', 'eprints.id_number', 'eprints.doi'),
      arxiv: by.all('citation_arxiv_id', 'citation_technical_report_number'),
      pdf,
      page,
    }),
  };
}

/** One reading for each paper that the tags describe: several on pages that list papers in their head. */
export function highwireReadings(meta: readonly Tag[], url: string): Reading[] {
  const tags = meta.filter(([name]) => /^(?:citation_|eprints\.)/.test(keyOf(name)));
  if (tags.length === 0) return [];
  const values = (key: string): Set<string> =>
    new Set(tags.filter(([name]) => keyOf(name) === key).map(([, content]) => content.trim().toLowerCase()));
  const several = values('citation_title').size > 1 || values('citation_doi').size > 1;
  const papers = several ? papersIn(tags) : [tags];
  const readings = (isOneInLanguages(papers) ? [tags] : papers).map((group) => highwire(group, url));
  return readings.filter(({ fields }) => Object.keys(fields).length > 0);
}
