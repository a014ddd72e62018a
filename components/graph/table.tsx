// All that is shown, as a table in the order of the tree.
import type { JSX } from 'react';
import type { Slice } from '../../lib/graph/slice.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { oneWords, othersWords, whyWords } from './words.ts';

export interface TableProps {
  slice: Slice;
  focus: string;
  onFocus: (key: string) => void;
  onExpand: (key: string) => void;
}

const columns = ['graphColumnName', 'graphColumnKind', 'graphColumnYear', 'graphColumnFrom', 'graphColumnWhy'] as const;

export function Table({ slice, focus, onFocus, onExpand }: TableProps): JSX.Element {
  const labels = new Map(slice.nodes.map(({ key, label }) => [key, label]));
  return (
    // A table that scrolls has to be reached by key.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
    <div className="graph-table" role="region" aria-label={t('graphTable')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((words) => (
              <th key={words} scope="col">
                {t(words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slice.tree.map((row) => (
            <tr key={row.key} aria-current={row.key === focus ? 'true' : undefined}>
              {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- a header of a row, whose words are the button's */}
              <th scope="row">
                <button
                  type="button"
                  className="b-link"
                  onClick={() => (row.node === null ? onExpand(row.key) : onFocus(row.key))}
                >
                  <bdi>{row.node?.label ?? othersWords({ count: row.more, exact: row.exact })}</bdi>
                </button>
              </th>
              <td>{row.node === null ? '' : t(oneWords[row.node.kind])}</td>
              <td>{row.node?.year ?? ''}</td>
              <td>
                <bdi>{labels.get(row.from ?? '') ?? ''}</bdi>
              </td>
              <td>
                <bdi>{whyWords(row.why, row.from ?? '')}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
