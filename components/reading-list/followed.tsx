// People the reader follows: each opens their profile; Unfollow turns into Undo in place.
import { useState, type JSX } from 'react';
import { language, number, t } from '../../lib/i18n/i18n.ts';
import type { FollowList, FollowRow } from './use-follows.ts';
import { whenWords } from '../../lib/i18n/when.ts';

/** People at first; the rest on demand. */
const FIRST = 3;

export function FollowedSection(props: {
  follows: FollowList;
  /** Nothing can be changed here. */
  fixed: boolean;
  onOpen: (person: FollowRow) => void;
}): JSX.Element | null {
  const { people, gone, last, problem, press } = props.follows;
  const [all, setAll] = useState(false);
  const [now] = useState(() => Date.now());
  const shown = all ? people : people.slice(0, FIRST);
  if (people.length === 0) return null;
  const changed = people.find(({ id }) => id === last);
  return (
    <section aria-labelledby="you-follow" className="popup-part">
      <div className="part-head">
        <h2 id="you-follow">
          {shown.length < people.length
            ? t('followsHeadPart', number(shown.length), number(people.length))
            : t('followsHead', number(people.length))}
        </h2>
        {shown.length < people.length && (
          <button type="button" className="plain" onClick={() => setAll(true)}>
            {t('popupListMore')}
          </button>
        )}
      </div>
      <ul className="b-works">
        {shown.map((person) => {
          const { id, name } = person;
          const isGone = gone.has(id);
          return (
            <li key={id} className="followed-row">
              <button
                type="button"
                className={isGone ? 'b-work gone' : 'b-work'}
                data-person={id}
                onClick={() => props.onOpen(person)}
              >
                <span className="b-work-title person-name" dir="auto">
                  {name}
                </span>
                <span className="b-work-below">
                  {isGone ? t('followsGone') : t('followsSince', whenWords(person.since, now, language()))}
                </span>
              </button>
              {!props.fixed && (
                <button
                  type="button"
                  className="plain"
                  aria-label={t(isGone ? 'followsUndoLabel' : 'followsUnfollowLabel', name)}
                  onClick={() => press(id)}
                >
                  {t(isGone ? 'followsUndo' : 'followsUnfollow')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {problem === null ? (
        <output className="b-hidden">
          {changed !== undefined && t(gone.has(changed.id) ? 'followsSaidGone' : 'followsSaidBack', changed.name)}
        </output>
      ) : (
        <p role="alert" className="popup-state problem">
          {problem}
        </p>
      )}
    </section>
  );
}
