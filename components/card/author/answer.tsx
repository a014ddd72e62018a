// Under a work of an author's name: say whose it is, and see why Byline says so.
import { useId, useState, type JSX } from 'react';
import { t } from '../../../lib/i18n/i18n.ts';
import type { WorkRow } from '../../../lib/views/schema.ts';
import { useShared } from './decisions.tsx';
import { isTold, lineWords, type Line } from './line-words.ts';

const theirs = { says: 'theirs', word: 'decideTheirs', label: 'decideTheirsLabel', done: 'decidedTheirs' } as const;
const notTheirs = {
  says: 'not-theirs',
  word: 'decideNotTheirs',
  label: 'decideNotTheirsLabel',
  done: 'decidedNotTheirs',
} as const;

export function WorkAnswer({ work }: { work: Pick<WorkRow, 'id' | 'title'> }): JSX.Element | null {
  const shared = useShared();
  const [open, setOpen] = useState(false);
  const id = useId();
  const answer = shared?.view.answers.find(({ paper }) => paper === work.id);
  if (shared === null || answer === undefined) return null;
  const { answer: is } = answer;
  const lines = answer.lines.filter(isTold);
  const { view, paper, say } = shared;
  // The work on which the reader met the name says who is meant, so it can't be denied; nor can an author's only work.
  const mayDeny = is === 'maybe' || (is === 'theirs' && work.id !== paper && view.works.length > 1);
  const choices = [...(is === 'theirs' ? [] : [theirs]), ...(mayDeny ? [notTheirs] : [])];
  return (
    <div className={is === 'theirs' ? 'b-answer b-quiet' : 'b-answer'}>
      {choices.map(({ says, word, label, done }) => (
        <button
          key={says}
          type="button"
          className="b-say"
          data-guarded=""
          data-say={says}
          aria-disabled={view.privateWindow || undefined}
          aria-label={t(label, work.title)}
          title={view.privateWindow ? t('authorDecidePrivate') : undefined}
          onClick={() => say({ papers: [work.id], says, words: t(done, work.title) })}
        >
          {t(word)}
        </button>
      ))}
      {lines.length > 0 && (
        <button
          type="button"
          className="b-say b-why"
          aria-expanded={open}
          aria-controls={id}
          aria-label={t('whyLabel', work.title)}
          onClick={() => setOpen(!open)}
        >
          {t('why')}
        </button>
      )}
      {open && <Evidence id={id} lines={lines} />}
    </div>
  );
}

/** What speaks for and against, a line each. */
export function Evidence({ id, lines }: { id?: string; lines: readonly Line[] }): JSX.Element {
  return (
    <ul id={id} className="b-evidence">
      {lines.map((line, at) => (
        <li key={at} className={line.weight < 0 ? 'b-against' : ''}>
          {line.weight < 0 && <span className="b-hidden">{`${t('whyAgainst')} `}</span>}
          {lineWords(line)}
        </li>
      ))}
    </ul>
  );
}
