// Under a work of an author's name: say whose it is, and see why Byline says so.
import { useId, useState, type JSX } from 'react';
import { t } from '../../../lib/i18n/i18n.ts';
import type { WorkRow } from '../../../lib/views/schema.ts';
import { useShared } from './decisions.tsx';
import { isTold, lineWords } from './line-words.ts';

export function WorkAnswer({ work }: { work: Pick<WorkRow, 'id' | 'title'> }): JSX.Element | null {
  const shared = useShared();
  const [open, setOpen] = useState(false);
  const id = useId();
  const answer = shared?.view.answers.find(({ paper }) => paper === work.id);
  if (shared === null || answer === undefined) return null;
  const { answer: is } = answer;
  const lines = answer.lines.filter(isTold);
  const { view, paper, say } = shared;
  const fixed = view.privateWindow || undefined;
  // A name is met on this work: whoever wrote it is who the author is. Of a single work there is nobody else to be.
  const mayDeny = is === 'maybe' || (is === 'theirs' && work.id !== paper && view.works.length > 1);
  const title = view.privateWindow ? t('authorDecidePrivate') : undefined;
  return (
    <div className={is === 'theirs' ? 'b-answer b-quiet' : 'b-answer'}>
      {is !== 'theirs' && (
        <button
          type="button"
          className="b-say"
          data-guarded=""
          data-say="theirs"
          aria-disabled={fixed}
          aria-label={t('decideTheirsLabel', work.title)}
          title={title}
          onClick={() => say(work, 'theirs')}
        >
          {t('decideTheirs')}
        </button>
      )}
      {mayDeny && (
        <button
          type="button"
          className="b-say"
          data-guarded=""
          data-say="not-theirs"
          aria-disabled={fixed}
          aria-label={t('decideNotTheirsLabel', work.title)}
          title={title}
          onClick={() => say(work, 'not-theirs')}
        >
          {t('decideNotTheirs')}
        </button>
      )}
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
      {open && (
        <ul id={id} className="b-evidence">
          {lines.map((line, at) => (
            <li key={at} className={line.weight < 0 ? 'b-against' : ''}>
              {line.weight < 0 && <span className="b-hidden">{`${t('whyAgainst')} `}</span>}
              {lineWords(line)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
