// Search, filters, order and groups over the list.
import type { JSX, RefObject } from 'react';
import { number, t, type MessageKey } from '../../lib/i18n/i18n.ts';
import { Status } from '../../lib/library/schema.ts';
import type { ListPageRow } from '../../lib/views/schema.ts';
import { statusLook } from '../work/row.tsx';
import { hasToken, tagToken, toggled } from './query-tokens.ts';
import type { Order, View } from './use-view.ts';

const orders: readonly [Order, MessageKey][] = [
  ['best', 'listOrderBest'],
  ['saved', 'listOrderSaved'],
  ['changed', 'listOrderChanged'],
  ['read', 'listOrderRead'],
  ['title', 'listOrderTitle'],
  ['author', 'listOrderAuthor'],
  ['venue', 'listOrderVenue'],
  ['year', 'listOrderYear'],
  ['status', 'listOrderStatus'],
];
const groupings = [
  ['', 'listGroupNone'],
  ['status', 'listGroupStatus'],
  ['tag', 'listGroupTag'],
  ['year', 'listGroupYear'],
  ['author', 'listGroupAuthor'],
] as const satisfies readonly (readonly [string, MessageKey])[];

/** Tags shown as filters; the others are found by typing. */
const TAGS = 12;

export function Controls(props: {
  view: View;
  rows: readonly ListPageRow[];
  /** Tags with how many papers have them, the most used first. */
  tags: readonly (readonly [string, number])[];
  field: RefObject<HTMLInputElement | null>;
}): JSX.Element {
  const { view, rows, tags, field } = props;
  const { query, setQuery } = view;
  const press = (token: string, only?: string): void => setQuery(toggled(query, token, only));
  const counted = (status: string): number => rows.filter((row) => row.status === status).length;
  /** One that would find nothing is left out, unless it is pressed. */
  const filter = (token: string, words: string, size: number, only?: string): JSX.Element | false =>
    (size > 0 || hasToken(query, token)) && (
      <button
        type="button"
        key={token}
        className="l-filter"
        aria-pressed={hasToken(query, token)}
        onClick={() => press(token, only)}
      >
        {words} <span className="l-count">{number(size)}</span>
      </button>
    );
  return (
    <search className="l-controls">
      <div className="l-search">
        <input
          ref={field}
          type="search"
          aria-label={t('listSearchLabel')}
          placeholder={t('listSearch')}
          value={query}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setQuery(target.value)}
        />
      </div>
      <div className="l-choices">
        <label>
          <span>{t('listOrder')}</span>
          <select
            value={view.order}
            onChange={({ target }) => {
              const chosen = orders.find(([order]) => order === target.value);
              if (chosen !== undefined) view.setOrder(chosen[0]);
            }}
          >
            {orders.map(([order, words]) => (
              <option key={order} value={order}>
                {t(words)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="plain" aria-pressed={view.isTurned} onClick={view.turn}>
          {t('listTurn')}
        </button>
        <label>
          <span>{t('listGroup')}</span>
          <select
            value={view.by ?? ''}
            onChange={({ target }) => {
              const chosen = groupings.find(([by]) => by === target.value);
              if (chosen !== undefined) view.setBy(chosen[0] === '' ? null : chosen[0]);
            }}
          >
            {groupings.map(([by, words]) => (
              <option key={by} value={by}>
                {t(words)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="l-filters" role="group" aria-label={t('listFilters')}>
        {Status.options.map((status) =>
          filter(`status:${status}`, statusLook(status).words, counted(status), 'status:'),
        )}
        {filter('is:starred', t('listStarred'), rows.filter(({ starred }) => starred).length)}
        {filter('has:code', t('listWithCode'), rows.filter(({ hasCode }) => hasCode).length)}
        {filter('has:note', t('listWithNote'), rows.filter(({ note }) => note !== '').length)}
        {tags.slice(0, TAGS).map(([tag, size]) => filter(tagToken(tag), tag, size))}
      </div>
    </search>
  );
}
