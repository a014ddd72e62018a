// One import: how far it is, what it passed over, and the way to stop it. What it says aloud changes only with its
// state: a progress bar is there for who wants the figure.
import { useState, type JSX } from 'react';
import { ask } from '../../../lib/messages/client.ts';
import { count, language, t } from '../../../lib/i18n/i18n.ts';
import { failureText } from '../../../lib/i18n/failures.ts';
import { sentenceOf } from '../../ui/sentence.ts';
import { RefusedRows } from './refused-rows.tsx';
import { roughly } from './time-left.ts';
import { isOpen, type Job } from './use-packs.ts';

const percent = (progress: number): string =>
  new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 0 }).format(progress);

function timeWords(seconds: number): string {
  const { amount, unit } = roughly(seconds);
  const words = new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'short' }).format(amount);
  return t('packsTimeLeft', words);
}

const stateWords = (job: Job): string =>
  ({
    recognising: t('packsRecognising'),
    proposed: t('packsRecognising'),
    waiting: t('packsWaiting'),
    reading: t('packsReading'),
    merging: t('packsMerging'),
    done: count('packsDone', job.papers),
    failed: failureText(job.problem ?? { code: 'import-failed', args: [] }),
  })[job.state];

export function JobLine({ job, left, look }: { job: Job; left: number | null; look: () => void }): JSX.Element {
  const [problem, setProblem] = useState<string | null>(null);
  const open = isOpen(job);
  const running = job.state === 'reading' || job.state === 'merging';
  const name = `job-${job.id}`;
  const end = async (): Promise<void> => {
    try {
      await ask('packs.cancel', { job: job.id });
      setProblem(null);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    look();
  };
  return (
    <li className="job" data-state={job.state}>
      <div className="job-head">
        <strong id={name}>{job.name}</strong>
        {job.from !== job.name && <span className="quiet job-from">{job.from}</span>}
        <button
          type="button"
          className="b-btn"
          aria-label={t(open ? 'packsCancelLabel' : 'packsDismissLabel', job.name)}
          onClick={() => void end()}
        >
          {t(open ? 'packsCancel' : 'packsDismiss')}
        </button>
      </div>
      {running && (
        <div
          role="progressbar"
          aria-labelledby={name}
          aria-valuemin={0}
          aria-valuemax={100}
          {...(job.progress === null ? {} : { 'aria-valuenow': Math.round(job.progress * 100) })}
          aria-valuetext={job.progress === null ? stateWords(job) : `${stateWords(job)} ${percent(job.progress)}`}
          className="bar"
          data-known={job.progress !== null}
        >
          <span style={{ inlineSize: job.progress === null ? '100%' : `${job.progress * 100}%` }} />
        </div>
      )}
      <p className="job-facts">
        <span role="status" className={job.state === 'failed' ? 'problem' : ''}>
          {stateWords(job)}
        </span>
        {open && job.rows > 0 && <span>{count('packsRows', job.rows)}</span>}
        {running && job.progress !== null && <span>{percent(job.progress)}</span>}
        {running && left !== null && <span>{timeWords(left)}</span>}
        {open && job.refused > 0 && <span>{count('packsRefused', job.refused)}</span>}
      </p>
      {!open && job.refused > 0 && <RefusedRows job={job} />}
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </li>
  );
}
