// A paper as a BibTeX entry.
import { plainLower } from '../../text/plain-lower.ts';
import { contentWords } from '../../text/content-words.ts';
import { isArxivDoi } from '../../paper/identifiers.ts';
import { titleOf, venueOf, yearOf, type Paper } from '../../paper/schema.ts';
import { parseVenue, type Venue } from '../../paper/venue.ts';
import { familyOf, withGeneration } from '../../paper/names/family-name.ts';
import { isGroup } from '../../paper/names/group-name.ts';
import { escapeLatex, latexTitle } from './latex.ts';

/** Their findings are one series: "Findings of the Association for Computational Linguistics: EMNLP 2022". */
const acl = new Set(['ACL', 'EMNLP', 'NAACL', 'EACL', 'AACL']);
const initial = /^\p{L}\.?$/u;

/** "Last, First" where that is certain; a group, and a name that BibTeX would take apart wrongly, stays whole, in braces:
 *  "Yashas Samaga B L" ends in initials that are no family name. */
export function bibtexName(name: string): string {
  const all = name.trim().split(/\s+/);
  const whole = `{${escapeLatex(name.trim())}}`;
  const { words, generation } = withGeneration(all);
  if (isGroup(name) || words.length < 2 || initial.test(words.at(-1) ?? '')) return whole;
  if (all.some((word) => word.toLowerCase() === 'and') || /[,&]/.test(name)) return whole;
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Arabic}]/u.test(name)) return whole;
  const { family, given } = familyOf(words);
  return [family.join(' '), ...generation, given.join(' ')].map(escapeLatex).join(', ');
}

/** The family name's letters for a key, in ASCII; of a group its first word that is more than an article. */
function keyName(name: string): string {
  const words = withGeneration(name.trim().split(/\s+/)).words.filter((word) => !initial.test(word));
  const word = isGroup(name) ? words.find((one) => !/^the$/i.test(one)) : familyOf(words).family.at(-1);
  return plainLower(word ?? name)
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]/g, '');
}

/** "reddi2021adaptive": first author, year, first word of the title that says something. */
export function bibtexKey(paper: Paper): string {
  const author = keyName(paper.authors[0]?.name ?? '');
  const word = [...contentWords(titleOf(paper)).values()]
    .map((printed) => plainLower(printed).replace(/[^a-z0-9]/g, ''))
    .find((one) => one !== '');
  const year = yearOf(paper);
  return `${author === '' ? 'anonymous' : author}${year > 0 ? year : ''}${word ?? ''}`;
}

const findingsOf = ({ acronym, name, year }: Venue): string =>
  acronym !== null && acl.has(acronym)
    ? `Findings of the Association for Computational Linguistics: ${acronym}${year === null ? '' : ` ${year}`}`
    : `Findings of ${acronym ?? name}`;

type Field = readonly [name: string, value: string | null];

/** Where preprints are, besides the arXiv. */
const isServer = (name: string): boolean =>
  name.trim() === '' ||
  /rxiv\b|\b(?:pre-?prints?|e-?prints?|ssrn|research square|openreview|zenodo|hal|techrxiv|submitted|under review|in preparation)\b/i.test(
    name,
  );

/** What the venue line gives, by the type of entry. */
function venueFields(paper: Paper, venue: Venue): { type: string; fields: Field[] } {
  const said = paper.publication;
  const volume = said?.volume === undefined ? venue.volume : escapeLatex(said.volume.value);
  const issue = said?.issue === undefined ? null : escapeLatex(said.issue.value);
  const pages =
    (said?.pages === undefined ? venue.pages : escapeLatex(said.pages.value))?.replaceAll('-', '--') ?? null;
  const printed: Field[] = [
    ['volume', volume],
    ['number', issue],
    ['pages', pages],
    ['publisher', said?.publisher === undefined ? null : escapeLatex(said.publisher.value)],
  ];
  if (paper.venues.length === 0 || venue.kind === 'preprint' || isServer(venue.name))
    return { type: 'misc', fields: [] };
  // A paper that has a preprint is published all the same where a venue is named.
  const isJournal =
    paper.type === 'journal' || (paper.type !== 'conference' && paper.type !== 'workshop' && venue.kind === 'journal');
  if (isJournal || (paper.type === 'preprint' && venue.kind === 'other'))
    return {
      type: 'article',
      fields: [['journal', escapeLatex(venue.name)], ...printed],
    };
  const pmlr = /\bPMLR\b/.test(venueOf(paper));
  const series =
    venue.acronym === null || venue.name.includes(venue.acronym) ? venue.name : `${venue.name} (${venue.acronym})`;
  // A workshop's own name says more than the conference that it was held at.
  const held =
    paper.type === 'workshop'
      ? venueOf(paper)
          .trim()
          .replace(/\([^()]*\)$/, '')
          .trimEnd()
      : venue.findings
        ? findingsOf(venue)
        : series;
  return {
    type: 'inproceedings',
    fields: [
      ['booktitle', escapeLatex(held)],
      ['series', pmlr ? 'Proceedings of Machine Learning Research' : null],
      ...printed,
    ],
  };
}

/** The arXiv class that the paper is filed under first; old ids carry it themselves ("math/0309136"). */
const primaryClass = (paper: Paper): string | null =>
  paper.arxivId?.includes('/') === true ? (paper.arxivId.split('/')[0] ?? null) : (paper.categories[0] ?? null);

/** One entry, its fields in the usual order, ending in a line break. */
export function bibtexEntry(paper: Paper, key = bibtexKey(paper)): string {
  const { type, fields } = venueFields(paper, parseVenue(venueOf(paper)));
  const year = yearOf(paper);
  const all: Field[] = [
    ['title', latexTitle(titleOf(paper))],
    [
      'author',
      paper.authors.length === 0 ? null : paper.authors.map((author) => bibtexName(author.name)).join(' and '),
    ],
    ...fields,
    ['year', year > 0 ? String(year) : null],
    ['eprint', paper.arxivId],
    ['archivePrefix', paper.arxivId === null ? null : 'arXiv'],
    ['primaryClass', paper.arxivId === null ? null : primaryClass(paper)],
    // arXiv's own DOI names the preprint; an entry for the published version must not carry it.
    ['doi', type !== 'misc' && paper.doi !== null && isArxivDoi(paper.doi) ? null : paper.doi],
    ['url', paper.arxivId === null ? (paper.links[0] ?? null) : `https://arxiv.org/abs/${paper.arxivId}`],
  ];
  const lines = all.flatMap(([name, value]) => (value === null || value === '' ? [] : [`  ${name} = {${value}},`]));
  return `@${type}{${key},\n${lines.join('\n')}\n}\n`;
}
