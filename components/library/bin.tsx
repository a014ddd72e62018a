// What was taken off the list in the last 30 days: put back, or forgotten for good.
import { useEffect, useState, type JSX } from 'react';
import { language, number, t, count } from '../../lib/i18n/i18n.ts';
import { whenWords } from '../../lib/i18n/when.ts';
import { ask } from '../../lib/messages/client.ts';
import type { Answer } from '../../lib/messages/contract.ts';
import { titleParts } from '../../lib/text/title-parts.ts';
import { followList } from '../../lib/messages/list-changed.ts';
import { Dots } from '../ui/dots.tsx';
import { sentenceOf } from '../ui/sentence.ts';
import { Title } from '../ui/title.tsx';
import { shortAuthors } from '../work/line.ts';

type Bin = Answer<'list.bin'>;
/** Rows at first, and with each press more. */
const PART = 100;

export function BinView({ now, onBack }: { now: number; onBack: () => void }): JSX.Element {
  const [bin, setBin] = useState<Bin | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [shown, setShown] = useState(PART);
  /** Emptying is for good: it is pressed twice. */
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    const read = (): void => void ask('list.bin', {}).then(setBin, (error: unknown) => setProblem(sentenceOf(error)));
    read();
    return followList(read);
  }, []);
  const act = (to: () => Promise<string>): void => {
    setProblem(null);
    to().then(setSaid, (error: unknown) => setProblem(sentenceOf(error)));
  };
  const putBack = (ids: string[]): void =>
    act(async () => count('listPutBackDone', (await ask('list.putBack', { ids })).ids.length));
  const forget = (ids: string[]): void => {
    setAsked(false);
    act(async () => count('listForgotDone', (await ask('list.forget', { ids })).gone));
  };
  const rows = bin?.rows ?? [];
  return (
    <section className="l-bin" aria-labelledby="bin-head">
      <div className="l-bin-head">
        <h2 id="bin-head">{t('listBin')}</h2>
        <button type="button" className="plain" onClick={onBack}>
          {t('listBinBack')}
        </button>
      </div>
      {bin !== null && <p className="l-note-line">{t('listBinWhy', number(bin.days))}</p>}
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      <output className={said === '' ? 'b-hidden' : 'l-note-line'}>{said}</output>
      {bin !== null && rows.length === 0 && <p className="l-empty">{t('listBinEmpty')}</p>}
      {rows.length > 0 && (
        <p className="l-buttons">
          <button type="button" className="b-btn" onClick={() => putBack(rows.map(({ id }) => id))}>
            {t('listPutBackAll')}
          </button>
          <button
            type="button"
            className="b-btn l-danger"
            onClick={() => (asked ? forget(rows.map(({ id }) => id)) : setAsked(true))}
          >
            {asked ? t('listForgetAllSure', number(rows.length)) : t('listForgetAll')}
          </button>
        </p>
      )}
      <ul className="l-bin-rows">
        {rows.slice(0, shown).map((row) => (
          <li key={row.id} className="l-bin-row">
            <span className="l-title">
              <Title parts={titleParts(row.title)} plain={row.title} />
            </span>
            <span className="l-below">
              <Dots
                parts={[
                  { key: 'who', words: shortAuthors(row.authors) },
                  { key: 'when', words: t('listRemovedAt', whenWords(row.removedAt, now, language())) },
                ].filter(({ words }) => words !== '')}
              />
            </span>
            <span className="l-end">
              <button
                type="button"
                className="b-btn"
                aria-label={t('listPutBackOne', row.title)}
                onClick={() => putBack([row.id])}
              >
                {t('listPutBack')}
              </button>
            </span>
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <button type="button" className="b-btn" onClick={() => setShown(shown + PART)}>
          {t('popupListMore')}
        </button>
      )}
    </section>
  );
}
