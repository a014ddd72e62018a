// The chosen fields: how far each is, what keeps them, and what can be done with them.
import type { JSX } from 'react';
import { categoryOf } from '../../lib/harvest/sets.ts';
import type { FieldsStatus } from '../../lib/harvest/views.ts';
import { failureText } from '../../lib/i18n/failures.ts';
import { count, language, number, t } from '../../lib/i18n/i18n.ts';
import { ask } from '../../lib/messages/client.ts';
import { bytesWords } from '../ui/bytes.ts';
import { fieldName } from './field-name.ts';
import type { FieldsState } from './use-fields.ts';

type Field = FieldsStatus['fields'][number];

export interface ChosenProps {
  fields: FieldsState;
  status: FieldsStatus;
  shown: readonly Field[];
  readOnly: boolean;
}

export function Chosen({ fields, status, shown, readOnly }: ChosenProps): JSX.Element {
  const { removing, undo } = fields;
  return (
    <div className="fields-chosen">
      <ul>
        {shown.map((field) => (
          <Line key={field.set} field={field} fields={fields} readOnly={readOnly} />
        ))}
      </ul>
      <output className="done">
        {removing.length > 0 && (
          <>
            {t('fieldsRemoved', removing.map(fieldName).join(', '))}{' '}
            <button type="button" className="b-link" onClick={undo}>
              {t('optionsUndo')}
            </button>
          </>
        )}
      </output>
      <Progress fields={fields} status={status} readOnly={readOnly} />
    </div>
  );
}

function Line({ field, fields, readOnly }: { field: Field; fields: FieldsState; readOnly: boolean }): JSX.Element {
  const { set, done, days, papers, current } = field;
  const name = fieldName(set);
  const isDone = done >= days;
  return (
    <li>
      <div className="fields-line">
        <strong>
          {name} <span className="fields-id">{categoryOf(set)}</span>
        </strong>
        <span className="why">
          {isDone
            ? count('fieldsPapers', papers)
            : t('fieldsDays', count('fieldsPapers', papers), number(done), number(days))}
        </span>
        {!isDone && (
          <progress value={done} max={days} aria-label={t('fieldsProgressOf', name)} className="fields-progress" />
        )}
      </div>
      {!readOnly && (
        <div className="fields-acts">
          <label>
            <input
              type="checkbox"
              checked={current}
              onChange={(event) => {
                const on = event.target.checked;
                void fields.change(() => ask('fields.current', { sets: [set], on }));
              }}
            />{' '}
            {t('fieldsCurrent')}
          </label>
          <button
            type="button"
            className="b-link"
            aria-label={t('packsRemoveLabel', name)}
            onClick={() => fields.remove(set)}
          >
            {t('packsRemove')}
          </button>
        </div>
      )}
    </li>
  );
}

const timeOf = (at: number): string =>
  new Intl.DateTimeFormat(language(), { hour: 'numeric', minute: '2-digit' }).format(at);

function Progress({ fields, status, readOnly }: Omit<ChosenProps, 'shown'>): JSX.Element {
  const { state, until, problem, papers, bytes } = status;
  const total = t('fieldsTotal', count('fieldsPapers', papers), bytesWords(bytes, language()));
  const act = (words: string, name: 'fields.pause' | 'fields.resume'): JSX.Element => (
    <button type="button" className="b-btn" onClick={() => void fields.change(() => ask(name, {}))}>
      {words}
    </button>
  );
  return (
    <div className="fields-state">
      <p>
        {state === 'working' && t('fieldsWorking')}
        {state === 'waiting' && (until === null ? t('fieldsWaiting') : t('fieldsWaitingUntil', timeOf(until)))}
        {state === 'paused' && t('fieldsPaused')}
        {state === 'done' && t('fieldsDone')} {papers > 0 && <span className="why">{total}</span>}
      </p>
      {problem !== null && state !== 'done' && <p className="why">{failureText(problem)}</p>}
      {!readOnly && (state === 'working' || state === 'waiting') && act(t('fieldsPause'), 'fields.pause')}
      {!readOnly && state === 'paused' && act(t('fieldsResume'), 'fields.resume')}
    </div>
  );
}
