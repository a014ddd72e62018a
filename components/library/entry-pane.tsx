// The chosen paper beside the list: what the reader has of it (status, star, tags, note), and its card.
import { useEffect, useRef, type JSX } from 'react';
import { count, language, t } from '../../lib/i18n/i18n.ts';
import { whenWords } from '../../lib/i18n/when.ts';
import type { Edit } from '../../lib/library/edit-schema.ts';
import type { ListPageRow } from '../../lib/views/schema.ts';
import type { Facts } from '../card/card-data.ts';
import { CardStack } from '../card/card-stack.tsx';
import { Dots } from '../ui/dots.tsx';
import { NoteField } from './note-field.tsx';
import { Star } from './star.tsx';
import { StatusChoice } from './status-choice.tsx';
import { TagField } from './tag-field.tsx';

export function EntryPane(props: {
  row: ListPageRow;
  facts: Facts;
  now: number;
  knownTags: readonly string[];
  onEdit: (edit: Edit, words: string) => Promise<boolean>;
  onRemove: () => void;
  onClose: () => void;
}): JSX.Element {
  const { row, now, onEdit } = props;
  const pane = useRef<HTMLElement>(null);
  useEffect(() => pane.current?.focus({ preventScroll: true }), []);
  const dates = [
    { key: 'saved', words: t('listSaved', whenWords(row.addedAt, now, language())) },
    { key: 'read', words: row.readAt === null ? '' : t('listRead', whenWords(row.readAt, now, language())) },
    {
      key: 'visits',
      words:
        row.visits === null ? '' : count('listVisits', row.visits.count, whenWords(row.visits.last, now, language())),
    },
  ].filter(({ words }) => words !== '');
  return (
    <aside className="l-pane" aria-label={t('listPane')} ref={pane} tabIndex={-1}>
      <div className="l-own">
        <div className="l-own-row">
          <StatusChoice
            status={row.status}
            label={t('listStatusOf', row.title)}
            onChoose={(status) => void onEdit({ status }, t('listDoneStatus'))}
          />
          <Star row={row} onPress={() => void onEdit({ starred: !row.starred }, t('listDoneStar'))} />
          <span className="l-dates">
            <Dots parts={dates} />
            {row.savedFrom !== null && (
              <>
                {' '}
                <a href={row.savedFrom} target="_blank" rel="noreferrer">
                  {t('listSavedFrom', new URL(row.savedFrom).hostname.replace(/^www\./u, ''))}
                </a>
              </>
            )}
          </span>
          <button type="button" className="plain l-danger" onClick={props.onRemove}>
            {t('listRemove')}
          </button>
        </div>
        <div className="l-own-tags">
          {row.tags.map((tag) => (
            <button
              type="button"
              key={tag}
              className="l-tag"
              aria-label={t('listUntagOne', tag)}
              onClick={() => void onEdit({ removeTags: [tag] }, t('listDoneUntag', tag))}
            >
              {tag} <span aria-hidden="true">×</span>
            </button>
          ))}
          <TagField
            known={props.knownTags}
            label={t('listTagThis')}
            onAdd={(addTags) => void onEdit({ addTags }, t('listDoneTag', addTags.join(', ')))}
          />
        </div>
        <NoteField key={row.id} note={row.note} onSave={(note) => onEdit({ note }, t('listDoneNote'))} />
      </div>
      <CardStack
        key={row.id}
        subject={{ kind: 'papers', ids: [row.id], via: '', confidence: 1 }}
        facts={props.facts}
        onClose={props.onClose}
      />
    </aside>
  );
}
