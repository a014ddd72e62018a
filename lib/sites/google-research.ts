// Google Research: cards of publications on people's and topics' pages.
import type { SiteAdapter } from './adapter.ts';

export const googleResearch: SiteAdapter = {
  id: 'google-research',
  name: 'Google Research',
  confirmed: false,
  hosts: ['research.google'],
  pages: [
    {
      path: '^/(people|pubs|research-areas)',
      expects: ['title'],
      rows: [{ row: '.card', title: 'a.card__title, .card__title' }],
    },
  ],
};
