// JMLR: a volume's list (one dl a paper) and the page of a paper.
import type { SiteAdapter } from './adapter.ts';

/** Volume 1 is of 2000. */
const yearOfVolume = (url: string): string[] => {
  const volume = /[/]papers[/]v(?:olume)?([0-9]{1,2})(?:[/?#]|$)/u.exec(url)?.[1];
  return volume === undefined ? [] : [String(1999 + Number(volume))];
};

export const jmlr: SiteAdapter = {
  id: 'jmlr',
  name: 'JMLR',
  confirmed: false,
  hosts: ['www.jmlr.org', 'jmlr.org'],
  addresses: [
    {
      match:
        '^https?://(?:www[.])?jmlr[.]org/papers/v(?:olume)?([0-9]+)/([A-Za-z0-9_-]+)(?:[.]html|/[A-Za-z0-9_-]+[.]pdf)(?:[?#].*)?$',
      page: 'https://www.jmlr.org/papers/v{1}/{2}.html',
      pdf: 'https://www.jmlr.org/papers/volume{1}/{2}/{2}.pdf',
    },
  ],
  pages: [
    {
      path: '^/papers/v[0-9]+/?(?:[?]|$)',
      expects: ['title', 'authors'],
      rows: [
        {
          row: 'dl',
          title: 'dt',
          byline: 'dd > b',
          fields: {
            date: 'dd',
            page: 'dd a[href$=".html"]@href',
            pdf: 'dd a[href$=".pdf"]@href',
            code: 'dd a[href^="https://github.com/"]@href',
          },
        },
      ],
      // "(1):1−24, 2023. [abs][pdf]"
      read: ({ url, fields: { date = [] } }) => {
        const said = date.flatMap((text) => /,\s((?:19|20)[0-9]{2})[.](?:\s|$)/u.exec(text)?.[1] ?? []).slice(0, 1);
        return { date: said.length > 0 ? said : yearOfVolume(url), venue: ['Journal of Machine Learning Research'] };
      },
    },
    {
      path: '^/papers/v[0-9]+/.+[.]html',
      expects: ['title', 'authors', 'date', 'pdf'],
      rows: [
        {
          row: '',
          title: '#content h2, h2',
          byline: '#content h2 + p b, h2 + p b',
          fields: {
            abstract: '#content .abstract || h3 + p.abstract',
            code: '#content a[href^="https://github.com/"]@href',
          },
        },
      ],
      read: ({ url }) => ({ date: yearOfVolume(url), venue: ['Journal of Machine Learning Research'] }),
    },
  ],
};
