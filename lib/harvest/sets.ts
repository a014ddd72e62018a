// How arXiv's OAI-PMH server calls categories, and which of them are two names of one. Pure.

export const archiveOf = (id: string): string => id.split('.', 1)[0] ?? id;

/** Archives whose categories arXiv has under "physics". */
const PHYSICS = new Set([
  'astro-ph',
  'cond-mat',
  'gr-qc',
  'hep-ex',
  'hep-lat',
  'hep-ph',
  'hep-th',
  'math-ph',
  'nlin',
  'nucl-ex',
  'nucl-th',
  'physics',
  'quant-ph',
]);

/** The set of a category: three levels, or two where an archive has no classes. */
export function setOf(id: string): string {
  const archive = archiveOf(id);
  const group = PHYSICS.has(archive) ? 'physics' : archive;
  const [, subject] = id.split('.');
  return subject === undefined ? `${group}:${archive}` : `${group}:${archive}:${subject}`;
}

/** The category of a set: "cs:cs:LG" is "cs.LG". */
export const categoryOf = (set: string): string => set.split(':').slice(1).join('.');

/** Two sets of one category; arXiv lists each paper in both. The first is the one that is asked for. */
export const aliases: readonly (readonly [string, string])[] = [
  ['math:math:NA', 'cs:cs:NA'],
  ['cs:cs:IT', 'math:math:IT'],
  ['physics:math-ph', 'math:math:MP'],
  ['eess:eess:SY', 'cs:cs:SY'],
  ['math:math:ST', 'stat:stat:TH'],
  ['econ:econ:GN', 'q-fin:q-fin:EC'],
];

/** As the server names its sets. */
export const SET = /^[a-z-]{2,12}:[a-z-]{2,12}(?::[A-Za-z-]{2,12})?$/;

/** Sets that are asked for where these are chosen: each once, one of two that are the same. */
export const setsToAsk = (sets: readonly string[]): string[] => [
  ...new Set(sets.map((set) => aliases.find(([, other]) => other === set)?.[0] ?? set)),
];

/** The categories by which a paper belongs to these sets, both names of an alias. */
export const categoriesOfSets = (sets: readonly string[]): string[] =>
  setsToAsk(sets)
    .flatMap((set) => aliases.find(([main]) => main === set) ?? [set])
    .map(categoryOf);

export const spans = ['12-months', '3-years', 'all'] as const;
export type FieldSpan = (typeof spans)[number];
