// Papers as LaTeXML turns them to HTML: ar5iv, and arXiv's own HTML (`arxiv.ts` has the same page). The paper by its
// address and its head, and each entry of its references as a row, where the bibliography style sets the title apart.
import type { Fields, PageSaid, SiteAdapter, SitePage } from './adapter.ts';

/** The last year of an entry; figures of an arXiv id or of pages are none. */
function lastYear(texts: readonly string[]): string[] {
  const years = texts.flatMap((text) => text.match(/(?<![\d.:/–-])(?:19|20)[0-9]{2}(?!(?:[\d.]*|[–-])\d)/gu) ?? []);
  return years.slice(-1);
}

/** What styles without blocks of their own for names and title put second: "doi:10.1016/…", "URL https://…". */
const noTitle = /^(?:\S*|(?:doi|url|arxiv|isbn|issn|https?)\b.*)$/iu;

/** The paper's own facts or those of one of its references. */
export function readLatexml({ fields }: PageSaid): Fields {
  const { title = [], authors = [], date = [] } = fields;
  return {
    // Bibliographies close names and title with a full stop; an initial keeps its own.
    title: title.filter((text) => !noTitle.test(text)).map((text) => text.replace(/(?<![.])[.,]$/u, '')),
    authors: authors.map((text) => text.replace(/(?<=\p{Ll}{2})[.,]$/u, '')),
    // "arXiv:2001.01234v1 [cs.CL] 3 Jan 2020": what is in front of the date looks like one.
    date: lastYear(date.map((text) => text.replace(/^arXiv:\S+\s\[[^\]]{1,20}\]/u, ''))),
  };
}

/** A paper in HTML. */
export const latexmlPage: SitePage = {
  path: '^/(html|abs)/',
  expects: ['title'],
  rows: [
    {
      row: '',
      title: 'h1.ltx_title_document',
      strip: '.ltx_note, .ltx_tag, .ltx_ERROR',
      byline: '.ltx_authors',
      names: '.ltx_personname',
      fields: { abstract: '.ltx_abstract .ltx_p', date: '#watermark-tr' },
    },
    {
      row: 'li.ltx_bibitem',
      // Without an element for the title it is the second block of three or more: names, title, where.
      title: '.ltx_bib_title, .ltx_bibblock + .ltx_bibblock:not(:last-child)',
      fields: {
        authors: '.ltx_bib_author || .ltx_tag + .ltx_bibblock',
        date: '.ltx_bib_year || .ltx_bibblock',
        doi: 'a[href*="doi.org/"]@href',
        arxiv: 'a[href*="arxiv.org/"]@href || .ltx_bibblock:last-child',
      },
    },
  ],
  skip: '.ltx_page_header, .ltx_page_footer, nav, .ar5iv-footer',
  read: readLatexml,
};

export const ar5iv: SiteAdapter = {
  id: 'ar5iv',
  name: 'ar5iv',
  confirmed: true,
  hosts: ['ar5iv.org', 'ar5iv.labs.arxiv.org'],
  atInstall: ['ar5iv.org'],
  addresses: [
    {
      match:
        '^https?://(?:ar5iv[.]org|ar5iv[.]labs[.]arxiv[.]org)/(?:html|abs|pdf)/' +
        '((?:[a-z-]+(?:[.][A-Za-z]{2})?/[0-9]{7}|[0-9]{4}[.][0-9]{4,5})(?:v[0-9]+)?)/?(?:[?#].*)?$',
      page: 'https://arxiv.org/abs/{1}',
      pdf: 'https://arxiv.org/pdf/{1}',
    },
  ],
  pages: [latexmlPage],
};
