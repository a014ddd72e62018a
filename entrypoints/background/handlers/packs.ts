// The catalog packs: which are in, what is being imported, and the reader's orders on both.
import { storedPacks } from '../../../lib/catalog/lookup.ts';
import { Refusal, type Handlers } from '../../../lib/messages/server.ts';
import { t } from '../../../lib/words.ts';
import { catalogOf, isPrivate, type Stores } from '../stores.ts';

type Packs = Extract<keyof Handlers, `packs.${string}`>;

export function packsHandlers(stores: Stores): Pick<Handlers, Packs> {
  const notYet = (): Promise<never> => Promise.reject(new Refusal('not-ready', t('errorNotReady')));
  return {
    'packs.list': async (_, context) => {
      const packs = await storedPacks((await catalogOf(stores)).database);
      return {
        packs: packs.map(({ id, name, version, licence, attribution, madeFrom, madeOn, papers, people }) => ({
          id,
          name,
          version,
          licence,
          attribution,
          madeFrom,
          madeOn,
          papers,
          people,
          bytes: 0,
          bundled: true,
        })),
        jobs: [],
        privateWindow: await isPrivate(context),
      };
    },
    'packs.begin': notYet,
    'packs.install': notYet,
    'packs.cancel': notYet,
    'packs.refused': notYet,
    'packs.remove': notYet,
  };
}
