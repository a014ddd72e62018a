// A title to try the settings on: it opens a small card as a real mark would, and no sooner.
import { useEffect, useRef, useState, type JSX, type PointerEvent } from 'react';
import type { Settings } from '../../lib/settings/schema.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { Icon } from '../ui/icons.tsx';
import { modifiers, seconds } from './opening-words.ts';

const held = (event: { altKey: boolean; ctrlKey: boolean; shiftKey: boolean }, key: Settings['modifier']): boolean =>
  key === 'alt' ? event.altKey : key === 'control' ? event.ctrlKey : event.shiftKey;

/** Milliseconds that a card stays after the pointer has left, as on pages. */
const STAY = 300;

export function Sample({ settings }: { settings: Settings }): JSX.Element {
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = (opens: boolean, milliseconds: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(opens), milliseconds);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  const rest = (event: PointerEvent): void => {
    if (settings.hover === 'click') return;
    if (settings.hover === 'modifier' && !held(event, settings.modifier)) return;
    if (!open) later(true, settings.delay);
  };
  const modifierWords = modifiers.find(([key]) => key === settings.modifier)?.[1] ?? 'optionsModifierAlt';
  const hint = {
    rest: t('optionsTryHintRest'),
    modifier: t('optionsTryHintModifier', t(modifierWords)),
    click: t('optionsTryHintClick'),
  }[settings.hover];

  return (
    <div className="sample">
      <h3>{t('optionsTry')}</h3>
      {/* Only the pointer rests; the pill is the way for keys. */}
      <p className="sample-line" onPointerLeave={() => later(false, STAY)}>
        <span className="sample-title" onPointerMove={rest}>
          {t('optionsTryPaper')}
        </span>
        <button
          type="button"
          className="sample-pill"
          aria-label={t('optionsTryPill')}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name="code" />
        </button>
      </p>
      <p className="why">{hint}</p>
      <output className="sample-card" data-open={open}>
        {open && (settings.hover === 'click' ? t('optionsTryClickCard') : t('optionsTryCard', seconds(settings.delay)))}
      </output>
    </div>
  );
}
