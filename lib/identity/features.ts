// The evidence that two works of one name are one person's, as numbers: what `weights.ts` weighs, line by line.

/** By line: names, spelling and the block are of two spellings, the others of two works. */
export const FEATURES = [
  'always',
  'name/givens',
  'name/families',
  'name/common',
  'name/common squared',
  'name/groups',
  'name/spelling',
  'spelling/same',
  'spelling/written out',
  'spelling/one initial',
  'spelling/joined',
  'middle/same',
  'middle/one',
  'coauthors/any',
  'coauthors/several',
  'coauthors/rarity',
  'coauthors/share',
  'coauthors/common name',
  'coauthors/initials',
  'coauthors/none',
  'words/root',
  'words/cosine',
  'words/common name',
  'venue/same',
  'venue/common name',
  'years/same',
  'years/apart',
  'years/far',
  'years/common name',
  'affiliation/same',
] as const;
export type Feature = (typeof FEATURES)[number];

/** The features before this one are of two spellings alone. */
export const FIRST_OF_WORKS = FEATURES.indexOf('coauthors/any');
