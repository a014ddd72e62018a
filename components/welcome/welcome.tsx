// Shown once, at install: what Byline does, shown on a listing where it really runs.
import { useEffect, useState, type JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { failureText } from '../../lib/i18n/failures.ts';
import { count, t } from '../../lib/i18n/i18n.ts';
import { Fields } from '../fields/fields.tsx';
import { FromLibrary } from '../from-library/from-library.tsx';
import { AllSites } from '../ui/all-sites.tsx';
import { Icon } from '../ui/icons.tsx';
import { Keys } from '../ui/keys.tsx';
import { useCatalog } from '../ui/use-catalog.ts';
import { useSites } from '../ui/use-sites.ts';
import { Listing } from './listing.tsx';

const steps = [
  ['welcomeStepMark', 'welcomeStepMarkHow'],
  ['welcomeStepCard', 'welcomeStepCardHow'],
  ['welcomeStepSave', 'welcomeStepSaveHow'],
] as const;

const cardKeys = [
  ['c', 'welcomeKeyCode'],
  ['s', 'welcomeKeySave'],
  ['y', 'welcomeKeyCite'],
  ['1–9', 'welcomeKeyAuthors'],
  ['Esc', 'welcomeKeyClose'],
] as const;

export function Welcome({ onReady }: { onReady: () => void }): JSX.Element {
  const catalog = useCatalog();
  const ready = catalog?.ready === true;
  // The page script starts when there is something to find; it does no harm when it starts twice.
  useEffect(() => {
    if (ready) onReady();
  }, [ready, onReady]);

  return (
    <div className="welcome">
      <header>
        <div className="top">
          <h1 className="brand">
            <Icon name="byline" />
            {t('extName')}
          </h1>
          <a className="b-btn b-primary" href="https://arxiv.org/list/cs.LG/recent">
            {t('welcomeGo')}
          </a>
        </div>
        <p className="sentence">{t('welcomeSentence')}</p>
        <p className="lead">{t('welcomeWorks')}</p>
      </header>
      <main>
        <Listing />
        <output className="waiting">
          {catalog === null || ready
            ? ''
            : catalog.problem === null
              ? t('welcomePreparing')
              : t('welcomeNotReady', failureText(catalog.problem))}
        </output>
        <ol className="steps">
          {steps.map(([title, how]) => (
            <li key={title}>
              <h2>{t(title)}</h2>
              <p>{t(how)}</p>
            </li>
          ))}
          <li>
            <h2>{catalog === null || !ready ? t('welcomeFields') : count('welcomeStepFields', catalog.papers)}</h2>
            <p>{t('welcomeStepFieldsHow')}</p>
            <a className="b-btn" href="#start">
              {t('welcomeFields')}
            </a>
          </li>
        </ol>
        <div className="start">
          <section aria-labelledby="start">
            <h2 id="start" tabIndex={-1}>
              {t('fieldsTitle')}
            </h2>
            <p className="start-why">{t('fieldsWhy')}</p>
            <Fields />
          </section>
          <section aria-labelledby="start-library">
            <h2 id="start-library">{t('exportTitle')}</h2>
            <p className="start-why">{t('exportWhy')}</p>
            <FromLibrary />
          </section>
          <section aria-labelledby="start-code">
            <h2 id="start-code">{t('welcomeCode')}</h2>
            <p className="start-why">{t('welcomeCodeHow')}</p>
            <a className="b-btn" href={browser.runtime.getURL('/options.html#packs')}>
              {t('welcomeCodeGet')}
            </a>
          </section>
        </div>
        <WhereItRuns />
        <div className="more">
          <KeysPart />
          <Part title={t('welcomePrivacy')} words={t('welcomePrivacyHow')} />
          <Part title={t('welcomePin')} words={t('welcomePinHow')} />
        </div>
      </main>
      <footer>
        <button type="button" className="b-link" onClick={() => void browser.runtime.openOptionsPage()}>
          {t('welcomeOptions')}
        </button>
      </footer>
    </div>
  );
}

function WhereItRuns(): JSX.Element {
  const { list, look } = useSites();
  return (
    <section className="where" aria-labelledby="where">
      <div>
        <h2 id="where">{t('welcomeSites')}</h2>
        {list !== null && <p>{count('welcomeSitesHow', list.sites.filter(({ atInstall }) => atInstall).length)}</p>}
      </div>
      {list !== null && <AllSites list={list} look={look} />}
    </section>
  );
}

function Part({ title, words }: { title: string; words: string }): JSX.Element {
  return (
    <section>
      <h2>{title}</h2>
      <p>{words}</p>
    </section>
  );
}

function KeysPart(): JSX.Element {
  const [commands, setCommands] = useState<{ description: string; shortcut: string }[]>([]);
  useEffect(() => {
    browser.commands.getAll().then(
      (all) =>
        setCommands(
          all
            .filter((command) => command.name !== '_execute_action')
            .map(({ description = '', shortcut = '' }) => ({ description, shortcut }))
            .filter(({ shortcut }) => shortcut !== ''),
        ),
      () => setCommands([]),
    );
  }, []);
  return (
    <section>
      <h2>{t('welcomeKeys')}</h2>
      <dl>
        {commands.map(({ description, shortcut }) => (
          <div key={description}>
            <dt>{description}</dt>
            <dd>
              <Keys of={shortcut} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('welcomeKeysCard')}</dt>
          <dd className="card-keys">
            {cardKeys.map(([key, words]) => (
              <span key={key}>
                <Keys of={key} /> {t(words)}
              </span>
            ))}
          </dd>
        </div>
      </dl>
    </section>
  );
}
