// What packs and pages know of a paper that is to be kept on the reading list.
import { keptOf } from '../../library/entries.ts';
import { keptPaper } from '../../library/entry-from-paper.ts';
import type { KeptPaper } from '../../library/schema.ts';
import { withCodePlaces } from '../../paper/by-site.ts';
import { countedIn } from '../../paper/page-fact.ts';
import { lookupWith, type Stores } from '../stores.ts';

export interface Known {
  /** What an entry keeps of it; null where no pack and no page knows it. */
  paper: KeptPaper | null;
  ids: readonly string[];
}

/**
 * What packs and pages say of a paper. A catalog that can't be read must not lock the reading list.
 * @param page the address of the page where it is saved; null where it is no page's
 */
export async function knownPaper(stores: Stores, id: string, page: string | null): Promise<Known> {
  try {
    const { lookup, said } = await lookupWith(stores, [id], page);
    const pageIds = said.flatMap(({ fact, also }) => [fact.record.id, ...also]);
    const joined = await lookup.papers([id, ...pageIds]);
    const found = joined.get(id) ?? [...joined.values()][0];
    if (found === undefined) return { paper: null, ids: [id] };
    const ids = [...new Set([id, ...found.ids])];
    const facts = countedIn(
      said.map(({ fact }) => fact),
      found.pages,
    );
    const paper = withCodePlaces((await lookup.people()).resolve(found.paper), found.others);
    return { paper: keptPaper(paper, ids, facts, await lookup.abstractOf(ids), found.site, lookup.sources), ids };
  } catch (error) {
    console.warn('Byline: the catalog could not be asked for a paper of the reading list', error);
    if ((await keptOf(stores.library, [id])) === null) throw error;
    return { paper: null, ids: [id] };
  }
}
