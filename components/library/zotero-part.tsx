// Zotero on this machine: papers of the list into it, and which of them it has. Nothing is asked of it before a press, and
// before the browser's own question about this machine's address.
import { useEffect, useState, type JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { failureText } from '../../lib/i18n/failures.ts';
import { count, language, number, t } from '../../lib/i18n/i18n.ts';
import { whenWords } from '../../lib/i18n/when.ts';
import { ask } from '../../lib/messages/client.ts';
import { MAX_SENT_AT_ONCE } from '../../lib/messages/max-sent.ts';
import type { ZoteroView } from '../../lib/messages/zotero-messages.ts';
import { LOCAL_APPS } from '../../lib/sites/local-apps.ts';
import type { ListPageRow } from '../../lib/views/schema.ts';
import { sentenceOf } from '../ui/sentence.ts';
import { Switch } from '../ui/switch.tsx';

/** First thing in the press, nothing awaited before it: browsers grant only to a press. */
const allowed = (): Promise<boolean> => browser.permissions.request({ origins: [LOCAL_APPS] });

export function ZoteroPart(props: {
  /** The papers to send, or to look for. */
  rows: readonly ListPageRow[];
  onSelect: (ids: readonly string[]) => void;
}): JSX.Element {
  const { rows, onSelect } = props;
  const [view, setView] = useState<ZoteroView | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [opened] = useState(() => Date.now());
  /** The rows as they were before the last reading, until the list is read again. */
  const [old, setOld] = useState<readonly ListPageRow[] | null>(null);
  useEffect(() => {
    ask('zotero.state', {}).then(setView, (error: unknown) => setProblem(sentenceOf(error)));
  }, []);

  const run = async (may: Promise<boolean>, work: () => Promise<void>): Promise<void> => {
    setSaid('');
    setProblem(null);
    setBusy(t('zoteroAsking'));
    try {
      if (await may) await work();
      else setProblem(t('zoteroNotAllowed'));
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setBusy(null);
    }
  };
  const send = async (): Promise<void> => {
    const ids = rows.map(({ id }) => id);
    let sent = 0;
    for (let at = 0; at < ids.length; at += MAX_SENT_AT_ONCE) {
      sent += (await ask('zotero.send', { ids: ids.slice(at, at + MAX_SENT_AT_ONCE) })).sent;
      setBusy(t('zoteroSending', number(sent), number(ids.length)));
    }
    setSaid(count('zoteroSent', sent));
  };
  const read = async (): Promise<void> => {
    const next = await ask('zotero.read', {});
    setView(next);
    if (next.problem === null) setOld(rows);
    else setProblem(failureText({ code: next.problem, args: [] }));
  };
  const turn = (on: boolean): void =>
    void run(on ? allowed() : Promise.resolve(true), async () => {
      setView(await ask('zotero.set', { on }));
      if (on) await read();
    });
  const missing = rows.flatMap(({ id, inZotero }) => (inZotero === true ? [] : [id]));
  const readAt = view?.on === true && rows !== old ? view.readAt : null;
  return (
    <div className="l-zotero">
      <h3>{t('zoteroTitle')}</h3>
      <p className="l-buttons">
        <button
          type="button"
          className="b-btn"
          aria-disabled={busy !== null || rows.length === 0}
          onClick={() => busy === null && rows.length > 0 && void run(allowed(), send)}
        >
          {t('zoteroSend')}
        </button>
        <span className="l-dates">{t('zoteroWhere')}</span>
      </p>
      <Switch
        on={view?.on === true}
        label={t('zoteroMark')}
        words={t('zoteroMark')}
        disabled={view === null || busy !== null}
        onChange={turn}
      />
      <p className="l-dates">{t('zoteroWhy')}</p>
      {view?.on === true && (
        <p className="l-zotero-has">
          {readAt !== null &&
            t(
              'zoteroHas',
              number(rows.length - missing.length),
              number(rows.length),
              whenWords(readAt, Math.max(opened, readAt), language()),
            )}
          <button
            type="button"
            className="plain"
            aria-disabled={busy !== null}
            onClick={() => busy === null && void run(allowed(), read)}
          >
            {t('zoteroRead')}
          </button>
          {readAt !== null && missing.length > 0 && missing.length < rows.length && (
            <button type="button" className="plain" onClick={() => onSelect(missing)}>
              {count('zoteroSelect', missing.length)}
            </button>
          )}
        </p>
      )}
      <output>{busy ?? said}</output>
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </div>
  );
}
