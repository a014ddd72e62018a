// How much is stored, the way to rebuild the catalog, and what is sent.
import { useEffect, useState, type JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { ask } from '../../lib/messages/client.ts';
import type { Answer } from '../../lib/messages/contract.ts';
import { count, language, list, number, t } from '../../lib/i18n/i18n.ts';
import { failureText } from '../../lib/i18n/failures.ts';
import { sentenceOf } from '../ui/sentence.ts';
import { bytesWords } from '../ui/bytes.ts';
import { Section } from './section.tsx';

type Summary = Answer<'stored.summary'>;

export function Stored(): JSX.Element {
  const [summary, setSummary] = useState<Summary | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    ask('stored.summary', {})
      .then((answer) => {
        setSummary(answer);
        setProblem(null);
      })
      .catch((error: unknown) => setProblem(sentenceOf(error)));
  }, [round]);

  const catalog = summary?.catalog.problem ?? null;
  const said = problem ?? (catalog === null ? null : failureText(catalog));
  return (
    <Section id="stored" title={t('optionsStored')} why={t('optionsStoredWhy')}>
      {summary !== null && <Facts summary={summary} />}
      {said !== null && (
        <p role="alert" className="problem">
          {said}
        </p>
      )}
      <Rebuild onDone={() => setRound((before) => before + 1)} />
    </Section>
  );
}

function Facts({ summary }: { summary: Summary }): JSX.Element {
  return (
    <dl className="facts">
      <dt>{t('optionsEntries')}</dt>
      <dd>{summary.entries === null ? t('optionsUncounted') : count('optionsEntries', summary.entries)}</dd>
      {summary.follows !== 0 && (
        <>
          <dt>{t('optionsFollows')}</dt>
          <dd>{summary.follows === null ? t('optionsUncounted') : number(summary.follows)}</dd>
        </>
      )}
      <dt>{t('optionsBytes')}</dt>
      <dd>
        {summary.bytes === null
          ? t('optionsBytesUnknown')
          : t('optionsBytesValue', bytesWords(summary.bytes, language()))}
      </dd>
    </dl>
  );
}

function Rebuild({ onDone }: { onDone: () => void }): JSX.Element {
  const [state, setState] = useState<
    'rest' | 'busy' | { papers: number; lost: readonly string[] } | { problem: string }
  >('rest');
  const rebuild = async (): Promise<void> => {
    setState('busy');
    try {
      setState(await ask('catalog.rebuild', {}));
    } catch (error) {
      setState({ problem: sentenceOf(error) });
    }
    onDone();
  };
  const words =
    state === 'rest'
      ? ''
      : state === 'busy'
        ? t('optionsRebuilding')
        : 'papers' in state
          ? rebuiltWords(state)
          : state.problem;
  return (
    <div className="rebuild">
      <button
        type="button"
        className="b-btn"
        aria-disabled={state === 'busy'}
        onClick={() => state === 'busy' || void rebuild()}
      >
        {t('optionsRebuild')}
      </button>
      {state === 'busy' && <progress aria-label={t('optionsRebuilding')} />}
      <output>{words}</output>
      <p className="why">{t('optionsRebuildWhy')}</p>
    </div>
  );
}

const rebuiltWords = ({ papers, lost }: { papers: number; lost: readonly string[] }): string =>
  [count('optionsRebuilt', papers), ...(lost.length === 0 ? [] : [t('optionsRebuiltLost', list(lost))])].join(' ');

export function NothingSent(): JSX.Element {
  return (
    <Section id="nothing-sent" title={t('optionsNothingSent')}>
      <p>{t('optionsNothingSent1')}</p>
      <p>{t('optionsNothingSent2')}</p>
      <p>{t('optionsNothingSent3')}</p>
      <p>
        <a href={browser.runtime.getURL('/sent.html')} target="_blank" rel="noreferrer">
          {t('sentTitle')}
        </a>
      </p>
    </Section>
  );
}
