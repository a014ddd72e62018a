// A paper as a card shows it to what an entry keeps of it, and back. Pure.
import { expand, sourceIdOf } from '../paper/expand.ts';
import { abstractIn, pdfIn, type PageFact, type SaidAbstract } from '../paper/page-fact.ts';
import type { RecordCode } from '../paper/record.ts';
import { publicationFacts } from '../paper/publication.ts';
import type { CodeLink, Paper, Provenance, Source } from '../paper/schema.ts';
import { isHostAlone } from '../paper/by-site.ts';
import { paperKeys } from '../paper/keys.ts';
import type { Entry, KeptPaper } from './schema.ts';
import { soundRecord } from './repair-record.ts';

/** Names kept for one fact. */
const MAX_NAMES = 10;
const MAX_ALIASES = 50;

/** @param ids every id that a pack or page knows the paper by
 *  @param said what the pages said whose word counts for it, the first first
 *  @param printed the abstract that packs have
 *  @param site the site whose page said most of it; null where packs did
 *  @param sources the sources that the paper names */
export function keptPaper(
  paper: Paper,
  ids: readonly string[],
  said: readonly PageFact[],
  printed: SaidAbstract | null,
  site: string | null,
  sources: ReadonlyMap<string, Source>,
): KeptPaper {
  const names = (of: readonly string[]): string[] =>
    [...new Set(of.map((id) => sources.get(id)?.name ?? id))].slice(0, MAX_NAMES);
  const [title, ...otherTitles] = paper.titles;
  const record = soundRecord(paper.id, {
    ...paper,
    title: title?.value,
    otherTitles: otherTitles.map(({ value }) => value),
    authors: paper.authors.map(({ name }) => name),
    year: paper.years[0]?.value,
    venue: paper.venues[0]?.value,
    ...Object.fromEntries(publicationFacts.map((name) => [name, paper.publication?.[name]?.value])),
    code: paper.code.map((link) => recordCode(link, names(link.saidBy))),
  });
  const grounds: Record<string, readonly string[] | undefined> = {
    title: title?.sources,
    otherTitles: otherTitles.flatMap((claim) => claim.sources),
    year: paper.years[0]?.sources,
    venue: paper.venues[0]?.sources,
    ...Object.fromEntries(publicationFacts.map((name) => [name, paper.publication?.[name]?.sources])),
    authors: paper.grounds?.authors.sources,
    type: paper.grounds?.type.sources,
    categories: paper.grounds?.categories.sources,
    arxivId: paper.grounds?.arxivId?.sources,
    doi: paper.grounds?.doi?.sources,
  };
  const abstract = abstractIn(said, printed);
  const pdf = pdfIn(said);
  const from: Record<string, string[]> = {};
  for (const name of Object.keys(record)) {
    // Each code link says itself who says so.
    if (name === 'id' || name === 'code') continue;
    from[name] = names(grounds[name] ?? paper.sources);
  }
  if (pdf !== null) from['pdf'] = [pdf.site];
  return {
    id: paper.id,
    aliases: [...new Set([...ids, ...paperKeys(paper), ...said.map((fact) => fact.record.id)])]
      .filter((id) => id !== paper.id)
      .slice(0, MAX_ALIASES),
    record,
    from,
    abstract: abstract === null ? null : { ...abstract },
    pdf: pdf?.url ?? null,
    site,
  };
}

const recordCode = ({ url, official, why }: CodeLink, names: readonly string[]): RecordCode => ({
  url,
  ...(official === null ? {} : { official }),
  ...(names[0] === undefined || names[0] === '' ? {} : { saidBy: names[0].slice(0, 80) }),
  ...(why === undefined ? {} : { why }),
});

/** Earlier versions wrote that any site's code is official. */
function officialByKnown(link: RecordCode): RecordCode {
  if (link.official !== true || link.saidBy === undefined || !isHostAlone(link.saidBy)) return link;
  const { official: _, ...rest } = link;
  return rest;
}

/** The entry as a paper of the catalog. `by`: the source of facts for which none was noted. */
export function paperOfEntry(
  { record, from }: Pick<Entry, 'record' | 'from'>,
  by: Source,
): { paper: Paper; sources: Source[] } {
  const named = new Map<string, Source>([[by.id, by]]);
  const idsOf = (fact: string): string[] => {
    const names = from[fact] ?? [];
    for (const name of names) named.set(sourceIdOf(name), { id: sourceIdOf(name), name, what: name, kind: 'document' });
    return names.length === 0 ? [by.id] : names.map(sourceIdOf);
  };
  const ground = (fact: string): Provenance => ({ sources: idsOf(fact), certainty: 'stated' });
  const { full: _, ...plain } = record;
  const code = plain.code?.map(officialByKnown);
  const paper = expand(code === undefined ? plain : { ...plain, code }, by.id);
  const said = <C extends { sources: string[] }>(claims: readonly C[], fact: string): C[] =>
    claims.map((claim) => ({ ...claim, sources: idsOf(fact) }));
  const [first, ...others] = paper.titles;
  const publication = publicationFacts.flatMap((name) => {
    const claim = paper.publication?.[name];
    return claim === undefined ? [] : [[name, { ...claim, sources: idsOf(name) }] as const];
  });
  return {
    paper: {
      ...paper,
      titles: [...said(first === undefined ? [] : [first], 'title'), ...said(others, 'otherTitles')],
      years: said(paper.years, 'year'),
      venues: said(paper.venues, 'venue'),
      ...(publication.length === 0 ? {} : { publication: Object.fromEntries(publication) }),
      grounds: {
        authors: ground('authors'),
        type: ground('type'),
        categories: ground('categories'),
        ...(paper.arxivId === null ? {} : { arxivId: ground('arxivId') }),
        ...(paper.doi === null ? {} : { doi: ground('doi') }),
      },
      sources: [...new Set(idsOf('title'))],
    },
    sources: [...named.values()],
  };
}
