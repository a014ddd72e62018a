// What a copy would change, or changed, in words.
import { list, number, t } from '../../lib/i18n/i18n.ts';

export interface Difference {
  added: number;
  changed: number;
  removed: number;
}

/** "12 new, 3 changed, 40 removed", papers, people and decisions together. */
export function differenceWords({
  works,
  follows,
  decisions,
}: Record<'works' | 'follows' | 'decisions', Difference>): string {
  const parts = (['added', 'changed', 'removed'] as const).flatMap((kind) => {
    const many = works[kind] + follows[kind] + decisions[kind];
    if (many === 0) return [];
    return [t(kind === 'added' ? 'copyAdded' : kind === 'changed' ? 'copyChanged' : 'copyRemoved', number(many))];
  });
  return parts.length === 0 ? t('copyNothing') : list(parts);
}
