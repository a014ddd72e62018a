// A paper or a person in place of the popup's lists: the same card as on pages, with a way back.
import { useEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import type { CardSubject } from '../../lib/card/port.ts';
import { ask } from '../../lib/messages/client.ts';
import { t } from '../../lib/words.ts';
import { CardStack } from '../card/card-stack.tsx';
import { Facts } from '../card/facts.ts';
import { Icon } from '../ui/icons.tsx';

export function Detail({ subject, onBack }: { subject: CardSubject; onBack: () => void }): JSX.Element {
  const [facts] = useState(() => new Facts(ask));
  const pane = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    // The card takes what it can (a menu to close, a level to leave); the rest leads back to the list.
    const inField = event.target instanceof Element && event.target.matches('input, textarea, select');
    if (event.defaultPrevented || !(event.key === 'Escape' || (event.key === 'Backspace' && !inField))) return;
    event.preventDefault();
    onBack();
  };
  useEffect(() => pane.current?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true }), []);

  return (
    // Listens for the key that the button above the card stands for.
    <div className="popup-detail" ref={pane} onKeyDown={onKeyDown}>
      <p className="detail-back">
        <button type="button" className="plain" onClick={onBack}>
          <Icon name="back" /> {t('popupBack')}
        </button>
      </p>
      <CardStack subject={subject} facts={facts} />
    </div>
  );
}
