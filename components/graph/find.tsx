// Finds nodes by their words: those shown are marked, those that are known and not shown can be brought in.
import { useId, useState, type JSX, type Ref } from 'react';
import type { GraphHits } from '../../lib/graph/search-graph.ts';
import { count, t } from '../../lib/i18n/i18n.ts';

export interface FindProps {
  query: string;
  hits: GraphHits;
  field: Ref<HTMLInputElement>;
  onQuery: (query: string) => void;
  onFocus: (key: string) => void;
  onReveal: (key: string) => void;
}

export function Find({ query, hits, field, onQuery, onFocus, onReveal }: FindProps): JSX.Element {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const go = (act: () => void): void => {
    setOpen(false);
    act();
  };
  const choose = [
    ...hits.shown.map((node) => ({ ...node, isShown: true, act: () => go(() => onFocus(node.key)) })),
    ...hits.known.map((node) => ({ ...node, isShown: false, act: () => go(() => onReveal(node.key)) })),
  ];
  return (
    <search className="graph-find">
      <label className="b-hidden" htmlFor={id}>
        {t('graphSearch')}
      </label>
      <input
        id={id}
        ref={field}
        type="search"
        value={query}
        placeholder={t('graphSearch')}
        autoComplete="off"
        spellCheck={false}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setOpen(true);
          onQuery(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') choose[0]?.act();
          else if (event.key === 'Escape' && query !== '') onQuery('');
          else return;
          event.preventDefault();
        }}
      />
      {query.trim() !== '' && isOpen && (
        <div className="graph-hits">
          <p role="status">{count('graphHits', choose.length)}</p>
          <ul>
            {choose.map(({ key, label, isShown, act }) => (
              <li key={key}>
                <button type="button" className="b-link" onClick={act}>
                  <bdi>{label}</bdi>
                </button>
                {!isShown && <span className="graph-why"> {t('graphNotShown')}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </search>
  );
}
