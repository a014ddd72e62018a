// Which fields of an offer are kept: all of them, unless the reader unfolds the list and takes some.
import type { JSX } from 'react';
import { fieldGroups } from '../../../lib/harvest/fields.ts';
import { categoriesOfSets } from '../../../lib/harvest/sets.ts';
import { count, t } from '../../../lib/i18n/i18n.ts';

/** The categories of groups; undefined, which is all, where none is chosen. */
export const categoriesOfGroups = (ids: ReadonlySet<string>): string[] | undefined =>
  ids.size === 0
    ? undefined
    : fieldGroups.flatMap(({ id, categories }) =>
        ids.has(id) ? categoriesOfSets(categories.map(({ set }) => set)) : [],
      );

export function OfferFields(props: {
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}): JSX.Element {
  const { chosen, onChange } = props;
  const change = (id: string, isOn: boolean): void => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  return (
    <details className="offer-fields">
      <summary>{chosen.size === 0 ? t('packOfferAllFields') : count('packOfferFields', chosen.size)}</summary>
      <ul>
        {fieldGroups.map(({ id, name }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                value={id}
                checked={chosen.has(id)}
                onChange={(event) => change(id, event.target.checked)}
              />{' '}
              {name}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
