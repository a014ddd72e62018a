// ScienceDirect: articles, whose facts are also in an inline script, with their references; issues and search.
import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';
import type { AddressRule, Fields, PageSaid, SiteAdapter } from './adapter.ts';
import { parsed } from './read/json.ts';

/** The site's JSON of an XML tree: a name, a text, children. */
const Node = z.object({
  '#name': orElse(z.optional(z.string()), undefined),
  _: orElse(z.optional(z.string()), undefined),
  $$: orElse(z.optional(z.array(z.unknown())), undefined),
});
type Node = z.infer<typeof Node>;

const State = z.object({
  article: orElse(
    z.object({
      doi: z.optional(z.string()),
      titleString: z.optional(z.string()),
      srctitle: z.optional(z.string()),
      dates: z.optional(z.record(z.string(), z.unknown())),
      'cover-date-text': z.optional(z.string()),
      'vol-first': z.optional(z.string()),
      'iss-first': z.optional(z.string()),
      'first-fp': z.optional(z.string()),
      'last-lp': z.optional(z.string()),
    }),
    {},
  ),
  authors: orElse(z.object({ content: z.array(z.unknown()) }), { content: [] }),
});

const childrenOf = ({ $$ }: Node): Node[] => ($$ ?? []).flatMap((child) => Node.safeParse(child).data ?? []);

/** Every author element under some others, no deeper than the tree of a page goes. */
function authorsIn(nodes: readonly Node[], depth = 0): Node[] {
  if (depth > 6) return [];
  return nodes.flatMap((node) => (node['#name'] === 'author' ? [node] : authorsIn(childrenOf(node), depth + 1)));
}

function nameOf(author: Node): string {
  const parts = childrenOf(author);
  const part = (name: string): string => parts.find((one) => one['#name'] === name)?._?.trim() ?? '';
  return `${part('given-name')} ${part('surname')}`.trim();
}

/** Of the script of an article; selectors of its references and of lists stay as they are. */
export function readScienceDirect({ scripts }: PageSaid): Fields {
  for (const script of scripts) {
    const { data } = State.safeParse(parsed(script));
    if (data === undefined) continue;
    const { article, authors } = data;
    const nodes = authors.content.flatMap((node) => Node.safeParse(node).data ?? []);
    const found: Fields = {
      title: [article.titleString ?? ''],
      doi: [article.doi ?? ''],
      venue: [article.srctitle ?? ''],
      volume: [article['vol-first'] ?? ''],
      issue: [article['iss-first'] ?? ''],
      pages: [[article['first-fp'], article['last-lp']].filter(Boolean).join('-')],
      date: [article['cover-date-text'] ?? ''],
      authors: authorsIn(nodes).map(nameOf),
    };
    return Object.fromEntries(Object.entries(found).filter(([, texts]) => texts.some((text) => text !== '')));
  }
  return {};
}

/** A paper's number ("PII") is in every address of it. */
const addressOf = (place: string): AddressRule => ({
  match: `^https://${place.replaceAll('{pii}', '([SB]?[0-9X]{15,18})')}(?:[?#].*)?$`,
  page: 'https://www.sciencedirect.com/science/article/pii/{1}',
  pdf: 'https://www.sciencedirect.com/science/article/pii/{1}/pdfft',
});

export const scienceDirect: SiteAdapter = {
  id: 'sciencedirect',
  name: 'ScienceDirect',
  confirmed: true,
  hosts: ['*.sciencedirect.com'],
  viewers: ['reader.elsevier.com', 'linkinghub.elsevier.com', 'pdf.sciencedirectassets.com'],
  addresses: [
    addressOf('www[.]sciencedirect[.]com/science/article/(?:abs/|am/)?pii/{pii}(?:/pdf|/pdfft)?'),
    addressOf('www[.]sciencedirect[.]com/sdfe/(?:reader/pii/{pii}/.*|pdf/(?:download/)?eid/1-s2[.]0-{pii}/.*)'),
    addressOf('(?:reader[.]elsevier[.]com/reader/sd|linkinghub[.]elsevier[.]com/retrieve)/pii/{pii}'),
    addressOf('linkinghub[.]elsevier[.]com/retrieve/[a-zA-Z]+[?].*pii(?:%2F|/){pii}(?![0-9A-Z]).*'),
    addressOf('pdf[.]sciencedirectassets[.]com/(?:[^/?#]+/){1,3}1-s2[.]0-{pii}/[^/?#]+'),
    // As it is printed, with its signs.
    {
      match:
        '^https://linkinghub[.]elsevier[.]com/retrieve/pii/([SB]?)([0-9]{4})-?([0-9X]{4})(?:[(]|%28)([0-9]{2})(?:[)]|%29)([0-9]{5})-?([0-9X])(?:[/?#].*)?$',
      page: 'https://www.sciencedirect.com/science/article/pii/{1}{2}{3}{4}{5}{6}',
      pdf: 'https://www.sciencedirect.com/science/article/pii/{1}{2}{3}{4}{5}{6}/pdfft',
    },
  ],
  pages: [
    {
      path: '^/science/article/',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          title: 'h1 .title-text',
          byline: '.author-group',
          names: '[data-xocs-content-type="author"] .react-xocs-alternative-link, a.author',
          fields: {
            abstract: '.abstract.author > div || .abstract.author',
            doi: 'a.doi@href',
            venue: 'a.publication-title-link || .publication-title',
            date: '.publication-volume .text-xs || .publication-volume',
          },
        },
        {
          row: 'li.bib-reference, dd.reference',
          title: '.reference .title, .contribution .title, .title',
          byline: '.authors, .author',
          fields: { doi: 'a[href*="doi.org/10."]@href', date: '.host || .comment', venue: '.host .title, .host em' },
        },
      ],
      scripts: { select: 'script[type="application/json"]', holds: 'titleString' },
      skip: 'header:not(:has(h1)), footer, .RelatedContent, .TableOfContents',
      read: readScienceDirect,
    },
    {
      path: '^/(?:search|journal|book|science/journal)',
      expects: ['title'],
      rows: [
        {
          row: 'li.ResultItem',
          title: '.result-list-title-link',
          byline: '.Authors',
          names: '.author',
          fields: { page: '.result-list-title-link@href', venue: '.srctitle', date: '.srctitle-date-fields' },
        },
        {
          row: 'li.js-article-list-item',
          title: '.article-content-title',
          byline: '.js-article__item__authors',
          fields: { page: 'a.article-content-title@href', pdf: 'a.pdf-download@href' },
        },
      ],
      skip: 'header:not(:has(h1)), footer, .FacetsContainer',
    },
  ],
};
