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

const venues: Readonly<Record<string, string>> = {
  'neurips.cc': 'Advances in Neural Information Processing Systems',
  'nips.cc': 'Advances in Neural Information Processing Systems',
  'icml.cc': 'International Conference on Machine Learning',
  'iclr.cc': 'International Conference on Learning Representations',
  'mlsys.org': 'Conference on Machine Learning and Systems',
  'virtual.aistats.org': 'International Conference on Artificial Intelligence and Statistics',
  'cvpr.thecvf.com': 'IEEE/CVF Conference on Computer Vision and Pattern Recognition',
  'iccv.thecvf.com': 'IEEE/CVF International Conference on Computer Vision',
  'wacv.thecvf.com': 'IEEE/CVF Winter Conference on Applications of Computer Vision',
  'eccv.ecva.net': 'European Conference on Computer Vision',
};

/** Each site is one conference's, and says its name nowhere beside a paper. */
const venueOf = (url: string): string[] => {
  const venue = URL.canParse(url) ? venues[new URL(url).hostname] : undefined;
  return venue === undefined ? [] : [venue];
};

const link = 'a[href*="/poster/"], a[href*="/oral/"], a[href*="/spotlight/"]';

export const virtualConference: SiteAdapter = {
  id: 'virtual-conference',
  name: 'Conference site',
  confirmed: true,
  hosts: Object.keys(venues),
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
      read: ({ url, fields: { authors } }) => ({ authors: apart(authors), date: yearOf(url), venue: venueOf(url) }),
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
      read: ({ url, fields: { authors } }) => ({ authors: apart(authors), date: yearOf(url), venue: venueOf(url) }),
    },
  ],
};
