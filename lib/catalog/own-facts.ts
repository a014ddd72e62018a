// The reader's own papers as a pack: what it says of itself. It is made from the reading list (`own.ts`).
import type { PackFacts } from '../paper/record.ts';

export const ownPack = 'own';

/** `name`: what the reader calls the list. */
export const ownFacts = (version: string, madeOn: string, name: string): PackFacts => ({
  id: ownPack,
  name,
  version,
  licence: '',
  attribution: '',
  madeFrom: name,
  madeOn,
  sources: [{ id: 'reading-list', name, what: name, kind: 'document' }],
});
