// The options page: its parts one below the other; everything is saved as it is changed.
import { useEffect, type JSX } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { Fields } from '../fields/fields.tsx';
import { FromLibrary } from '../from-library/from-library.tsx';
import { Icon } from '../ui/icons.tsx';
import { About } from './about.tsx';
import { KeysSection } from './keys.tsx';
import { Opening } from './opening.tsx';
import { OwnData } from './own-data/own-data.tsx';
import { Packs } from './packs/packs.tsx';
import { Section } from './section.tsx';
import { Sites } from './sites.tsx';
import { NothingSent, Stored } from './stored.tsx';
import { useSettings } from './use-settings.ts';

const parts = [
  ['opening', 'optionsOpening'],
  ['sites', 'optionsSites'],
  ['fields', 'fieldsTitle'],
  ['library', 'exportTitle'],
  ['packs', 'packsTitle'],
  ['own-data', 'ownTitle'],
  ['stored', 'optionsStored'],
  ['nothing-sent', 'optionsNothingSent'],
  ['keys', 'optionsKeys'],
  ['about', 'optionsAbout'],
] as const;

export function Options(): JSX.Element {
  const state = useSettings();
  const { settings, problem } = state;
  // What is above the part that a link names comes with the settings; only then is its place known.
  const isWhole = settings !== null || problem !== null;
  useEffect(() => {
    if (!isWhole || location.hash === '') return;
    const heading = document.querySelector<HTMLElement>(`#${CSS.escape(location.hash.slice(1))}`);
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView();
  }, [isWhole]);
  return (
    <div className="options">
      <header className="options-side">
        <h1 className="brand">
          <Icon name="byline" />
          {t('optionsTitle')}
        </h1>
        <nav aria-label={t('optionsTitle')}>
          <ul>
            {parts.map(([id, words]) => (
              <li key={id}>
                <a href={`#${id}`}>{t(words)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main>
        {problem !== null && (
          <p role="alert" className="problem">
            {problem}
          </p>
        )}
        {settings === null ? (
          <>
            <Waiting id="opening" title={t('optionsOpening')} why={t('optionsOpeningWhy')} reading={problem === null} />
            <Waiting id="sites" title={t('optionsSites')} why={t('optionsSitesWhy')} reading={problem === null} />
          </>
        ) : (
          <>
            <Opening state={{ ...state, settings }} />
            <Sites state={{ ...state, settings }} />
          </>
        )}
        <Section id="fields" title={t('fieldsTitle')} why={t('fieldsWhy')}>
          <Fields />
        </Section>
        <Section id="library" title={t('exportTitle')} why={t('exportWhy')}>
          <FromLibrary />
        </Section>
        <Packs network={state.managed.network} />
        <OwnData state={state} />
        <Stored />
        <NothingSent />
        <KeysSection />
        <About />
      </main>
    </div>
  );
}

/** A part whose settings are being read, or could not be. Chromium takes seconds for the first look at its policies. */
function Waiting(props: { id: string; title: string; why: string; reading: boolean }): JSX.Element {
  return (
    <Section id={props.id} title={props.title} why={props.why}>
      {props.reading && <output className="why">{t('optionsReading')}</output>}
    </Section>
  );
}
