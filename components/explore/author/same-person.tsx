// The reader knows better than who is who: another person of the name is this one.
import { useId, useState, type JSX } from 'react';
import { count, t } from '../../../lib/i18n/i18n.ts';
import type { AuthorPage, NamesakeRow } from '../../../lib/views/explore/schema.ts';
import { Evidence } from '../../card/author/answer.tsx';
import { useShared } from '../../card/author/decisions.tsx';
import { isTold } from '../../card/author/line-words.ts';
import { subjectOf, useLeads } from '../place.ts';

export function SamePerson({ page: { namesakes } }: { page: AuthorPage }): JSX.Element | null {
  const [open, setOpen] = useState(false);
  const id = useId();
  if (namesakes.length === 0) return null;
  return (
    <>
      <button type="button" className="b-link" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {t('sameAs')}
      </button>
      {open && (
        <ul id={id} className="x-namesakes" aria-label={t('sameAs')}>
          {namesakes.map((other) => (
            <Namesake key={other.paper} other={other} />
          ))}
        </ul>
      )}
    </>
  );
}

function Namesake({ other }: { other: NamesakeRow }): JSX.Element {
  const { walkTo } = useLeads();
  const { name, person, paper, lines } = other;
  const about = namesakeWords(other);
  return (
    <li>
      <button
        type="button"
        className="b-link x-namesake"
        onClick={() => walkTo(subjectOf({ id: person, name, paper }))}
      >
        <bdi>{name}</bdi>
      </button>
      <span className="x-note">{about}</span>
      <SayTheSame other={other} />
      <Evidence lines={lines.filter(isTold)} />
    </li>
  );
}

/** "3 works, 2019–2021". */
export const namesakeWords = ({ works, years }: NamesakeRow): string => {
  const [from, to] = years ?? [null, null];
  const when = from === null ? '' : from === to ? `, ${from}` : `, ${from}–${to}`;
  return `${count('exploreWorks', works)}${when}`;
};

/** One press makes both one person, whom Undo makes two again. */
export function SayTheSame({ other }: { other: NamesakeRow }): JSX.Element | null {
  const shared = useShared();
  if (shared === null) return null;
  const { view, say } = shared;
  const about = namesakeWords(other);
  return (
    <button
      type="button"
      className="b-say"
      data-guarded=""
      data-say="same"
      aria-disabled={view.privateWindow || undefined}
      aria-label={t('sameLabel', other.name, about)}
      title={view.privateWindow ? t('authorDecidePrivate') : undefined}
      onClick={() => say({ papers: [other.paper], says: 'same', words: t('saidSame', other.name, about) })}
    >
      {t('same')}
    </button>
  );
}
