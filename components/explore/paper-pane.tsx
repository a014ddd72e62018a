// A paper's card beside the page; the focus goes into it, and back to where it came from when it is closed.
import { useEffect, useRef, type JSX } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import type { Facts } from '../card/card-data.ts';
import { CardStack } from '../card/card-stack.tsx';

export function PaperPane({
  paper,
  facts,
  onClose,
}: {
  paper: string;
  facts: Facts;
  onClose: () => void;
}): JSX.Element {
  const cameFrom = useRef<Element | null>(null);
  useEffect(() => {
    cameFrom.current = document.activeElement;
  }, []);
  const close = (): void => {
    onClose();
    const row = document.querySelector<HTMLElement>(`[data-work="${CSS.escape(paper)}"]`);
    requestAnimationFrame(() => row?.focus({ preventScroll: true }));
  };
  return (
    <aside className="x-pane" aria-label={t('explorePaper')}>
      <CardStack
        subject={{ kind: 'papers', ids: [paper], via: '', confidence: 1 }}
        facts={facts}
        onClose={close}
        focus
      />
    </aside>
  );
}
