// What went wrong, as the core reports it: a code and what it is about. Codes go over the wire and into the store;
// `lib/i18n/failures.ts` words them where they are shown. A new failure is a code here and its words there.
import * as z from 'zod/mini';

const Plain = z.union([z.string(), z.number()]);

/** Where in a file. `line`, `entry`, `row`, `byte` and `part` have a number or a key; the others need none. */
export const placeCodes = [
  'line',
  'entry',
  'row',
  'byte',
  'part',
  'footer',
  'manifest',
  'table',
  'block',
  'end',
  'after-end',
] as const;
export type FilePlaceCode = (typeof placeCodes)[number];
export const FilePlace = z.object({ code: z.enum(placeCodes), args: z.array(Plain) });
export type FilePlace = z.infer<typeof FilePlace>;

/** Why one row of a file is skipped. */
export const rowCodes = ['no-title', 'long-title', 'no-letters', 'unreadable', 'long-record'] as const;
export type RowCode = (typeof rowCodes)[number];
export const RowFailure = z.object({ code: z.enum(rowCodes), args: z.array(Plain) });
export type RowFailure = z.infer<typeof RowFailure>;

/** Why a file, an import or a request failed. */
export const failureCodes = [
  // A file of papers: its name first, then where.
  'file-unknown',
  'file-empty',
  'file-cut',
  'file-damaged',
  'file-endless',
  'file-repeats',
  'file-hangs',
  'file-long-row',
  'file-packing',
  'file-other-kind',
  'file-no-papers',
  'file-no-usable-papers',
  'file-too-many-papers',
  'file-changed',
  'file-gone',
  'file-not-stored',
  'disk-full',
  // A pack file.
  'pack-none',
  'pack-other-version',
  'pack-damaged',
  'pack-unnamed',
  'pack-missing',
  // An address: its host first.
  'address-insecure',
  'host-silent',
  'host-status',
  'host-ranges',
  'host-no-files',
  'host-redirect',
  // A publisher's series of packs: its host, or the name of one of them.
  'series-none',
  'series-older',
  'series-order',
  'series-sum',
  'series-length',
  // What arXiv's server was asked for: its host first.
  'harvest-silent',
  'harvest-status',
  'harvest-redirect',
  'harvest-html',
  'harvest-cut',
  'harvest-large',
  'harvest-damaged',
  'harvest-token',
  'harvest-refused',
  'harvest-other-set',
  'field-not-chosen',
  'field-no-permission',
  'private-fields',
  // Zotero on this machine.
  'zotero-closed',
  'zotero-off',
  'zotero-locked',
  'zotero-old',
  'zotero-odd',
  'zotero-large',
  'zotero-not-allowed',
  // Imports and packs that are in.
  'import-failed',
  'import-over',
  'pack-gone',
  'pack-not-removed',
  'pack-not-restored',
  'packs-damaged',
  // The catalog, the reading list, settings.
  'catalog-loading',
  'catalog-not-stored',
  'catalog-not-rebuilt',
  'paper-gone',
  'person-gone',
  'library-not-read',
  'library-not-written',
  'library-newer',
  'library-full',
  'library-not-mirrored',
  'export-pack',
  'export-large',
  'backup-not-written',
  'folder-refused',
  'folder-not-written',
  'copy-none',
  'copy-newer',
  'copy-large',
  'settings-not-written',
  'erase-unopened',
  // What an institution's policy forbids.
  'managed-setting',
  'managed-site',
  'managed-network',
  'private-save',
  'private-follow',
  'private-decide',
  'private-settings',
  'private-packs',
  'private-explore',
  'page-closed',
  // Messages that no interface of ours sends, and faults of ours.
  'not-allowed',
  'bad-request',
  'internal',
] as const;
export type FailureCode = (typeof failureCodes)[number];

export const FailureArg = z.union([Plain, FilePlace, RowFailure]);
export type FailureArg = z.infer<typeof FailureArg>;
export const Failure = z.object({ code: z.enum(failureCodes), args: z.array(FailureArg) });
export type Failure = z.infer<typeof Failure>;
