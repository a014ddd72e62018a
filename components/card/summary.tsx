// Our own sentence or two on the paper, or the abstract as a page of the paper prints it, with that page's name. What is
// longer than five lines, on demand; where there are both, the abstract too.
import { useContext, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { Title } from '../ui/title.tsx';
import type { TitlePart } from '../../lib/text/title-parts.ts';
import { Roomy } from './roomy.ts';
import { usePaper } from './subject.tsx';

export function Summary() {
  const { view } = usePaper();
  const [asked, setAsked] = useState(useContext(Roomy));
  const { summary, abstract } = view;
  if (summary === null && abstract === null) return null;
  const site = abstract?.site ?? '';
  return (
    <div className="b-summary">
      {summary !== null && <Passage text={summary} />}
      {abstract !== null && summary !== null && !asked && (
        <button type="button" className="b-link b-small" onClick={() => setAsked(true)}>
          {t('cardAbstractShow', site)}
        </button>
      )}
      {abstract !== null && (summary === null || asked) && (
        <>
          <Passage text={abstract.text} parts={abstract.parts} />
          <p className="b-line">{t('cardAbstractFrom', site)}</p>
        </>
      )}
    </div>
  );
}

function Passage({ text, parts }: { text: string; parts?: readonly TitlePart[] | undefined }) {
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [cut, setCut] = useState(false);
  const roomy = useContext(Roomy);
  const [open, setOpen] = useState(roomy);

  useLayoutEffect(() => {
    const { current } = paragraph;
    if (current === null || open) return;
    setCut(current.scrollHeight > current.clientHeight + 1);
  }, [open, text]);

  return (
    <>
      <p ref={paragraph} className={open ? '' : 'b-cut'}>
        {parts === undefined ? <bdi>{text}</bdi> : <Title parts={parts} plain={text} />}
      </p>
      {(cut || open) && !roomy && (
        <button type="button" className="b-link b-small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'cardSummaryLess' : 'cardSummaryMore')}
        </button>
      )}
    </>
  );
}
