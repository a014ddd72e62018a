// The sign on a card that there are keys: shows them, as the key ? does.
import { createContext, useContext } from 'react';
import { t } from '../../lib/i18n/i18n.ts';

/** Shows the keys or hides them; null where a card has no place for them. */
export const ToggleKeys = createContext<(() => void) | null>(null);

export function HelpButton() {
  const toggle = useContext(ToggleKeys);
  if (toggle === null) return null;
  return (
    <button type="button" className="b-help" aria-label={t('cardKeys')} title={t('cardKeysShow')} onClick={toggle}>
      ?
    </button>
  );
}
