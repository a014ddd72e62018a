// Papers of the reading list as text for notes: a line each, tags and note under it. Pure.
import { citedFacts, type CitedFacts, type ListedPaper } from './cited-paper.ts';
import { escapeMarkdown, markdownLink, venueAndYear } from './markdown.ts';

const pageOf = ({ arxivId, doi, links }: CitedFacts): string | undefined =>
  links[0] ??
  (arxivId !== ''
    ? `https://arxiv.org/abs/${arxivId}`
    : doi === ''
      ? undefined
      : `https://doi.org/${encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F')}`);

function written(facts: CitedFacts): string {
  const names = facts.authors.map(escapeMarkdown).join(', ') + (facts.moreAuthors ? ' …' : '');
  const title = markdownLink(escapeMarkdown(facts.title), pageOf(facts));
  const parts = [title, names, escapeMarkdown(venueAndYear(facts.venue, facts.year))].filter((part) => part !== '');
  const code = facts.code === '' ? '' : ` (${markdownLink('code', facts.code)})`;
  const tags = facts.tags.map(escapeMarkdown).join(', ');
  // A quote holds whatever its lines begin, lists and code too.
  const note = facts.note === '' ? [] : facts.note.split('\n').map((line) => `  > ${line}`.trimEnd());
  return [`- ${parts.join('. ')}.${code}`, ...(tags === '' ? [] : [`  - Tags: ${tags}`]), ...note, ''].join('\n');
}

export const markdownOfListed = (listed: readonly ListedPaper[]): string =>
  listed.map((one) => written(citedFacts(one))).join('');
