// Related works: three, the rest on demand, each with the reason why it is here.
import { useContext, useRef, useState, type ReactNode } from 'react';
import type { RelatedRow } from '../../../lib/views/schema.ts';
import { count, list, t } from '../../../lib/i18n/i18n.ts';
import { Dots } from '../../ui/dots.tsx';
import { useCommand } from '../commands.tsx';
import { Roomy } from '../roomy.ts';
import { usePaper } from '../subject.tsx';
import { venueAndYear } from '../../work/line.ts';
import { stepRows, WorkList } from '../../work/list.tsx';
import { allReasonWords } from './reasons.ts';

const shownFirst = 3;

export function Reasons({ work }: { work: RelatedRow }): ReactNode {
  const words = allReasonWords(work.reasons);
  // The venue's name is at the end of the line anyway; as the only reason it must be said to be one.
  const said = words.length > 1 ? words.filter(({ kind }) => kind !== 'venue') : words;
  const venueSaid = said.some(({ kind }) => kind === 'venue');
  const venue = venueSaid ? '' : venueAndYear(work);
  const parts = said.map(({ kind, text, full }) => ({
    key: kind,
    words: (
      <span className={`b-reason b-because-${kind}`} title={full ?? undefined}>
        {text}
      </span>
    ),
  }));
  return <Dots parts={venue === '' ? parts : [...parts, { key: 'at', words: venue }]} />;
}

export function Related() {
  const { view } = usePaper();
  return <Works head={t('relatedHead')} works={view.related} below={(work) => <Reasons work={work} />} />;
}

/** Of a paper to which nothing is related: other works under its authors' names, which each row says. */
export function ByAuthors() {
  const { view } = usePaper();
  return (
    <Works head={t('relatedByAuthors')} works={view.byAuthors ?? []} below={(work) => <SharedNames work={work} />} />
  );
}

function SharedNames({ work }: { work: RelatedRow }): ReactNode {
  const names = list(work.reasons.flatMap((reason) => (reason.kind === 'authors' ? reason.names : [])));
  const venue = venueAndYear(work);
  const said = { key: 'names', words: <span className="b-reason b-because-authors">{names}</span> };
  return <Dots parts={venue === '' ? [said] : [said, { key: 'at', words: venue }]} />;
}

interface WorksProps {
  head: string;
  works: readonly RelatedRow[];
  below: (work: RelatedRow) => ReactNode;
}

function Works({ head, works, below }: WorksProps) {
  const { onPaper } = usePaper();
  const roomy = useContext(Roomy);
  const [all, setAll] = useState(roomy);
  const section = useRef<HTMLElement>(null);
  const more = works.length - shownFirst;
  const step = (by: 1 | -1) => (): boolean => section.current !== null && stepRows(section.current, by);
  useCommand('next', step(1));
  useCommand('previous', step(-1));
  return (
    <section className="b-section" ref={section}>
      <h3 className="b-head">
        <span>{head}</span>
        {more > 0 && (
          <button type="button" className="b-link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('relatedFewer') : count('relatedMore', more)}
          </button>
        )}
      </h3>
      <WorkList works={all ? works : works.slice(0, shownFirst)} onOpen={onPaper} below={below} />
    </section>
  );
}
