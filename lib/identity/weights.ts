// How much each piece of evidence weighs, fitted by `npm run identity -- --fit` on half of the names.
import { FEATURES, type Feature } from './features.ts';

const fitted: Readonly<Partial<Record<Feature, number>>> = {
  always: 2.692,
  'name/givens': -1.886,
  'name/families': -0.107,
  'name/common': -0.173,
  'name/common squared': -1.065,
  'name/groups': -0.423,
  'name/spelling': 0.515,
  'spelling/same': 2.379,
  'spelling/written out': 1.089,
  'spelling/one initial': -0.605,
  'spelling/joined': -1.521,
  'middle/same': 1.69,
  'middle/one': -1.401,
  'coauthors/any': -0.953,
  'coauthors/several': -0.455,
  'coauthors/rarity': -0.631,
  'coauthors/share': 0.445,
  'coauthors/common name': 1.664,
  'coauthors/initials': 0.939,
  'coauthors/none': 0.264,
  'words/root': -0.045,
  'words/cosine': 1.784,
  'words/common name': 1.141,
  'venue/same': 0.405,
  'venue/common name': 0.352,
  'years/same': -0.058,
  'years/apart': -0.519,
  'years/far': -0.15,
  'years/common name': 0.255,
};

/** No list of papers with known authors has affiliations: set by hand, as much as a rare word in common. */
const byHand: Readonly<Partial<Record<Feature, number>>> = { 'affiliation/same': 1.5 };

/** In the order of the features. */
export const WEIGHTS: Float64Array = Float64Array.from(FEATURES, (one) => byHand[one] ?? fitted[one] ?? 0);

/** Evidence per pair of works from which on two groups are one person: where pairs and B³ of the names that were fitted
 *  on are best. */
export const THRESHOLD = 0.35;
/** And from which on they may be one. */
export const MAYBE_THRESHOLD = -1.5;
