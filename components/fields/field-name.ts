// What a field is called: by its set.
import { fieldGroups } from '../../lib/harvest/fields.ts';
import { categoryOf } from '../../lib/harvest/sets.ts';

const names = new Map(fieldGroups.flatMap(({ categories }) => categories.map(({ set, name }) => [set, name] as const)));

/** "Machine Learning"; the category where it has no name here. */
export const fieldName = (set: string): string => names.get(set) ?? categoryOf(set);
