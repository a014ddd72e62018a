// IJCAI proceedings: a year's list and the page of a paper.
import type { SiteAdapter } from './adapter.ts';

const yearOf = (url: string): string[] => {
  const year = /[/]proceedings[/]((?:19|20)[0-9]{2})(?:-|[/?#]|$)/u.exec(url)?.[1];
  return year === undefined ? [] : [year];
};

export const ijcai: SiteAdapter = {
  id: 'ijcai',
  name: 'IJCAI',
  confirmed: true,
  hosts: ['www.ijcai.org', 'ijcai.org', 'static.ijcai.org'],
  addresses: [
    {
      // The file's number is filled up with zeros, the page's is not.
      match: '^https://www[.]ijcai[.]org/proceedings/([0-9]{4})/(0*)([1-9][0-9]*)[.]pdf(?:[?#].*)?$',
      page: 'https://www.ijcai.org/proceedings/{1}/{3}',
      pdf: 'https://www.ijcai.org/proceedings/{1}/{2}{3}.pdf',
    },
  ],
  pages: [
    {
      path: '^/proceedings/[0-9]{4}/[0-9]+',
      expects: ['title', 'authors', 'date', 'pdf'],
      rows: [
        {
          row: '',
          // The site's name is a heading too.
          title: 'h1.page-title, h1:not(#site-title)',
          byline: '.page-title + h2, h1:not(#site-title) + h2',
          fields: { pdf: 'a.btn[href$=".pdf"]@href', doi: 'a.doi@href', abstract: '.col-md-12 .abstract' },
        },
      ],
      read: ({ url }) => ({ date: yearOf(url), venue: ['International Joint Conference on Artificial Intelligence'] }),
    },
    {
      path: '^/proceedings/[0-9]{4}',
      expects: ['title', 'authors'],
      rows: [
        {
          row: '.paper_wrapper',
          title: '.title',
          byline: '.authors',
          fields: {
            page: '.details a:not([href$=".pdf"])@href',
            pdf: '.details a[href$=".pdf"]@href',
          },
        },
      ],
      read: ({ url }) => ({ date: yearOf(url), venue: ['International Joint Conference on Artificial Intelligence'] }),
    },
  ],
};
