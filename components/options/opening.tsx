// How a card opens, with a title to try it on.
import type { JSX } from 'react';
import type { Fixable, Settings } from '../../lib/settings/schema.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { Switch } from '../ui/switch.tsx';
import { modifiers, seconds, ways } from './opening-words.ts';
import { Sample } from './sample.tsx';
import { Section } from './section.tsx';
import type { SettingsState } from './use-settings.ts';

export function Opening({ state }: { state: SettingsState & { settings: Settings } }): JSX.Element {
  const { settings, managed, change } = state;
  const isFixed = (setting: Fixable): boolean => managed.fixed.includes(setting);
  return (
    <Section id="opening" title={t('optionsOpening')} why={t('optionsOpeningWhy')} saved={state.saved}>
      <fieldset className="choices" aria-labelledby="opening" disabled={isFixed('hover')}>
        {isFixed('hover') && <ByInstitution />}
        {ways.map(([way, words]) => (
          <label key={way} className="choice">
            <input type="radio" name="hover" checked={settings.hover === way} onChange={() => change({ hover: way })} />
            {t(words)}
          </label>
        ))}
      </fieldset>
      {settings.hover === 'modifier' && (
        <fieldset className="choices across" disabled={isFixed('modifier')}>
          <legend>{t('optionsModifier')}</legend>
          {isFixed('modifier') && <ByInstitution />}
          {modifiers.map(([key, words]) => (
            <label key={key} className="choice">
              <input
                type="radio"
                name="modifier"
                checked={settings.modifier === key}
                onChange={() => change({ modifier: key })}
              />
              {t(words)}
            </label>
          ))}
        </fieldset>
      )}
      {settings.hover !== 'click' && (
        <p className="slider">
          <label htmlFor="delay">{t('optionsDelay')}</label>
          <input
            id="delay"
            type="range"
            min={200}
            max={2000}
            step={100}
            disabled={isFixed('delay')}
            value={settings.delay}
            aria-valuetext={t('optionsDelayValue', seconds(settings.delay))}
            onChange={(event) => change({ delay: event.target.valueAsNumber })}
          />
          <output htmlFor="delay">{t('optionsDelayValue', seconds(settings.delay))}</output>
          {isFixed('delay') && <ByInstitution />}
        </p>
      )}
      <Sample settings={settings} />
      <Switch
        on={settings.citations}
        label={t('optionsCitations')}
        words={t('optionsCitations')}
        onChange={(citations) => change({ citations })}
      />
    </Section>
  );
}

/** Why a setting can't be changed. */
function ByInstitution(): JSX.Element {
  return <span className="why">{t('optionsManaged')}</span>;
}
