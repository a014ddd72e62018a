// One work in two lines: title with its maths, and below it who and where; code and status as signs at the end.
// The same row in the popup, in related works, in an author's works and on the reading list.
import { Fragment, type ReactNode } from 'react';
import { surname } from '../../lib/paper/names/family-name.ts';
import type { WorkRow as Work } from '../../lib/views/schema.ts';
import { t, type MessageKey } from '../../lib/i18n/i18n.ts';
import { Drawn } from '../ui/unsearchable-text.tsx';
import { Icon, type IconName } from '../ui/icons.tsx';
import { Dots } from '../ui/dots.tsx';
import { Title } from '../ui/title.tsx';
import { shortAuthors, shownAuthors, venueAndYear } from './line.ts';

const looks: Readonly<Record<string, { icon: IconName; words: MessageKey; className: string }>> = {
  'to-read': { icon: 'bookmark', words: 'statusToRead', className: 'b-to-read' },
  reading: { icon: 'half', words: 'statusReading', className: 'b-reading' },
  read: { icon: 'tick', words: 'statusRead', className: 'b-read' },
};

/** How a status looks and what it is called; one that a later version wrote is the text that it is. */
export function statusLook(status: string): { icon: IconName; words: string; className: string } {
  const look = Object.hasOwn(looks, status) ? looks[status] : undefined;
  return look === undefined
    ? { icon: 'bookmark', words: status, className: 'b-to-read' }
    : { ...look, words: t(look.words) };
}

/** Code and reading status, drawn and said. */
export function WorkSigns({ work }: { work: Pick<Work, 'hasCode' | 'status' | 'yours' | 'inZotero'> }) {
  if (!work.hasCode && work.status === null && work.yours !== true && work.inZotero !== true) return null;
  return (
    <span className="b-signs">
      {work.yours === true && <span className="b-sign b-yours">{t('yours')}</span>}
      {work.inZotero === true && (
        <span className="b-sign b-zotero">
          <Drawn words={t('inZotero')} />
        </span>
      )}
      {work.hasCode && (
        <span className="b-sign b-code" title={t('hasCode')}>
          <Icon name="code" />
          <span className="b-hidden">{t('hasCode')}</span>
        </span>
      )}
      {work.status !== null && <StatusSign status={work.status} />}
    </span>
  );
}

function StatusSign({ status }: { status: string }) {
  const { icon, words, className } = statusLook(status);
  return (
    <span className={`b-sign ${className}`} title={words}>
      <Icon name={icon} />
      <Drawn words={words} hidden />
    </span>
  );
}

/** The authors in a line, the one whom the reader follows filled in. */
function Who({ work: { authors, moreAuthors, followed } }: { work: Work }): ReactNode {
  const places = shownAuthors(authors.length, followed?.at ?? -1);
  const rest = authors.length - places.length;
  return (
    <>
      {places.map((at, place) => (
        <Fragment key={at}>
          {place > 0 && ', '}
          {at === followed?.at ? (
            <span className={followed.sure ? 'b-followed' : 'b-maybe'}>{surname(authors[at] ?? '')}</span>
          ) : (
            surname(authors[at] ?? '')
          )}
        </Fragment>
      ))}
      {rest > 0 && `, ${t(moreAuthors === true ? 'workAndMoreThan' : 'workAndMore', rest)}`}
    </>
  );
}

export interface WorkRowProps {
  work: Work;
  /** Opens the paper; a row is one button. */
  onOpen: (id: string) => void;
  /** The line below the title; authors, venue and year where none is given. */
  below?: ReactNode;
  /** The one in hand (list with a detail pane). */
  current?: boolean;
}

export function WorkRow({ work, onOpen, below, current = false }: WorkRowProps) {
  const parts = [
    {
      key: 'who',
      words: work.followed === undefined ? shortAuthors(work.authors, work.moreAuthors) : <Who work={work} />,
    },
    { key: 'where', words: venueAndYear(work) },
  ].filter(({ words }) => words !== '');
  return (
    <button
      type="button"
      className="b-work"
      data-work={work.id}
      aria-current={current || undefined}
      onClick={() => onOpen(work.id)}
    >
      <span className="b-work-title">
        <Title parts={work.titleParts} plain={work.title} />
      </span>
      <WorkSigns work={work} />
      <span className="b-work-below">{below ?? <Dots parts={parts} />}</span>
    </button>
  );
}
