// Version and licences.
import type { JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { Section } from './section.tsx';

/** What is built in, with the licence that each names in its package. */
const libraries = [
  ['React', 'MIT'],
  ['Dexie', 'Apache-2.0'],
  ['Zod', 'MIT'],
  ['Temml', 'MIT'],
  ['MiniSearch', 'MIT'],
  ['Floating UI', 'MIT'],
  ['webextension-polyfill', 'MPL-2.0'],
] as const;

export function About(): JSX.Element {
  return (
    <Section id="about" title={t('optionsAbout')}>
      <p>{t('optionsVersion', browser.runtime.getManifest().version)}</p>
      <p>{t('optionsLicence')}</p>
      <ul className="hosts">
        {libraries.map(([name, licence]) => (
          <li key={name}>
            {name} <span className="quiet">{licence}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href="/welcome.html">{t('optionsWelcome')}</a>
      </p>
    </Section>
  );
}
