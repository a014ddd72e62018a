// A paper or a person in place of the popup's lists: the same card as on pages, with a way back.
import { useEffect, useRef, useState, type JSX } from 'react';
import type { CardSubject } from '../../lib/page/act/card-port.ts';
import { ask } from '../../lib/messages/client.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { CardStack } from '../card/card-stack.tsx';
import { Facts } from '../card/card-data.ts';
import { Icon } from '../ui/icons.tsx';
import type { Look } from './chosen/look.ts';
import { ChosenPaper } from './chosen/paper.tsx';

export interface DetailProps {
  subject: CardSubject;
  onBack: () => void;
  /** In the side panel: how a paper is looked at, and what opens from there. */
  panel: { look: Look; onLook: (look: Look) => void; onOpen: (subject: CardSubject) => void } | null;
}

export function Detail({ subject, onBack, panel }: DetailProps): JSX.Element {
  const [facts] = useState(() => new Facts(ask));
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const target = (selector: string): HTMLElement | null | undefined => pane.current?.querySelector(selector);
    (target('[role=tab][aria-selected=true]') ?? target('[tabindex="-1"]'))?.focus({ preventScroll: true });
  }, [subject]);
  const [only] = subject.kind === 'papers' ? subject.ids : [];

  return (
    <div className="popup-detail" ref={pane}>
      <p className="detail-back">
        <button type="button" className="plain" onClick={onBack}>
          <Icon name="back" /> {t('popupBack')}
        </button>
      </p>
      {panel === null || only === undefined ? (
        <CardStack key={JSON.stringify(subject)} subject={subject} facts={facts} />
      ) : (
        <ChosenPaper key={only} paper={only} {...panel} />
      )}
    </div>
  );
}
