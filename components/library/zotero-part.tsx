// Zotero on this machine: papers of the list into it, and which of them it has. Nothing is asked of it before a press, and
// before the browser's own question about this machine's address.
import { useState, type JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { count, number, t, type MessageKey } from '../../lib/i18n/i18n.ts';
import { ask } from '../../lib/messages/client.ts';
import { LOCAL_APPS } from '../../lib/sites/local-apps.ts';
import type { ListPageRow } from '../../lib/views/schema.ts';
import {
  itemsOfZotero,
  sendToZotero,
  ZoteroError,
  type ZoteroPorts,
  type ZoteroProblem,
} from '../../lib/zotero/client.ts';
import { zoteroItem } from '../../lib/zotero/item.ts';
import { thereInZotero } from '../../lib/zotero/there.ts';
import { sentenceOf } from '../ui/sentence.ts';
import { listedPaper } from './listed-paper.ts';
import { wholeEntries } from './whole-entries.ts';

const problems: Readonly<Record<ZoteroProblem, MessageKey>> = {
  closed: 'zoteroClosed',
  off: 'zoteroOff',
  locked: 'zoteroLocked',
  old: 'zoteroOld',
  odd: 'zoteroOdd',
  large: 'zoteroLarge',
};

const ports: ZoteroPorts = {
  fetch: (address, init) => fetch(address, init),
  log: async (zotero) => {
    const { id } = await ask('sent.note', { zotero });
    return async (end) => {
      // What was asked is written; that its end is not must not hide what came.
      await ask('sent.over', { id, ...end }).catch(() => null);
    };
  },
  session: () => crypto.randomUUID(),
};

export function ZoteroPart(props: {
  /** The papers to send, or to look for. */
  rows: readonly ListPageRow[];
  onSelect: (ids: readonly string[]) => void;
}): JSX.Element {
  const { rows, onSelect } = props;
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [missing, setMissing] = useState<readonly string[]>([]);

  const run = async (work: () => Promise<string>): Promise<void> => {
    if (busy !== null) return;
    setSaid('');
    setProblem(null);
    setMissing([]);
    // First thing in the press, nothing awaited before it: browsers grant only to a press.
    const granted = browser.permissions.request({ origins: [LOCAL_APPS] });
    setBusy(t('zoteroAsking'));
    try {
      if (await granted) setSaid(await work());
      else setProblem(t('zoteroNotAllowed'));
    } catch (error) {
      setProblem(error instanceof ZoteroError ? t(problems[error.problem]) : sentenceOf(error));
    } finally {
      setBusy(null);
    }
  };
  const send = (): Promise<void> =>
    run(async () => {
      const entries = await wholeEntries(
        rows.map(({ id }) => id),
        () => undefined,
        () => false,
      );
      const items = (entries ?? []).map((entry, at) => zoteroItem(listedPaper(entry), at));
      await sendToZotero(ports, items, (sent) => setBusy(t('zoteroSending', number(sent), number(items.length))));
      return count('zoteroSent', items.length);
    });
  const look = (): Promise<void> =>
    run(async () => {
      const known = await itemsOfZotero(ports, (read) => setBusy(count('zoteroReading', read)));
      const there = thereInZotero(rows, known);
      setMissing(rows.flatMap(({ id }) => (there.has(id) ? [] : [id])));
      return t('zoteroHas', number(there.size), number(rows.length));
    });
  return (
    <div className="l-zotero">
      <p className="l-buttons">
        <button
          type="button"
          className="b-btn"
          aria-disabled={busy !== null || rows.length === 0}
          onClick={() => rows.length > 0 && void send()}
        >
          {t('zoteroSend')}
        </button>
        <button
          type="button"
          className="plain"
          aria-disabled={busy !== null || rows.length === 0}
          onClick={() => rows.length > 0 && void look()}
        >
          {t('zoteroLook')}
        </button>
      </p>
      <p className="l-dates">{t('zoteroWhy')}</p>
      <output>
        {busy ?? said}{' '}
        {missing.length > 0 && missing.length < rows.length && (
          <button type="button" className="plain" onClick={() => onSelect(missing)}>
            {count('zoteroSelect', missing.length)}
          </button>
        )}
      </output>
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </div>
  );
}
