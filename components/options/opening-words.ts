// The words of the settings on how a card opens.
import type { Settings } from '../../lib/settings/schema.ts';
import { language, type MessageKey } from '../../lib/i18n/i18n.ts';

export const ways = [
  ['rest', 'optionsHoverRest'],
  ['modifier', 'optionsHoverModifier'],
  ['click', 'optionsHoverClick'],
] as const satisfies readonly (readonly [Settings['hover'], MessageKey])[];

export const modifiers = [
  ['alt', 'optionsModifierAlt'],
  ['control', 'optionsModifierControl'],
  ['shift', 'optionsModifierShift'],
] as const satisfies readonly (readonly [Settings['modifier'], MessageKey])[];

/** "0.5", as the reader's language writes it. */
export const seconds = (milliseconds: number): string =>
  new Intl.NumberFormat(language(), { minimumFractionDigits: 1 }).format(milliseconds / 1000);
