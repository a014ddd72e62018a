// What was asked of the network, the newest first: time, host, what for, how much came, which answer.
import { useCallback, useEffect, useState, type JSX } from 'react';
import { Failure } from '../../lib/failures/failure.ts';
import { categoryOf } from '../../lib/harvest/sets.ts';
import type { SentRequest } from '../../lib/harvest/sent-log.ts';
import { failureText } from '../../lib/i18n/failures.ts';
import { count, language, t } from '../../lib/i18n/i18n.ts';
import { ask } from '../../lib/messages/client.ts';
import type { Answer } from '../../lib/messages/contract.ts';
import { hearChanges } from '../../lib/packs/importer-channel.ts';
import { bytesWords } from '../ui/bytes.ts';
import { Icon } from '../ui/icons.tsx';
import { sentenceOf } from '../ui/sentence.ts';

/** Requests of one look. */
const AT_ONCE = 100;

const timeOf = (at: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
/** A day as the log has it, "2026-11-30". */
const dayOf = (day: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`));

function wordsFor({ kind, name, from, until }: SentRequest['what']): string {
  if (kind === 'feed') return t('sentFeed', name);
  if (kind === 'download') return t('sentDownload', name);
  if (kind === 'zotero') return t(name === 'items' ? 'sentZoteroItems' : 'sentZoteroLibrary');
  const field = categoryOf(name);
  return from === null || until === null ? field : t('sentField', field, dayOf(from), dayOf(until));
}

function answerWords({ answer, host }: SentRequest): string {
  if (answer === null) return t('sentOpen');
  if (typeof answer === 'number') return String(answer);
  const failure = Failure.safeParse({ code: answer, args: [host] });
  return failure.success ? failureText(failure.data) : t('sentFailed');
}

export function Sent(): JSX.Element {
  const [log, setLog] = useState<Answer<'sent.log'> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [limit, setLimit] = useState(AT_ONCE);
  const look = useCallback(async (): Promise<void> => {
    try {
      setLog(await ask('sent.log', { limit }));
      setProblem(null);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  }, [limit]);
  useEffect(() => {
    void look();
    return hearChanges(() => void look());
  }, [look]);
  return (
    <main className="sent">
      <h1 className="brand">
        <Icon name="byline" />
        {t('sentTitle')}
      </h1>
      <p className="why">{t('sentWhy')}</p>
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      {log !== null && log.total === 0 && <p className="sent-nothing">{t('sentNothing')}</p>}
      {log !== null && log.total > 0 && (
        <>
          <p role="status">{count('sentToday', log.today)}</p>
          <div className="sent-table">
            <table>
              <thead>
                <tr>
                  {(['sentTime', 'sentHost', 'sentFor', 'sentBytes', 'sentAnswer'] as const).map((words) => (
                    <th key={words} scope="col">
                      {t(words)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {log.rows.map((row) => (
                  <tr key={row.id}>
                    <td>
                      <time dateTime={new Date(row.at).toISOString()}>{timeOf(row.at)}</time>
                    </td>
                    <td>{row.host}</td>
                    <td>
                      <bdi>{wordsFor(row.what)}</bdi>
                    </td>
                    <td className="sent-bytes">{row.bytes === 0 ? '' : bytesWords(row.bytes, language())}</td>
                    <td>{answerWords(row)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {log.rows.length < log.total && limit < 500 && (
            <button type="button" className="b-btn" onClick={() => setLimit(Math.min(500, limit + AT_ONCE))}>
              {t('sentMore')}
            </button>
          )}
        </>
      )}
    </main>
  );
}
