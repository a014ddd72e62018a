// One paper of the list: tick, title, who and where, tags; star, code, PDF and status at its end.
import { memo, type JSX, type MouseEvent } from 'react';
import { titleParts } from '../../lib/text/title-parts.ts';
import { language, t } from '../../lib/i18n/i18n.ts';
import { whenWords } from '../../lib/i18n/when.ts';
import { venueShort } from '../../lib/paper/venue.ts';
import type { Status } from '../../lib/library/schema.ts';
import type { ListPageRow } from '../../lib/views/schema.ts';
import { Dots } from '../ui/dots.tsx';
import { Icon } from '../ui/icons.tsx';
import { Link } from '../ui/link.tsx';
import { Title } from '../ui/title.tsx';
import { shortAuthors, venueAndYear } from '../work/line.ts';
import { Star } from './star.tsx';
import { StatusChoice } from './status-choice.tsx';

/** Authors and tags named in a row. */
const NAMED = 5;
const TAGS = 4;

export interface RowActions {
  open: (id: string) => void;
  /** `range`: all from the row ticked last. */
  tick: (id: string, isTicked: boolean, range: boolean) => void;
  status: (row: ListPageRow, status: Status) => void;
  star: (row: ListPageRow) => void;
  tag: (tag: string) => void;
}

interface RowProps {
  row: ListPageRow;
  isTicked: boolean;
  isOpen: boolean;
  now: number;
  actions: RowActions;
}

export const Row = memo(function Row({ row, isTicked, isOpen, now, actions }: RowProps): JSX.Element {
  const { id, title, tags, status } = row;
  const where = venueAndYear({
    venue: row.venue === null ? null : venueShort(row.venue, row.year ?? 0),
    year: row.year,
  });
  const parts = [
    { key: 'who', words: shortAuthors(row.authors, false, NAMED) },
    { key: 'where', words: where },
    { key: 'when', words: t('listSaved', whenWords(row.addedAt, now, language())) },
    { key: 'note', words: row.note === '' ? '' : t('listHasNote') },
    { key: 'zotero', words: row.inZotero === true ? t('inZotero') : '' },
  ].filter(({ words }) => words !== '');
  const onTick = (event: MouseEvent<HTMLInputElement>): void =>
    actions.tick(id, event.currentTarget.checked, event.shiftKey);
  return (
    <div className={`l-row${isTicked ? ' l-ticked' : ''}`} data-row={id} aria-current={isOpen || undefined}>
      <input
        type="checkbox"
        className="l-tick"
        tabIndex={-1}
        aria-label={t('listSelect', title)}
        checked={isTicked}
        // The click says whether Shift was held.
        onChange={() => undefined}
        onClick={onTick}
      />
      <button type="button" className="l-main" data-work={id} onClick={() => actions.open(id)}>
        <span className="l-title">
          <Title parts={titleParts(title)} plain={title} />
        </span>
        <span className="l-below">
          <Dots parts={parts} />
        </span>
      </button>
      <span className="l-end">
        {row.code !== null && (
          <Link to={row.code} className="l-link l-code" title={t('hasCode')}>
            <Icon name="code" />
            <span className="b-hidden">{`${t('hasCode')}: ${title}`}</span>
          </Link>
        )}
        {(row.page ?? row.pdf) !== null && (
          <Link to={row.page ?? row.pdf ?? ''} className="l-link" title={t('workPage')}>
            <Icon name="elsewhere" />
            <span className="b-hidden">{`${t('workPage')}: ${title}`}</span>
          </Link>
        )}
        <Star row={row} onPress={() => actions.star(row)} inTabOrder={false} />
        <StatusChoice
          status={status}
          label={t('listStatusOf', title)}
          inTabOrder={false}
          onChoose={(next) => actions.status(row, next)}
        />
      </span>
      {tags.length > 0 && (
        <span className="l-tags">
          {tags.slice(0, TAGS).map((tag) => (
            <button type="button" key={tag} className="l-tag" tabIndex={-1} onClick={() => actions.tag(tag)}>
              {tag}
            </button>
          ))}
          {tags.length > TAGS && <span className="l-more-tags">{t('workAndMore', tags.length - TAGS)}</span>}
        </span>
      )}
    </div>
  );
});
