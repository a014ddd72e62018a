// A paper of the reading list as Zotero's connector sends items. Pure.
import { publishedAs } from '../views/cite/entry-kind.ts';
import { citedFacts, type ListedPaper } from '../views/cite/cited-paper.ts';
import { nameParts } from '../views/cite/name-parts.ts';

export interface ZoteroCreator {
  creatorType: 'author';
  firstName?: string;
  lastName?: string;
  /** A group, or a name that stays whole. */
  name?: string;
}

/** Fields that are empty are left out. */
export interface ZoteroItem {
  id: string;
  itemType: 'journalArticle' | 'conferencePaper' | 'preprint';
  title: string;
  creators: ZoteroCreator[];
  tags: { tag: string }[];
  notes: { note: string }[];
  attachments: [];
  [field: string]: unknown;
}

const types = {
  journal: 'journalArticle',
  conference: 'conferencePaper',
  preprint: 'preprint',
  // A paper on the arXiv of which nothing else is known is what Zotero calls so.
  unknown: 'preprint',
} as const;

function creatorOf(name: string): ZoteroCreator {
  const parts = nameParts(name);
  if (parts === null) return { creatorType: 'author', name };
  const { family, given, generation } = parts;
  return { creatorType: 'author', firstName: given, lastName: generation === '' ? family : `${family} ${generation}` };
}

/** Zotero's notes are HTML; ours are text. */
const asHtml = (text: string): string =>
  `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')}</p>`;

/** @param at its place among those that are sent, of which its id is made */
export function zoteroItem(listed: ListedPaper, at: number): ZoteroItem {
  const facts = citedFacts(listed);
  const itemType = types[publishedAs(facts.type, facts.venue)];
  const venueField =
    itemType === 'journalArticle'
      ? 'publicationTitle'
      : itemType === 'conferencePaper'
        ? 'proceedingsTitle'
        : 'repository';
  const repository = facts.arxivId === '' ? facts.venue : 'arXiv';
  const texts: Readonly<Record<string, string>> = {
    [venueField]: itemType === 'preprint' ? repository : facts.venue,
    archiveID: itemType === 'preprint' && facts.arxivId !== '' ? `arXiv:${facts.arxivId}` : '',
    date: facts.year === null ? '' : String(facts.year),
    volume: facts.volume,
    issue: facts.issue,
    pages: facts.pages,
    publisher: facts.publisher,
    DOI: facts.doi,
    url: facts.links[0] ?? (facts.arxivId === '' ? '' : `https://arxiv.org/abs/${facts.arxivId}`),
    abstractNote: facts.abstract,
    extra: itemType !== 'preprint' && facts.arxivId !== '' ? `arXiv:${facts.arxivId}` : '',
  };
  return {
    id: `byline${at}`,
    itemType,
    title: facts.title,
    creators: facts.authors.map(creatorOf),
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
    tags: facts.tags.map((tag) => ({ tag })),
    notes: facts.note === '' ? [] : [{ note: asHtml(facts.note) }],
    attachments: [],
  };
}
