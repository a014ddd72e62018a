// The sentences for files that are refused as a whole: what, where, what now.
import '../../i18n/english.ts';
import { t } from '../../i18n/i18n.ts';
import { RefusedFile } from './reader.ts';

/** More than this between two rows is no data set but a bomb. */
export const MOST_WITHOUT_ROW = 64 * 2 ** 20;
/** The longest row. */
export const LONGEST_ROW = 8 * 2 ** 20;

export const place = {
  line: (n: number): string => t('packPlaceLine', n),
  entry: (n: number | string): string => t('packPlaceEntry', n),
  row: (n: number): string => t('packPlaceRow', n),
  byte: (n: number): string => t('packPlaceByte', n),
  footer: (): string => t('packPlaceFooter'),
  start: (): string => t('packPlaceStart'),
};

export const refuse = {
  unknown: (name: string): RefusedFile => new RefusedFile(t('packRefusedUnknown', name)),
  empty: (name: string): RefusedFile => new RefusedFile(t('packRefusedEmpty', name)),
  cut: (name: string, at: string): RefusedFile => new RefusedFile(t('packRefusedCut', name, at)),
  damaged: (name: string, at: string): RefusedFile => new RefusedFile(t('packRefusedDamaged', name, at)),
  endless: (name: string, at: string): RefusedFile => new RefusedFile(t('packRefusedEndless', name, at)),
  long: (name: string, at: string): RefusedFile => new RefusedFile(t('packRefusedLong', name, at)),
  packing: (name: string, packing: string): RefusedFile => new RefusedFile(t('packRefusedPacking', name, packing)),
  /** Another kind than the one asked for. */
  other: (name: string, is: string, wanted: string): RefusedFile =>
    new RefusedFile(t('packRefusedOther', name, is, wanted)),
};
