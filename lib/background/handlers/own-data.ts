// All that is the reader's, as a whole: what damage was found in it, a copy as a file, reading one in, erasing it.
import { browser } from '../../browser/browser.ts';
import { dropDatabase, dropSpare, usesSpare } from '../../browser/indexed-db.ts';
import { eraseFromDisk } from '../../browser/wipe.ts';
import { allEntries } from '../../library/entries.ts';
import type { Copy, CopyRefusal } from '../../library/backup.ts';
import { onDemand } from '../on-demand/load.ts';
import { allDecisions } from '../../library/decisions.ts';
import { allFollows } from '../../library/follows.ts';
import { RequestError, type Context, type Handlers } from '../../messages/server.ts';
import { dismissLostPacks, lostPacks } from '../../catalog/lost-packs.ts';
import { eraseSecondCopies } from '../../browser/second-copy.ts';
import {
  changeSettings,
  dismissSettingsNotice,
  readSettings,
  settingsBroughtBack,
  storedSettings,
} from '../../settings/store.ts';
import type { FailureCode } from '../../failures/failure.ts';
import { copyText } from '../own-copy.ts';
import { FOLDER_DATABASE } from '../../browser/folder-database.ts';
import { libraryChanged } from '../library-changed.ts';
import { changeLibrary, isPrivate, readLibrary, type Stores } from '../stores.ts';

/** Rows that are shown as text, and letters of each. */
const MAX_UNREAD = 50;
const letters = 2000;

const failureFor = {
  none: 'copy-none',
  newer: 'copy-newer',
  large: 'copy-large',
} as const satisfies Record<CopyRefusal, FailureCode>;

/** What a copy has. Throws what the page is told of one that can't be read. */
export async function parsedCopy(text: string): Promise<Copy> {
  const copy = (await onDemand()).readCopy(text);
  if ('refused' in copy) throw new RequestError(failureFor[copy.refused]);
  return copy;
}

const mayChange = async (context: Context): Promise<void> => {
  if (await isPrivate(context)) throw new RequestError('private-settings');
};

/** Milliseconds that a notice waits for the catalog. */
const OPENED = 2_000;

/** Names of packs that the browser lost; none while the catalog can't say. */
async function packsThatWent({ keeper }: Stores): Promise<string[]> {
  try {
    const { database } = await keeper.ready(OPENED);
    await keeper.noted();
    return await lostPacks(database);
  } catch {
    // A catalog that can't be read is said where it is shown.
    return [];
  }
}

export function ownDataHandlers(
  stores: Stores,
): Pick<
  Handlers,
  'library.notice' | 'library.noticed' | 'library.unread' | 'data.copy' | 'data.preview' | 'data.restore' | 'data.erase'
> {
  const { library } = stores;
  return {
    'library.notice': async () => {
      // What keeps them from being compared is said when something is to be written.
      await library.checked().catch((error: unknown) => console.warn('Byline: the mirror could not be read', error));
      const [notice, settings, lost] = await Promise.all([
        readLibrary(stores, () => library.notice()),
        storedSettings()
          .then(settingsBroughtBack)
          .then(
            (broughtBack) => (broughtBack ? ('brought-back' as const) : null),
            () => 'unread' as const,
          ),
        packsThatWent(stores),
      ]);
      return { notice, settings, lostPacks: lost };
    },
    'library.noticed': async () => {
      await changeLibrary(() => library.dismissNotice());
      await dismissSettingsNotice().catch((error: unknown) =>
        console.warn('Byline: a notice of the settings could not be dismissed', error),
      );
      const { current } = stores.keeper;
      if (current !== null) await dismissLostPacks(current.database);
      return {};
    },
    'library.unread': async () => {
      const [{ unread: papers }, { unread: people }, { unread: decisions }] = await readLibrary(stores, () =>
        Promise.all([allEntries(library), allFollows(library), allDecisions(library)]),
      );
      const rows = [...papers, ...people, ...decisions];
      return {
        total: rows.length,
        rows: rows.slice(0, MAX_UNREAD).map((row) => JSON.stringify(row).slice(0, letters)),
      };
    },

    'data.copy': async () => ({ seq: await library.position(), text: await copyText(stores) }),
    'data.preview': async ({ text }) => {
      const copy = await parsedCopy(text);
      const { changeBy } = await onDemand();
      const here = await readLibrary(stores, () => library.rows());
      const of = (how: 'merge' | 'replace') => {
        const { works, follows, decisions } = changeBy(copy, here, how);
        return { works, follows, decisions };
      };
      const { made, works, follows, unreadable, unknown } = copy;
      return {
        made,
        papers: works.size,
        people: follows.size,
        unreadable,
        unknown: unknown.slice(0, 20).map((name) => name.slice(0, 60)),
        merge: of('merge'),
        replace: of('replace'),
      };
    },
    'data.restore': async ({ text, how }, context) => {
      await mayChange(context);
      const copy = await parsedCopy(text);
      const { changeBy } = await onDemand();
      const done = await changeLibrary(() =>
        library.change(async () => {
          const { change, ...answer } = changeBy(copy, await library.rows(), how);
          return { change, answer, forgets: true };
        }),
      );
      // A copy has none where they could not be read.
      if (how === 'replace' && copy.settings !== null) await changeSettings(() => readSettings(copy.settings));
      libraryChanged(stores);
      return done;
    },
    'data.erase': async (_request, context) => {
      await mayChange(context);
      let isWhole = !(await usesSpare());
      await changeLibrary(() =>
        eraseFromDisk(async () => {
          await library.erase();
          await stores.keeper.erase();
          await eraseSecondCopies();
          await browser.storage.session.clear();
          await browser.storage.local.clear().catch((error: unknown) => {
            console.warn('Byline: the settings could not be erased', error);
            isWhole = false;
          });
          await dropSpare();
          if (isWhole) await dropDatabase(FOLDER_DATABASE);
        }),
      );
      libraryChanged(stores);
      if (!isWhole) throw new RequestError('erase-unopened');
      return {};
    },
  };
}
