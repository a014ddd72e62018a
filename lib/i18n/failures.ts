// The words for what went wrong. One key a code; the compiler sees to it that none is missing.
import type {
  Failure,
  FailureArg,
  FailureCode,
  FilePlace,
  FilePlaceCode,
  RowCode,
  RowFailure,
} from '../failures/failure.ts';
import { t, type MessageKey } from './i18n.ts';

const places: Readonly<Record<FilePlaceCode, MessageKey>> = {
  line: 'packPlaceLine',
  entry: 'packPlaceEntry',
  row: 'packPlaceRow',
  byte: 'packPlaceByte',
  part: 'packPlacePart',
  footer: 'packPlaceFooter',
  manifest: 'packPlaceManifest',
  table: 'packPlaceTable',
  block: 'packPlaceBlock',
  end: 'packPlaceEnd',
  'after-end': 'packPlaceAfterEnd',
};

const rows: Readonly<Record<RowCode, MessageKey>> = {
  'no-title': 'packRowNoTitle',
  'long-title': 'packRowLongTitle',
  'no-letters': 'packRowNoLetters',
  unreadable: 'packRowUnreadable',
  'long-record': 'packRowLongRecord',
};

const failures: Readonly<Record<FailureCode, MessageKey>> = {
  'file-unknown': 'packRefusedUnknown',
  'file-empty': 'packRefusedEmpty',
  'file-cut': 'packRefusedDamaged',
  'file-damaged': 'packRefusedDamaged',
  'file-endless': 'packRefusedDamaged',
  'file-repeats': 'packRefusedRepeats',
  'file-hangs': 'packRefusedHangs',
  'file-long-row': 'packRefusedLong',
  'file-packing': 'packRefusedPacking',
  'file-other-kind': 'packRefusedOther',
  'export-pack': 'exportIsPack',
  'export-large': 'exportLarge',
  'file-no-papers': 'packRefusedNoPapers',
  'file-no-usable-papers': 'packRefusedNoUsable',
  'file-too-many-papers': 'packRefusedTooMany',
  'file-changed': 'packRefusedChanged',
  'file-gone': 'errorPackFile',
  'file-not-stored': 'errorPackStore',
  'disk-full': 'errorPackFull',
  'pack-none': 'packRefusedNoPack',
  'pack-other-version': 'packRefusedVersion',
  'pack-damaged': 'packRefusedDamagedPack',
  'pack-unnamed': 'packRefusedUnnamed',
  'pack-missing': 'errorPackMissing',
  'address-insecure': 'packRefusedInsecure',
  'host-silent': 'packRefusedNetwork',
  'host-status': 'packRefusedStatus',
  'host-ranges': 'packRefusedRanges',
  'host-no-files': 'packRefusedNoFiles',
  'host-redirect': 'packRefusedRedirect',
  'series-none': 'seriesNone',
  'series-older': 'seriesOlder',
  'series-order': 'seriesOrder',
  'series-sum': 'seriesSum',
  'series-length': 'seriesLength',
  'harvest-silent': 'harvestSilent',
  'harvest-status': 'harvestStatus',
  'harvest-redirect': 'harvestRedirect',
  'harvest-html': 'harvestHtml',
  'harvest-cut': 'harvestCut',
  'harvest-large': 'harvestLarge',
  'harvest-damaged': 'harvestDamaged',
  'harvest-token': 'harvestToken',
  'harvest-refused': 'harvestRefused',
  'harvest-other-set': 'harvestOtherSet',
  'field-not-chosen': 'fieldNotChosen',
  'field-no-permission': 'fieldNoPermission',
  'private-fields': 'errorPrivateFields',
  'zotero-closed': 'zoteroClosed',
  'zotero-off': 'zoteroOff',
  'zotero-locked': 'zoteroLocked',
  'zotero-old': 'zoteroOld',
  'zotero-odd': 'zoteroOdd',
  'zotero-large': 'zoteroLarge',
  'zotero-not-allowed': 'zoteroNotAllowed',
  'import-failed': 'errorPackFailed',
  'import-over': 'errorPackGone',
  'pack-gone': 'errorPackNotThere',
  'pack-not-removed': 'errorPackRemove',
  'pack-not-restored': 'errorPackKeep',
  'packs-damaged': 'errorPackDamaged',
  'catalog-loading': 'errorNotReady',
  'catalog-not-stored': 'errorCatalogStore',
  'catalog-not-rebuilt': 'errorRebuild',
  'paper-gone': 'errorPaperGone',
  'person-gone': 'errorPersonGone',
  'library-not-read': 'errorLibraryRead',
  'library-not-written': 'errorLibraryWrite',
  'library-newer': 'errorLibraryNewer',
  'library-full': 'errorLibraryFull',
  'library-not-mirrored': 'errorLibraryMirror',
  'backup-not-written': 'backupNotWritten',
  'folder-refused': 'folderRefused',
  'folder-not-written': 'folderNotWritten',
  'copy-none': 'copyNone',
  'copy-newer': 'copyNewer',
  'copy-large': 'copyLarge',
  'settings-not-written': 'errorSettingsWrite',
  'erase-unopened': 'errorErase',
  'managed-setting': 'errorManaged',
  'managed-site': 'errorManagedSite',
  'managed-network': 'errorManagedNetwork',
  'private-save': 'errorPrivateSave',
  'private-follow': 'errorPrivateFollow',
  'private-decide': 'errorPrivateDecide',
  'private-settings': 'errorPrivateSettings',
  'private-packs': 'errorPrivatePacks',
  'private-explore': 'errorPrivateExplore',
  'page-closed': 'errorNoRunHere',
  'not-allowed': 'errorInternal',
  'bad-request': 'errorInternal',
  internal: 'errorInternal',
};

/** "line 120". Older versions of Byline stored the words: those stay. */
export const placeText = (place: FilePlace | string): string =>
  typeof place === 'string' ? place : t(places[place.code], ...place.args.map(String));

/** Why a row was skipped, one sentence. */
export const rowFailureText = (failure: RowFailure | string): string =>
  typeof failure === 'string' ? failure : t(rows[failure.code], ...failure.args.map(String));

const isPlace = (arg: FilePlace | RowFailure): arg is FilePlace => arg.code in places;

function argText(arg: FailureArg): string {
  if (typeof arg !== 'object') return String(arg);
  return isPlace(arg) ? placeText(arg) : rowFailureText(arg);
}

/** What went wrong, one sentence or two: what, where, what now. Older versions of Byline stored the sentence itself. */
export const failureText = (failure: Failure | string): string =>
  typeof failure === 'string' ? failure : t(failures[failure.code], ...failure.args.map(argText));
