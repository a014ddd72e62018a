// Our own sentence or two on the paper: as a rule all of it; what is longer than five lines, on demand.
import { useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../lib/words.ts';
import { usePaper } from './subject.tsx';

export function Summary() {
  const { view } = usePaper();
  const text = useRef<HTMLParagraphElement>(null);
  const [cut, setCut] = useState(false);
  const [open, setOpen] = useState(false);

  useLayoutEffect(() => {
    const paragraph = text.current;
    if (paragraph === null || open) return;
    setCut(paragraph.scrollHeight > paragraph.clientHeight + 1);
  }, [open, view.summary]);

  if (view.summary === null) return null;
  return (
    <div className="b-summary">
      <p ref={text} className={open ? '' : 'b-cut'}>
        <bdi>{view.summary}</bdi>
      </p>
      {(cut || open) && (
        <button type="button" className="b-link b-small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'cardSummaryLess' : 'cardSummaryMore')}
        </button>
      )}
    </div>
  );
}
