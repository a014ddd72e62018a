// medRxiv: preprints with their references, and every list of them: recent, collections, search.
import type { SiteAdapter } from './adapter.ts';
import { preprints } from './platforms/highwire.ts';

export const medrxiv: SiteAdapter = {
  id: 'medrxiv',
  name: 'medRxiv',
  confirmed: true,
  hosts: ['*.medrxiv.org'],
  atInstall: ['*.medrxiv.org'],
  ...preprints('medrxiv'),
};
