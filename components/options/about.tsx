// Version and licences.
import type { JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { Section } from './section.tsx';

export function About(): JSX.Element {
  return (
    <Section id="about" title={t('optionsAbout')}>
      <p>{t('optionsVersion', browser.runtime.getManifest().version)}</p>
      <p>{t('optionsLicence')}</p>
      <p>
        <a href="/THIRD-PARTY-NOTICES.txt">{t('optionsNotices')}</a>
      </p>
      <p>
        <a href="/welcome.html">{t('optionsWelcome')}</a>
      </p>
    </Section>
  );
}
