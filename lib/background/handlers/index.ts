// All handlers; TypeScript sees to it that each message of the contract has one.
import type { Handlers } from '../../messages/server.ts';
import { PageLimits } from '../page-limits.ts';
import type { Stores } from '../stores.ts';
import { backupHandlers } from './backup.ts';
import { cardHandlers } from './card.ts';
import { citeHandlers } from './cite.ts';
import { exploreHandlers } from './explore.ts';
import { fieldsHandlers } from './fields.ts';
import { graphHandlers } from './graph.ts';
import { libraryHandlers } from './library.ts';
import { libraryImportHandlers } from './library-import.ts';
import { listHandlers } from './list.ts';
import { mergeHandlers } from './merge.ts';
import { ownDataHandlers } from './own-data.ts';
import { packsHandlers } from './packs.ts';
import { pageHandlers } from './page.ts';
import { personHandlers } from './person.ts';
import { popupHandlers } from './popup.ts';
import { searchHandlers } from './search.ts';
import { settingsHandlers } from './settings.ts';
import { sitesHandlers } from './sites.ts';
import { storedHandlers } from './storage.ts';
import { zoteroHandlers } from './zotero.ts';

export const allHandlers = (stores: Stores, limits = new PageLimits()): Handlers => ({
  ...pageHandlers(stores, limits),
  ...cardHandlers(stores),
  ...citeHandlers(stores),
  ...graphHandlers(stores),
  ...exploreHandlers(stores),
  ...libraryHandlers(stores),
  ...libraryImportHandlers(stores),
  ...listHandlers(stores),
  ...personHandlers(stores),
  ...searchHandlers(stores),
  ...popupHandlers(stores, limits),
  ...settingsHandlers(),
  ...sitesHandlers(),
  ...storedHandlers(stores),
  ...packsHandlers(stores),
  ...fieldsHandlers(stores),
  ...ownDataHandlers(stores),
  ...mergeHandlers(stores),
  ...backupHandlers(stores),
  ...zoteroHandlers(stores),
});
