// The conference sites of NeurIPS, ICML, ICLR and others, which are one program: schedules, lists, and a page for each
// poster. The schedule is confirmed by a saved page; cards and posters follow what other programs know of them.
import type { SiteAdapter } from './adapter.ts';

/** "A Author · B Author" one by one. */
const apart = (lines: readonly string[] = []): string[] =>
  lines.flatMap((line) => line.split(/\s{0,3}[·⋅∙]\s{0,3}/u)).filter((name) => name !== '');

const yearOf = (url: string): string[] => {
  const year = /[/]virtual[/]((?:19|20)[0-9]{2})[/]/u.exec(url)?.[1];
  return year === undefined ? [] : [year];
};

const link = 'a[href*="/poster/"], a[href*="/oral/"], a[href*="/spotlight/"]';

export const virtualConference: SiteAdapter = {
  id: 'virtual-conference',
  name: 'Conference site',
  confirmed: true,
  hosts: [
    'neurips.cc',
    'nips.cc',
    'icml.cc',
    'iclr.cc',
    'mlsys.org',
    'virtual.aistats.org',
    'cvpr.thecvf.com',
    'iccv.thecvf.com',
    'wacv.thecvf.com',
    'eccv.ecva.net',
  ],
  pages: [
    {
      path: '^/virtual/[0-9]{4}/(poster|oral|spotlight)/[0-9]+',
      expects: ['title', 'authors'],
      rows: [
        {
          row: '',
          title: 'h1.event-title, h2.main-title, .card-title.main-title',
          byline: '.event-organizers, h3.card-subtitle',
          fields: {
            abstract: '.abstract-text-inner || #abstractExample p || .abstract-text',
            page: 'a[title="OpenReview"]@href || a[href*="openreview.net/forum"]@href',
            code: 'a[title="Code"][href^="https://github.com/"]@href',
          },
        },
      ],
      skip: 'nav, footer',
      read: ({ url, fields: { authors } }) => ({ authors: apart(authors), date: yearOf(url) }),
    },
    {
      path: '^/virtual/[0-9]{4}/',
      expects: ['title'],
      rows: [
        { row: '.displaycards', title: `.small-title, ${link}`, byline: '.author-str' },
        { row: '.content.poster, .content.oral', title: 'a' },
        { row: 'li', title: link, byline: '.author-str' },
      ],
      skip: 'nav, footer',
      read: ({ url, fields: { authors } }) => ({ authors: apart(authors), date: yearOf(url) }),
    },
  ],
};
