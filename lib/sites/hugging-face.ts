// Hugging Face papers: the daily list and paper pages.
import type { SiteAdapter } from './adapter.ts';

export const huggingFace: SiteAdapter = {
  id: 'hugging-face',
  name: 'Hugging Face',
  confirmed: false,
  hosts: ['huggingface.co'],
  pages: [
    { path: '^/papers/[0-9]{4}[.][0-9]{4,5}', expects: ['title'], rows: [{ row: '', title: 'h1' }] },
    { path: '^/papers', expects: ['title'], rows: [{ row: 'article', title: 'h3 a' }] },
  ],
};
