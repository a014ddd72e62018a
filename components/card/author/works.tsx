// An author's works in four orders: by year or title, each both ways.
import { useRef, useState, type ReactNode } from 'react';
import type { WorkRow } from '../../../lib/views/schema.ts';
import { count, t, type MessageKey } from '../../../lib/i18n/i18n.ts';
import { useCommand } from '../commands.tsx';
import { Dots } from '../../ui/dots.tsx';
import { Icon } from '../../ui/icons.tsx';
import { listedWords, shortAuthors, venueAndYear } from '../../work/line.ts';
import { stepRows, WorkList } from '../../work/list.tsx';
import { WorkAnswer } from './answer.tsx';
import { underNameOf } from './under-name.ts';
import { inOrder, orderAfter, type Order } from './order.ts';
import { usePerson } from './person.tsx';

const said: Record<Order, MessageKey> = {
  newest: 'authorNewest',
  oldest: 'authorOldest',
  'a-z': 'authorAtoZ',
  'z-a': 'authorZtoA',
};
const shownFirst = 12;
const underNameFirst = 4;

export function Works() {
  const { view, onPaper } = usePerson();
  const [order, setOrder] = useState<Order>('newest');
  const [all, setAll] = useState(false);
  const section = useRef<HTMLElement>(null);
  const step = (by: 1 | -1) => (): boolean => section.current !== null && stepRows(section.current, by);
  useCommand('next', step(1));
  useCommand('previous', step(-1));
  const works = inOrder(view.works, order);
  const hidden = works.length - shownFirst;
  return (
    <section className="b-section" ref={section}>
      <div className="b-head">
        <h3>{t('authorWorksHead')}</h3>
        {view.works.length > 1 && <Sort order={order} onOrder={setOrder} />}
      </div>
      <WorkList
        works={all ? works : works.slice(0, shownFirst)}
        onOpen={onPaper}
        below={venueAndAuthors}
        after={answerOf}
      />
      {hidden > 0 && !all && (
        <button type="button" className="b-link b-small" onClick={() => setAll(true)}>
          {count('authorMoreWorks', hidden)}
        </button>
      )}
    </section>
  );
}

const venueAndAuthors = (work: WorkRow): ReactNode => (
  <Dots
    parts={[
      { key: 'where', words: venueAndYear(work) },
      { key: 'listed', words: listedWords(work) },
      { key: 'who', words: shortAuthors(work.authors, work.moreAuthors) },
    ].filter(({ words }) => words !== '')}
  />
);

const answerOf = (work: WorkRow): ReactNode => <WorkAnswer work={work} />;

/** Works under the same name: those that may be this person's, and folded those of others. */
export function UnderName() {
  const { view, onPaper } = usePerson();
  const { maybe, others, more } = underNameOf(view);
  const [shown, setShown] = useState(underNameFirst);
  const [unfolded, setUnfolded] = useState(false);
  const section = useRef<HTMLElement>(null);
  const step = (by: 1 | -1) => (): boolean => section.current !== null && stepRows(section.current, by);
  useCommand('next', step(1));
  useCommand('previous', step(-1));
  return (
    <section className="b-section" ref={section}>
      <h3 className="b-head">{t('authorMaybeTheirs')}</h3>
      {maybe.length === 0 && <p className="b-small">{t('authorNoMaybe')}</p>}
      <WorkList works={maybe.slice(0, shown)} onOpen={onPaper} below={venueAndAuthors} after={answerOf} />
      {maybe.length > shown && (
        <button type="button" className="b-link b-small" onClick={() => setShown(maybe.length)}>
          {count('authorMoreWorks', maybe.length - shown)}
        </button>
      )}
      {others.length > 0 && (
        <button
          type="button"
          className="b-link b-small b-others"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {count('authorOthers', others.length + more)}
        </button>
      )}
      {unfolded && <WorkList works={others} onOpen={onPaper} below={venueAndAuthors} after={answerOf} />}
      {more > 0 && (unfolded || others.length === 0) && <p className="b-small">{count('authorUnderNameMore', more)}</p>}
    </section>
  );
}

export function Sort({ order, onOrder }: { order: Order; onOrder: (order: Order) => void }) {
  const keys = [
    { by: 'year', words: 'authorByYear', label: 'authorSortYear', down: 'newest', up: 'oldest' },
    { by: 'title', words: 'authorByTitle', label: 'authorSortTitle', down: 'a-z', up: 'z-a' },
  ] as const;
  return (
    <div className="b-sort" role="group" aria-label={t('authorSort')}>
      {keys.map(({ by, words, label, down, up }) => {
        const on = order === down || order === up;
        return (
          <button
            type="button"
            key={by}
            aria-pressed={on}
            title={t(on ? said[order] : label)}
            onClick={() => onOrder(orderAfter(order, by))}
          >
            {t(words)}
            {on && <Icon name="chevron" className={order === up ? 'b-up' : ''} />}
          </button>
        );
      })}
      <span className="b-hidden" role="status">
        {t(said[order])}
      </span>
    </div>
  );
}
