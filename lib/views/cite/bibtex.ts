// A paper as a BibTeX entry.
import { plainLower } from '../../text/plain-lower.ts';
import { contentWords } from '../../text/content-words.ts';
import { isArxivDoi } from '../../paper/identifiers.ts';
import { titleOf, yearOf, type Paper } from '../../paper/schema.ts';
import { isCitedByPlace } from '../../paper/untitled.ts';
import { familyOf, withGeneration } from '../../paper/names/family-name.ts';
import { isGroup } from '../../paper/names/group-name.ts';
import { isInitial, nameParts } from './name-parts.ts';
import { printedVenue } from './printed-venue.ts';
import { escapeLatex, latexAddress, latexText, latexTitle } from './latex.ts';

/** "Last, First" where that is certain; a name that stays whole is in braces. */
export function bibtexName(name: string): string {
  const parts = nameParts(name);
  if (parts === null) return `{${escapeLatex(name.trim())}}`;
  return [parts.family, ...(parts.generation === '' ? [] : [parts.generation]), parts.given]
    .map(escapeLatex)
    .join(', ');
}

/** The family name's letters for a key, in ASCII; of a group its first word that is more than an article. */
function keyName(name: string): string {
  const words = withGeneration(name.trim().split(/\s+/)).words.filter((word) => !isInitial(word));
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
  const word = [...contentWords(isCitedByPlace(paper) ? '' : titleOf(paper)).values()]
    .map((printed) => plainLower(printed).replace(/[^a-z0-9]/g, ''))
    .find((one) => one !== '');
  const year = yearOf(paper);
  return `${author === '' ? 'anonymous' : author}${year > 0 ? year : ''}${word ?? ''}`;
}

type Field = readonly [name: string, value: string | null];

/** What the venue gives, by the type of entry. */
function venueFields(paper: Paper): { type: string; fields: Field[] } {
  const { kind, name, series, volume, issue, pages, publisher } = printedVenue(paper);
  if (kind === 'preprint' || kind === 'other') return { type: 'misc', fields: [] };
  const printed: Field[] = [
    ['volume', escapeLatex(volume)],
    ['number', escapeLatex(issue)],
    ['pages', escapeLatex(pages).replace(/-+/g, '--')],
    ['publisher', escapeLatex(publisher)],
  ];
  return kind === 'article'
    ? { type: 'article', fields: [['journal', escapeLatex(name)], ...printed] }
    : { type: 'inproceedings', fields: [['booktitle', escapeLatex(name)], ['series', series], ...printed] };
}

/** The arXiv class that the paper is filed under first; old ids carry it themselves ("math/0309136"). */
const primaryClass = (paper: Paper): string | null =>
  paper.arxivId?.includes('/') === true ? (paper.arxivId.split('/')[0] ?? null) : (paper.categories[0] ?? null);

/** What a reader's list has beside the paper's facts. */
interface Extra {
  abstract: string;
  tags: readonly string[];
  note: string;
}

/** Styles print `note`, but not these. */
const extraFields = ({ abstract, tags, note }: Extra): Field[] => [
  ['abstract', latexText(abstract)],
  ['keywords', tags.map((tag) => escapeLatex(tag.replaceAll(',', ' '))).join(', ')],
  ['annote', escapeLatex(note.replace(/\s+/g, ' '))],
];

const authorField = ({ authors, moreAuthors }: Paper): string | null =>
  authors.length === 0
    ? null
    : [...authors.map(({ name }) => bibtexName(name)), ...(moreAuthors === true ? ['others'] : [])].join(' and ');

/** One entry, its fields in the usual order, ending in a line break. */
export function bibtexEntry(paper: Paper, key = bibtexKey(paper), extra?: Extra): string {
  const { type, fields } = venueFields(paper);
  const year = yearOf(paper);
  const all: Field[] = [
    ['title', isCitedByPlace(paper) ? null : latexTitle(titleOf(paper))],
    ['author', authorField(paper)],
    ...fields,
    ['year', year > 0 ? String(year) : null],
    ['eprint', paper.arxivId === null ? null : latexAddress(paper.arxivId)],
    ['archivePrefix', paper.arxivId === null ? null : 'arXiv'],
    ['primaryClass', paper.arxivId === null ? null : escapeLatex(primaryClass(paper) ?? '')],
    // arXiv's own DOI names the preprint; an entry for the published version must not carry it.
    ['doi', paper.doi === null || (type !== 'misc' && isArxivDoi(paper.doi)) ? null : latexAddress(paper.doi)],
    ['url', latexAddress(paper.arxivId === null ? (paper.links[0] ?? '') : `https://arxiv.org/abs/${paper.arxivId}`)],
    ...(extra === undefined ? [] : extraFields(extra)),
  ];
  const lines = all.flatMap(([name, value]) => (value === null || value === '' ? [] : [`  ${name} = {${value}},`]));
  return `@${type}{${key},\n${lines.join('\n')}\n}\n`;
}
