// bioRxiv: preprints with their references, and every list of them: recent, collections, search.
import type { SiteAdapter } from './adapter.ts';
import { preprints } from './platforms/highwire.ts';

export const biorxiv: SiteAdapter = {
  id: 'biorxiv',
  name: 'bioRxiv',
  confirmed: true,
  hosts: ['*.biorxiv.org'],
  atInstall: ['*.biorxiv.org'],
  ...preprints('biorxiv'),
};
