// The bundled catalog in words, for people who check it, and as JSON, for programs that do.
import type { Conflict } from '../lib/seeds/conflicts.ts';
import { titleOf, venueOf, yearOf, type Certainty, type Pack, type Paper, type SourceId } from '../lib/paper/schema.ts';
import type { Bundle } from '../lib/seeds/bundle.ts';

const wide = 110;

/** Breaks a text at spaces; the lines after the first are indented two more. */
function wrap(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + word.length + 1 > wide) {
      lines.push(line);
      line = `${indent}  `;
    }
    line += line.trim() === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}

function countLines({ counts, pack }: Bundle): string[] {
  const people = `${counts.people} people, written in ${counts.spellings} ways in the papers' author lists`;
  return [
    `${pack.name}, version ${pack.version}, of ${pack.madeOn}`,
    '',
    `  ${counts.entries} entries in ${counts.documents} documents are ${counts.papers} papers`,
    `  ${people}`,
    `  ${counts.withArxivId} papers have an arXiv id, ${counts.withRepository} a repository, ${counts.withSupplement} a supplement`,
  ];
}

const speaksOf = ({ sources, grounds }: Paper, source: SourceId): boolean =>
  sources.includes(source) || Object.values(grounds ?? {}).some((ground) => ground?.sources.includes(source) === true);

function sourceLines({ sources, papers, people }: Pack): string[] {
  const uses = (id: SourceId): string => {
    const works = papers.filter((paper) => speaksOf(paper, id)).length;
    const known = people.filter((person) => person.sources.includes(id)).length;
    return `${String(works).padStart(3)} papers ${String(known).padStart(4)} people`;
  };
  return [
    'Sources',
    ...sources.flatMap(({ id, name, what, kind }) => [
      `  ${id.padEnd(30)}${uses(id)}`,
      `      ${name}: ${what} (${kind})`,
    ]),
  ];
}

const headings: Record<Conflict['field'], string> = {
  title: 'Titles',
  year: 'Years',
  venue: 'Venues',
  code: 'Code that a listing does not mark',
  authors: 'Authors that a document leaves out or writes in another way',
};

function conflictLines(conflicts: readonly Conflict[]): string[] {
  return Object.entries(headings).flatMap(([field, heading]) => {
    const these = conflicts.filter((conflict) => conflict.field === field);
    const lines = these.flatMap(({ paper, title, preferred, others }) => [
      ...wrap(field === 'title' ? `${title} [${paper}]` : `${title} [${paper}]: ${preferred}`, '  '),
      ...others.flatMap(({ reading, sources, note }) => {
        const shown = field === 'authors' ? note : `${reading}. ${note}`;
        return wrap(`or ${shown} (${sources.join(', ')})`, '      ');
      }),
    ]);
    return ['', `${heading} (${these.length} papers)`, ...lines];
  });
}

/** Facts that are neither confirmed in the public record nor printed by a document. */
function doubtfulFacts(paper: Paper): string[] {
  const { grounds } = paper;
  const doubtful = (fact: string, certainty: Certainty | undefined): string[] =>
    certainty === 'not confirmed' || certainty === 'partly confirmed' ? [`${fact} ${certainty}`] : [];
  const claims = (fact: string, all: readonly { value: string | number; certainty: Certainty }[]): string[] =>
    all.flatMap(({ value, certainty }) => doubtful(`${fact} “${value}”`, certainty));
  return [
    ...claims('title', paper.titles),
    ...claims('year', paper.years),
    ...claims('venue', paper.venues),
    ...doubtful('authors', grounds?.authors.certainty),
    ...doubtful('arXiv id', grounds?.arxivId?.certainty),
    ...paper.code.flatMap(({ url, certainty }) => doubtful(url, certainty)),
  ];
}

function doubtLines(papers: readonly Paper[]): string[] {
  const doubts = papers.flatMap((paper) => doubtfulFacts(paper).map((fact) => `${titleOf(paper)}: ${fact}`));
  const categories = papers.filter(({ categoriesCertainty }) => categoriesCertainty === 'not confirmed').length;
  return [
    '',
    'Not confirmed, or partly',
    `  the arXiv categories of ${categories} papers`,
    ...doubts.flatMap((doubt) => wrap(doubt, '  ')),
  ];
}

/** The report that `npm run catalog` prints. */
export function reportText(bundle: Bundle): string {
  return [
    ...countLines(bundle),
    '',
    ...sourceLines(bundle.pack),
    '',
    'Where the sources disagree: the preferred reading first (the rule is in lib/seeds/compile.ts)',
    ...conflictLines(bundle.conflicts),
    ...doubtLines(bundle.pack.papers),
  ].join('\n');
}

/** The merged catalog as `--json` writes it. Sources are ids; `sources` at the top says what they are. */
export function reportJson({ pack, counts, conflicts }: Bundle): unknown {
  const { papers, people, sources, version } = pack;
  return {
    version,
    counts,
    papers: papers.map((paper) => ({
      id: paper.id,
      title: titleOf(paper),
      altTitles: paper.titles.slice(1).map(({ value }) => value),
      authors: paper.authors.map(({ name }) => name),
      authorIds: paper.authors.map(({ person }) => person),
      arxivId: paper.arxivId,
      doi: paper.doi,
      venue: venueOf(paper),
      year: yearOf(paper),
      type: paper.type,
      categories: paper.categories,
      code: paper.code,
      summary: paper.summary,
      topics: paper.topics,
      links: paper.links,
      listings: paper.listings,
      sources: paper.sources,
      readings: { titles: paper.titles, years: paper.years, venues: paper.venues, authors: paper.authorReadings },
      grounds: paper.grounds,
    })),
    authors: people.map((person) => ({
      ...person,
      works: papers.filter(({ authors }) => authors.some((author) => author.person === person.id)).map(({ id }) => id),
    })),
    sources,
    conflicts,
  };
}
