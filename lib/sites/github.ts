// GitHub, by the reader's grant: what the README of a repository asks to cite. The repository is that paper's code only
// where the entry is under a heading that asks for it; entries elsewhere may be of anybody's papers.
import type { Fields, PageSaid, SiteAdapter } from './adapter.ts';
import { bibtexFields } from './read/bibtex.ts';
import { inText, linkingRow } from './read/references.ts';

/** Of one block of BibTeX. `code` says that it is under such a heading. */
export function readGithub({ url, fields }: PageSaid): Fields {
  const [entry] = fields.comments ?? [];
  if (entry === undefined) return {};
  const repository = /^https:[/][/]github[.]com[/][^/?#]+[/][^/?#]+/u.exec(url)?.[0];
  const found = bibtexFields(entry);
  const theirs = fields.code !== undefined && found !== null && repository !== undefined;
  return { ...found, comments: [], code: theirs ? [repository] : [] };
}

const block = ':is(pre, .highlight, .snippet-clipboard-content):not(.highlight *, .snippet-clipboard-content *)';
const asking =
  ':is(.markdown-heading, h1, h2, h3, h4):has(:is([id^="user-content-cit"], [id*="-cit"], [id*="bibtex"]))';

export const github: SiteAdapter = {
  id: 'github',
  name: 'GitHub',
  // The saved page has a README, and nothing to cite in it.
  confirmed: false,
  hosts: ['github.com'],
  general: true,
  pages: [
    {
      path: '^/[^/]+/[^/?#]+/?(?:[?].*)?$|^/[^/]+/[^/]+/(?:blob|tree)/',
      expects: [],
      links: true,
      rows: [
        linkingRow,
        { row: `.markdown-body ${block}`, title: inText, fields: { comments: '' } },
        // A block that both fit is read as the later says.
        {
          row: `.markdown-body ${asking} + ${block}, .markdown-body ${asking} + p + ${block}`,
          title: inText,
          fields: { comments: '', code: '' },
        },
      ],
      skip: 'header:not(:has(h1)), nav, footer, .Layout-sidebar, [aria-labelledby="folders-and-files"], .js-repo-nav',
      read: readGithub,
    },
  ],
};
