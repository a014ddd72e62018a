// Papers of the reading list as RIS, which EndNote, Mendeley, Zotero and Papers read. Pure.
import { cleanArxivId, cleanDoi, isArxivDoi } from '../../paper/identifiers.ts';
import { plainText } from '../../paper/plain-text.ts';
import { citedFacts, type CitedFacts, type ListedPaper } from './cited-paper.ts';
import { publishedAs } from './entry-kind.ts';
import { nameParts } from './name-parts.ts';

const types = { journal: 'JOUR', conference: 'CONF', preprint: 'UNPB', unknown: 'GEN' } as const;

/** "Family, Given, Jr."; a name that stays whole as it is. */
function risName(name: string): string {
  const parts = nameParts(name);
  if (parts === null) return name;
  const { family, given, generation } = parts;
  return [family, given, generation].filter((part) => part !== '').join(', ');
}

/** First and last page, where there are two of them. */
function pagesOfRis(pages: string): readonly (readonly [tag: string, value: string])[] {
  const [, first = '', last = ''] = /^([^\s,-]+)-([^\s,-]+)$/.exec(pages) ?? [];
  return first === '' || first === last
    ? [['SP', pages]]
    : [
        ['SP', first],
        ['EP', last],
      ];
}

/** A note that is an identifier alone would be read as the paper's. */
const noteLine = (line: string): string =>
  cleanDoi(line) === null && cleanArxivId(line) === null ? line : `Note: ${line}`;

function entry(facts: CitedFacts): string {
  const as = publishedAs(facts.type, facts.venue);
  const isOwnDoi = as === 'preprint' || as === 'unknown' || !isArxivDoi(facts.doi);
  const lines: (readonly [tag: string, value: string])[] = [
    ['TI', facts.untitled ? '' : facts.title],
    ...facts.authors.map((name) => ['AU', risName(name)] as const),
    ['PY', facts.year === null ? '' : String(facts.year)],
    ['T2', facts.venue],
    // Of a generic entry some programs read this one.
    ['BT', as === 'unknown' ? facts.venue : ''],
    ['VL', facts.volume],
    ['IS', facts.issue],
    ...pagesOfRis(facts.pages),
    ['PB', facts.publisher],
    ['DO', isOwnDoi ? facts.doi : ''],
    ['AN', facts.arxivId === '' ? '' : `arXiv:${facts.arxivId}`],
    ['UR', facts.arxivId === '' ? '' : `https://arxiv.org/abs/${facts.arxivId}`],
    ...facts.links.map((link) => ['UR', link] as const),
    ['AB', facts.abstract],
    ...facts.tags.map((tag) => ['KW', tag] as const),
    ...facts.note.split('\n').map((line) => ['N1', noteLine(plainText(line))] as const),
  ];
  const written = lines.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value}`);
  return [`TY  - ${types[as]}`, ...written, 'ER  - '].join('\r\n');
}

/** One entry a paper, with an empty line between them. */
export const risOfListed = (listed: readonly ListedPaper[]): string =>
  listed.map((one) => `${entry(citedFacts(one))}\r\n`).join('\r\n');
