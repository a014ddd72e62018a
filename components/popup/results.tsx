// What was found for the words typed: on this page, on the reading list, people, then all other papers.
import { useEffect, useId, useRef, type JSX, type ReactNode } from 'react';
import type { PersonRow as Person } from '../../lib/views/schema.ts';
import { count, number, t } from '../../lib/i18n/i18n.ts';
import { WorkList } from '../work/list.tsx';
import { PersonRow } from '../work/person-row.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { MAX_ROWS, type Found, type Part } from '../work/use-search.ts';

/** "30 of 73", "30 of more than 240", or how many there are where all are shown. */
function shownOf({ rows, total, isExact }: { rows: readonly unknown[]; total: number; isExact: boolean }): string {
  if (!isExact) return t('searchPartOver', number(rows.length), number(total));
  return rows.length < total ? t('searchPart', number(rows.length), number(total)) : number(total);
}

/** Of a name, others may be found by another word; "1 of more than 1" would say no more than that. */
const peopleHead = (people: { rows: readonly unknown[]; total: number; isExact: boolean }): string =>
  people.isExact || people.rows.length < people.total ? t('popupPeopleHead', shownOf(people)) : t('exploreFoundPeople');

export interface ResultsProps {
  found: Found | null;
  isSlow: boolean;
  onPaper: (id: string) => void;
  onPerson: (person: Person) => void;
  onMore: (part: Part) => void;
  /** Searches for something else. */
  onQuery: (query: string) => void;
}

export function Results({ found, isSlow, onPaper, onPerson, onMore, onQuery }: ResultsProps): JSX.Element {
  const answer = found?.answer ?? null;
  const query = found?.query ?? '';
  const parts = answer === null ? [] : [answer.page, answer.list, answer.people, answer.papers];
  const isEmpty = answer !== null && parts.every(({ rows }) => rows.length === 0);
  const works = (
    part: 'page' | 'list' | 'papers',
    words: 'popupThisPage' | 'popupYourList' | 'popupPapersHead',
  ): ReactNode =>
    answer !== null &&
    answer[part].rows.length > 0 && (
      <PartOf part={part} head={t(words, shownOf(answer[part]))} of={answer[part]} onMore={onMore}>
        <WorkList works={answer[part].rows} onOpen={onPaper} />
      </PartOf>
    );
  return (
    <>
      <output className={isSlow ? 'popup-state' : 'b-hidden'}>{isSlow && t('searchSlow')}</output>
      <output className={isEmpty || (found?.problem ?? null) !== null ? 'popup-state' : 'b-hidden'}>
        {found?.problem ?? (answer === null ? '' : isEmpty ? nothingIn(query, answer.searched) : allFound(answer))}
      </output>
      {answer !== null && answer.spelling !== null && (
        <p className="popup-state">{t('searchSpelling', query, answer.spelling)}</p>
      )}
      {works('page', 'popupThisPage')}
      {works('list', 'popupYourList')}
      {answer !== null && answer.people.rows.length > 0 && (
        <PartOf part="people" head={peopleHead(answer.people)} of={answer.people} onMore={onMore}>
          <ul className="b-works">
            {answer.people.rows.map((person) => (
              <li key={`${person.id} ${person.paper}`}>
                <PersonRow person={person} onOpen={onPerson} />
              </li>
            ))}
          </ul>
        </PartOf>
      )}
      {works('papers', 'popupPapersHead')}
      {answer !== null && <Elsewhere query={query} answer={answer} isEmpty={isEmpty} onQuery={onQuery} />}
    </>
  );
}

function nothingIn(query: string, { page, papers }: { page: number; papers: number }): string {
  return t(page > 0 ? 'searchNothingPage' : 'searchNothing', query, count('popupPapers', papers));
}

/** For screen readers. */
function allFound({ page, list, people, papers }: NonNullable<Found['answer']>): string {
  const heads = [
    [page, t('popupThisPage', shownOf(page))],
    [list, t('popupYourList', shownOf(list))],
    [people, peopleHead(people)],
    [papers, t('popupPapersHead', shownOf(papers))],
  ] as const;
  return heads.flatMap(([{ rows }, head]) => (rows.length > 0 ? [head] : [])).join(', ');
}

function PartOf({
  part,
  head,
  of,
  onMore,
  children,
}: {
  part: Part;
  head: string;
  of: { rows: readonly unknown[]; total: number; isExact: boolean };
  onMore: (part: Part) => void;
  children: ReactNode;
}): JSX.Element {
  const id = useId();
  const box = useRef<HTMLElement>(null);
  /** How many rows there were when more were asked for: the focus goes to the first new one. */
  const before = useRef<number | null>(null);
  const shown = of.rows.length;
  useEffect(() => {
    if (before.current === null || before.current === shown) return;
    box.current?.querySelectorAll<HTMLElement>('.b-work')[before.current]?.focus();
    before.current = null;
  }, [shown]);
  const hasMore = shown < of.total || (!of.isExact && part !== 'people');
  return (
    <section aria-labelledby={id} className="popup-part" ref={box}>
      <h2 id={id}>{head}</h2>
      {children}
      {hasMore && shown < MAX_ROWS && shown < of.total && (
        <button
          type="button"
          className="plain more"
          id={`${id}more`}
          aria-labelledby={`${id}more ${id}`}
          onClick={() => {
            before.current = shown;
            onMore(part);
          }}
        >
          {t('popupListMore')}
        </button>
      )}
      {hasMore && !(shown < MAX_ROWS && shown < of.total) && <p className="popup-state">{t('searchAddWord')}</p>}
    </section>
  );
}
