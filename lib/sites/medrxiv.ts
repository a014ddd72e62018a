// medRxiv: preprints with their references, and every list of them: recent, collections, search.
import type { SiteAdapter } from './adapter.ts';
import { preprints } from './platforms/highwire.ts';

export const medrxiv: SiteAdapter = {
  id: 'medrxiv',
  name: 'medRxiv',
  // The same program as bioRxiv, whose article page a saved one confirms.
  confirmed: false,
  hosts: ['*.medrxiv.org'],
  ...preprints('medrxiv'),
};
