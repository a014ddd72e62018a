// A publisher's packs: what its description says, compared with what is here, and their download.
import { useCallback, useEffect, useState } from 'react';
import { browser } from '../../../lib/browser/browser.ts';
import { failureText } from '../../../lib/i18n/failures.ts';
import { list, t } from '../../../lib/i18n/i18n.ts';
import { loggedFetch } from '../../../lib/harvest/logged-fetch.ts';
import { fetchSeries, isSeriesAddress } from '../../../lib/packs/remote/open-published.ts';
import { addPublished, offersOf, OUR_SERIES, type FieldOffer } from '../../../lib/packs/remote/series-plan.ts';
import type { PublishedSeries } from '../../../lib/packs/remote/series.ts';
import { openCatalog, type PackRow } from '../../../lib/packs/store.ts';
import { sentenceOf } from '../../ui/sentence.ts';
import { askAgain } from './import-file.ts';
import { noteTemporary } from './temporary.ts';

export interface Found {
  address: string;
  series: PublishedSeries;
  offers: FieldOffer[];
}

export interface PublishedState {
  address: string;
  setAddress: (address: string) => void;
  busy: boolean;
  problem: string | null;
  found: Found | null;
  /** In a click: it asks the browser for the host. */
  look: () => void;
  download: (offer: FieldOffer) => void;
}

async function packsHere(): Promise<PackRow[]> {
  const database = await openCatalog();
  try {
    return await database.packs.toArray();
  } finally {
    database.close();
  }
}

/** As the browser is asked for it: without a port, which Firefox does not take. */
const originOf = (address: string): string => {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
};

/** Runs with the host allowed for the time being, which is asked for at once: nothing may come between it and the click.
 *  Answers a sentence where it is not allowed. */
async function withHost(address: string, run: () => Promise<void>): Promise<string | null> {
  const origins = [originOf(address)];
  const had = browser.permissions.contains({ origins });
  const asked = browser.permissions.request({ origins });
  if (!(await had)) await noteTemporary(origins);
  if (!(await asked)) return t('packsNotAllowed', list([new URL(address).hostname]));
  await run();
  return null;
}

/** `state`: changes with what is here and what is being imported; `changed`: called when there are new imports. */
export function usePublished(state: string, changed: () => void): PublishedState {
  const [address, setAddress] = useState(OUR_SERIES);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [found, setFound] = useState<Found | null>(null);

  // Where packs came from before.
  useEffect(() => {
    void packsHere()
      .then((packs) => {
        const known = packs.flatMap(({ published }) => published?.address ?? []).at(-1);
        if (known !== undefined) setAddress((now) => (now === OUR_SERIES ? known : now));
      })
      .catch(() => undefined);
  }, []);

  // What is here by now.
  useEffect(() => {
    if (state === '') return;
    void packsHere()
      .then((packs) =>
        setFound((now) => (now === null ? null : { ...now, offers: offersOf(now.series, now.address, packs) })),
      )
      .catch(() => undefined);
  }, [state]);

  const act = useCallback(async (run: () => Promise<string | null>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      setProblem(await run());
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    setBusy(false);
  }, []);

  const look = (): void => {
    const wanted = address.trim();
    if (!isSeriesAddress(wanted)) {
      setProblem(failureText({ code: 'address-insecure', args: [wanted === '' ? t('publishedAddress') : wanted] }));
      return;
    }
    const fetching = async (): Promise<void> => {
      const database = await openCatalog();
      try {
        const series = await fetchSeries(wanted, loggedFetch(database));
        setFound({ address: wanted, series, offers: offersOf(series, wanted, await database.packs.toArray()) });
      } finally {
        database.close();
      }
    };
    setFound(null);
    void act(() => withHost(wanted, fetching));
  };

  const download = (offer: FieldOffer): void => {
    if (found === null) return;
    const { series, address: from } = found;
    const add = async (): Promise<void> => {
      const database = await openCatalog();
      try {
        const [job] = await addPublished(database, series, from, offer);
        if (job === undefined) return;
        // They are given back when no import is open any more.
        await noteTemporary([], 'begun');
        await askAgain('packs.recognise', { job });
      } finally {
        database.close();
      }
      changed();
    };
    void act(() => withHost(from, add));
  };
  return { address, setAddress, busy, problem, found, look, download };
}
