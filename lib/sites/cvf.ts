// CVF open access: a conference's list (dt with the title, names in the dd after it) and paper pages.
import type { Fields, SiteAdapter } from './adapter.ts';

/** Conference and year out of an address ("…/content/ICCV2021/html/…", "…/eccv_2022/…", older "…/content_cvpr_2016/…"). */
export function conferenceOf(url: string): Fields {
  const [, name, year] =
    /[/](?:content[/_])?(cvpr|iccv|eccv|accv|wacv)_?((?:19|20)[0-9]{2})(?:_?w(?:orkshops)?)?[/_]/iu.exec(url) ?? [];
  return name === undefined || year === undefined ? {} : { venue: [`${name.toUpperCase()} ${year}`], date: [year] };
}

export const cvf: SiteAdapter = {
  id: 'cvf',
  name: 'CVF Open Access',
  confirmed: true,
  hosts: ['openaccess.thecvf.com'],
  atInstall: ['*.thecvf.com'],
  addresses: [
    {
      match: '^https?://openaccess[.]thecvf[.]com/(content[^?#]*)/(?:html|papers)/([^/?#]+)[.](?:html|pdf)(?:[?#].*)?$',
      page: 'https://openaccess.thecvf.com/{1}/html/{2}.html',
      pdf: 'https://openaccess.thecvf.com/{1}/papers/{2}.pdf',
    },
  ],
  pages: [
    {
      path: '/html/',
      expects: ['title', 'authors', 'date', 'pdf'],
      rows: [
        {
          row: '',
          title: '#papertitle',
          byline: '#authors i',
          fields: {
            abstract: '#abstract',
            pdf: 'a[href*="/papers/"][href$=".pdf"]@href',
            arxiv: 'a[href*="arxiv.org/"]@href',
          },
        },
      ],
      read: ({ url }) => conferenceOf(url),
    },
    {
      path: '^/',
      expects: ['title', 'authors'],
      rows: [
        {
          row: 'dt.ptitle',
          next: true,
          title: 'dt.ptitle a',
          byline: '',
          names: 'form.authsearch a',
          fields: { page: '.ptitle a@href' },
        },
      ],
      read: ({ fields: { page = [] } }) => conferenceOf(page[0] ?? ''),
    },
  ],
};
