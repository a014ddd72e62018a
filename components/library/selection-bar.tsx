// What can be done with the rows that are ticked.
import { useState, type JSX } from 'react';
import { count, number, t } from '../../lib/i18n/i18n.ts';
import type { Status } from '../../lib/library/schema.ts';
import type { ListPageRow } from '../../lib/views/schema.ts';
import { CiteMany } from './cite-many.tsx';
import { StatusOfMany } from './status-choice.tsx';
import { TagField } from './tag-field.tsx';

export function SelectionBar(props: {
  rows: readonly ListPageRow[];
  /** Papers that the search finds. */
  found: number;
  knownTags: readonly string[];
  /** The field for a tag is open, and has the focus. */
  isTagging: boolean;
  onTagging: (is: boolean) => void;
  isCiting: boolean;
  onCiting: (is: boolean) => void;
  onAll: () => void;
  onNone: () => void;
  onStatus: (status: Status) => void;
  onTags: (add: string[], remove: string[]) => void;
  onStar: (starred: boolean) => void;
  onExport: () => void;
  onRemove: () => void;
}): JSX.Element {
  const { rows, found } = props;
  const [untagging, setUntagging] = useState(false);
  const tags = [...new Set(rows.flatMap((row) => row.tags))].toSorted((a, b) => a.localeCompare(b));
  const allStarred = rows.every(({ starred }) => starred);
  return (
    <div className="l-bar" role="group" aria-label={t('listSelection')}>
      <strong>{count('listSelected', rows.length)}</strong>
      {rows.length < found && (
        <button type="button" className="plain" onClick={props.onAll}>
          {t('listSelectAll', number(found))}
        </button>
      )}
      <button type="button" className="plain" onClick={props.onNone}>
        {t('listSelectNone')}
      </button>
      <StatusOfMany onChoose={props.onStatus} />
      <button
        type="button"
        className="b-btn"
        aria-expanded={props.isTagging}
        onClick={() => props.onTagging(!props.isTagging)}
      >
        {t('listTag')}
      </button>
      {tags.length > 0 && (
        <button type="button" className="b-btn" aria-expanded={untagging} onClick={() => setUntagging(!untagging)}>
          {t('listUntag')}
        </button>
      )}
      <button type="button" className="b-btn" onClick={() => props.onStar(!allStarred)}>
        {t(allStarred ? 'listUnstar' : 'listStar')}
      </button>
      <button
        type="button"
        className="b-btn"
        aria-expanded={props.isCiting}
        onClick={() => props.onCiting(!props.isCiting)}
      >
        {t('cardCite')}
      </button>
      <button type="button" className="b-btn" onClick={props.onExport}>
        {t('listExport')}
      </button>
      <button type="button" className="b-btn l-danger" onClick={props.onRemove}>
        {t('listRemove')}
      </button>
      {props.isCiting && <CiteMany ids={rows.map(({ id }) => id)} />}
      {props.isTagging && (
        <TagField
          known={props.knownTags}
          label={t('listTagSelected')}
          focus
          onAdd={(add) => props.onTags(add, [])}
          onCancel={() => props.onTagging(false)}
        />
      )}
      {untagging && (
        <span className="l-untag" role="group" aria-label={t('listUntag')}>
          {tags.map((tag) => (
            <button type="button" key={tag} className="l-tag" onClick={() => props.onTags([], [tag])}>
              {tag} <span aria-hidden="true">×</span>
            </button>
          ))}
        </span>
      )}
    </div>
  );
}
