// Search above every page: what is found takes the place of the page until the field is empty again. The field is kept by
// no browser: neither for filling in forms nor for bringing back a session.
import { useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { count, t } from '../../lib/i18n/i18n.ts';
import { stepRows, WorkList } from '../work/list.tsx';
import { PersonRow } from '../work/person-row.tsx';
import { useSearch } from '../work/use-search.ts';
import { useLeads } from './place.ts';

const nowhere: readonly string[] = [];

export function SearchBox({ isEmpty }: { isEmpty: boolean }): JSX.Element {
  const { walkTo, openPaper } = useLeads();
  const [typed, setTyped] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { found, isSlow, more } = useSearch(typed, nowhere);
  const answer = found?.answer ?? null;
  const papers = answer === null ? [] : [...answer.list.rows, ...answer.papers.rows];
  const nothing = answer !== null && papers.length + answer.people.rows.length === 0;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (event.key === 'Escape' && typed !== '') {
      setTyped('');
      field.current?.focus();
      event.preventDefault();
    }
    if (event.target === field.current && event.key === 'ArrowDown' && box.current !== null && stepRows(box.current, 1))
      event.preventDefault();
    // Enter opens what is first, as a search field's readers expect.
    if (event.target === field.current && event.key === 'Enter')
      box.current?.querySelector<HTMLElement>('.b-work')?.click();
  };

  return (
    <div className="x-search" role="search" onKeyDown={onKeyDown} ref={box}>
      <input
        ref={field}
        type="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('exploreSearchLabel')}
        placeholder={t('exploreSearch')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <output className={isSlow ? 'x-said' : 'b-hidden'}>{isSlow && t('searchSlow')}</output>
      <output className={nothing || (found?.problem ?? null) !== null ? 'x-said' : 'b-hidden'}>
        {found?.problem ?? (nothing ? t('exploreSearchNothing', found?.query ?? '') : '')}
      </output>
      {answer !== null && !nothing && (
        <div className={isEmpty ? 'x-found' : 'x-found x-over'}>
          {answer.people.rows.length > 0 && (
            <section>
              <h2>{t('exploreFoundPeople')}</h2>
              <ul className="b-works">
                {answer.people.rows.map((person) => (
                  <li key={`${person.id} ${person.paper}`}>
                    <PersonRow
                      person={person}
                      onOpen={({ id, paper }) => {
                        setTyped('');
                        walkTo({ kind: 'person', id, ...(paper === null ? {} : { paper }) });
                      }}
                    />
                  </li>
                ))}
              </ul>
            </section>
          )}
          {papers.length > 0 && (
            <section>
              <h2>{count('exploreFoundPapers', answer.list.total + answer.papers.total)}</h2>
              <WorkList works={papers} onOpen={openPaper} />
              {answer.papers.rows.length < answer.papers.total && (
                <button type="button" className="plain" onClick={() => more('papers')}>
                  {t('popupListMore')}
                </button>
              )}
            </section>
          )}
        </div>
      )}
    </div>
  );
}
