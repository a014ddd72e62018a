// Downloads of packs in the same log as all else that is asked of the network.
import type { Fetch } from '../packs/remote/address.ts';
import type { CatalogDatabase } from '../packs/store.ts';
import { logAnswer, logSent } from './sent-log.ts';

/** The last part of a path, which says what is fetched. */
const nameOf = ({ pathname }: URL): string =>
  pathname
    .split('/')
    .findLast((part) => part !== '')
    ?.slice(0, 200) ?? '';

/** A `fetch` that writes each request down before it goes out, and its answer when that begins. */
export const loggedFetch =
  (database: CatalogDatabase, fetch: Fetch = globalThis.fetch.bind(globalThis)): Fetch =>
  async (url, init) => {
    const address = new URL(url);
    const what = { kind: 'download' as const, name: nameOf(address), from: null, until: null };
    const id = await logSent(database, { at: Date.now(), host: address.host, what });
    try {
      const response = await fetch(url, init);
      await logAnswer(database, id, {
        bytes: Number(response.headers.get('content-length') ?? 0),
        answer: response.status,
      });
      return response;
    } catch (error) {
      await logAnswer(database, id, { bytes: 0, answer: 'host-silent' });
      throw error;
    }
  };
