// Google Research: cards of publications on people's and topics' pages.
import type { SiteAdapter } from './adapter.ts';

export const googleResearch: SiteAdapter = {
  id: 'google-research',
  hosts: ['research.google'],
  pages: [{ path: '^/(people|pubs|research-areas)', rows: [{ row: '.card', title: 'a.card__title, .card__title' }] }],
};
