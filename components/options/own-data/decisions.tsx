// What the reader said of who wrote what, folded: the latest first, each taken back, and said again, in place.
import { useState, type JSX } from 'react';
import { count, language, list, number, t } from '../../../lib/i18n/i18n.ts';
import { whenWords } from '../../../lib/i18n/when.ts';
import { keyOf, useDecisionList, type DecisionRow } from './use-decisions.ts';

/** One sentence. */
function saidWords({ says, name, other, titles, works }: DecisionRow): string {
  const [title = ''] = titles;
  switch (says) {
    case 'theirs':
      return t('listTheirs', title, name);
    case 'not-theirs':
      return t('listNotTheirs', title, name);
    case 'split':
      return count('listSplit', works, name);
    case 'same':
      return t('listSame', name, other ?? name);
    case 'me':
      return t('listMe', name);
  }
}

/** The works that the sentence does not name. */
function worksWords({ says, titles, works }: DecisionRow): string {
  if (says === 'theirs' || says === 'not-theirs') return '';
  if (titles.length === 0) return count('exploreWorks', works);
  const more = works - titles.length;
  const quoted = titles.map((title) => `“${title}”`);
  return list(more > 0 ? [...quoted, count('authorMoreWorks', more)] : quoted);
}

export function Decisions(): JSX.Element | null {
  const { rows, total, gone, last, problem, more, press } = useDecisionList();
  const [now] = useState(() => Date.now());
  if (rows.length === 0 && problem === null) return null;
  const left = total - (rows.length - gone.size);
  return (
    <details className="decisions">
      <summary>{t('listHead', number(total))}</summary>
      <ul className="lines">
        {rows.map((row) => {
          const key = keyOf(row);
          const words = saidWords(row);
          const isGone = gone.has(key);
          return (
            <li key={key} className={isGone ? 'gone' : ''}>
              <span className="said">
                <span dir="auto">{words}</span>
                <span className="quiet" dir="auto">
                  {[isGone ? t('listGone') : whenWords(row.at, now, language()), worksWords(row)]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </span>
              <button
                type="button"
                className="plain"
                aria-label={t(isGone ? 'listUndoLabel' : 'listTakeBackLabel', words)}
                onClick={() => press(row)}
              >
                {t(isGone ? 'saveUndo' : 'listTakeBack')}
              </button>
            </li>
          );
        })}
      </ul>
      {left > 0 && (
        <button type="button" className="plain" onClick={() => void more()}>
          {count('authorMoreWorks', left)}
        </button>
      )}
      <output className="b-hidden">
        {last !== null && t(gone.has(keyOf(last)) ? 'listSaidGone' : 'listSaidBack', saidWords(last))}
      </output>
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </details>
  );
}
