// How a card opens, with a title to try it on.
import type { JSX } from 'react';
import type { Settings } from '../../lib/settings/schema.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { modifiers, seconds, ways } from './opening-words.ts';
import { Sample } from './sample.tsx';
import { Section } from './section.tsx';
import type { SettingsState } from './use-settings.ts';

export function Opening({ state }: { state: SettingsState & { settings: Settings } }): JSX.Element {
  const { settings, change } = state;
  return (
    <Section id="opening" title={t('optionsOpening')} why={t('optionsOpeningWhy')} saved={state.saved}>
      <fieldset className="choices" aria-labelledby="opening">
        {ways.map(([way, words]) => (
          <label key={way} className="choice">
            <input type="radio" name="hover" checked={settings.hover === way} onChange={() => change({ hover: way })} />
            {t(words)}
          </label>
        ))}
      </fieldset>
      {settings.hover === 'modifier' && (
        <fieldset className="choices across">
          <legend>{t('optionsModifier')}</legend>
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
            value={settings.delay}
            aria-valuetext={t('optionsDelayValue', seconds(settings.delay))}
            onChange={(event) => change({ delay: event.target.valueAsNumber })}
          />
          <output htmlFor="delay">{t('optionsDelayValue', seconds(settings.delay))}</output>
        </p>
      )}
      <Sample settings={settings} />
    </Section>
  );
}
