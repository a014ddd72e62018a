// GitHub, by the reader's grant: what the README of a repository asks to cite. The repository is that paper's code only
// where the entry stands under a heading that asks for it; entries elsewhere may be of anybody's papers.
import type { Fields, PageSaid, SiteAdapter } from './adapter.ts';
import { bibtexFields } from './read/bibtex.ts';
import { inText } from './read/references.ts';

/** Of one block of BibTeX. `code` says that it stands under such a heading. */
export function readGithub({ url, fields }: PageSaid): Fields {
  const [entry] = fields.comments ?? [];
  if (entry === undefined) return {};
  const repository = /^https:[/][/]github[.]com[/][^/?#]+[/][^/?#]+/u.exec(url)?.[0];
  const found = bibtexFields(entry);
  const theirs = fields.code !== undefined && found !== null && repository !== undefined;
  return { ...found, comments: [], code: theirs ? [repository] : [] };
}

const asked =
  ':has(:is([id^="user-content-cit"], [id*="-citation"], [id*="-cite"], [id*="bibtex"])) + :is(pre, .highlight, .snippet-clipboard-content)';

export const github: SiteAdapter = {
  id: 'github',
  name: 'GitHub',
  // The saved page has a README, and nothing to cite in it.
  confirmed: false,
  hosts: ['github.com'],
  pages: [
    {
      path: '^/[^/]+/[^/?#]+/?(?:[?].*)?$|^/[^/]+/[^/]+/(?:blob|tree)/',
      expects: [],
      rows: [
        {
          row: `.markdown-body .markdown-heading${asked}, .markdown-body .markdown-heading:has([id*="cit"]) + p + :is(pre, .highlight, .snippet-clipboard-content)`,
          title: inText,
          fields: { comments: '', code: '' },
        },
        {
          row: '.markdown-body .highlight-source-bibtex, .markdown-body .snippet-clipboard-content',
          title: inText,
          fields: { comments: '' },
        },
      ],
      skip: 'header, footer, .Layout-sidebar, [aria-labelledby="folders-and-files"], .js-repo-nav',
      read: readGithub,
    },
  ],
};
