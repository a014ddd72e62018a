// A paper or a person in place of the popup's lists: the same card as on pages, with a way back.
import { useEffect, useRef, useState, type JSX } from 'react';
import type { CardSubject } from '../../lib/page/act/card-port.ts';
import { ask } from '../../lib/messages/client.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { CardStack } from '../card/card-stack.tsx';
import { Facts } from '../card/card-data.ts';
import { Icon } from '../ui/icons.tsx';

export function Detail({ subject, onBack }: { subject: CardSubject; onBack: () => void }): JSX.Element {
  const [facts] = useState(() => new Facts(ask));
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => pane.current?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true }), []);

  return (
    <div className="popup-detail" ref={pane}>
      <p className="detail-back">
        <button type="button" className="plain" onClick={onBack}>
          <Icon name="back" /> {t('popupBack')}
        </button>
      </p>
      <CardStack subject={subject} facts={facts} />
    </div>
  );
}
