// Hugging Face papers: the daily list, trending, and paper pages.
import type { SiteAdapter } from './adapter.ts';

export const huggingFace: SiteAdapter = {
  id: 'hugging-face',
  name: 'Hugging Face',
  confirmed: false,
  hosts: ['huggingface.co'],
  atInstall: ['huggingface.co/papers'],
  addresses: [
    {
      match: '^https://huggingface[.]co/papers/([0-9]{4}[.][0-9]{4,5})(?:v[0-9]+)?(?:[/?#].*)?$',
      page: 'https://huggingface.co/papers/{1}',
      pdf: 'https://arxiv.org/pdf/{1}',
    },
  ],
  pages: [
    {
      path: '^/papers/[0-9]{4}[.][0-9]{4,5}',
      expects: ['title', 'arxiv', 'authors'],
      rows: [
        {
          row: '',
          title: 'h1',
          fields: {
            authors: '.author button, .author a, .author span.contents',
            abstract: 'main h2 ~ div p, main h2 + p',
            code: 'a.btn[href^="https://github.com/"]@href',
            pdf: 'a.btn[href*="arxiv.org/pdf/"]@href',
          },
        },
      ],
      skip: 'header, footer',
    },
    {
      path: '^/papers',
      expects: ['title', 'arxiv'],
      rows: [{ row: 'article', title: 'h3 a', fields: { arxiv: 'h3 a@href', page: 'h3 a@href' } }],
      skip: 'header, footer',
    },
  ],
};
