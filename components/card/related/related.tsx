// Related works: on the same subject, and by the same people. A few of each, the rest on demand, each with the reason
// why it is here.
import { useContext, useRef, useState, type ReactNode } from 'react';
import type { RelatedRow } from '../../../lib/views/schema.ts';
import { count, list, t } from '../../../lib/i18n/i18n.ts';
import { Dots } from '../../ui/dots.tsx';
import { useCommand } from '../commands.tsx';
import { useOpenPage } from '../open-page.ts';
import { Roomy } from '../roomy.ts';
import { usePaper } from '../subject.tsx';
import { venueAndYear } from '../../work/line.ts';
import { stepRows, WorkList } from '../../work/list.tsx';
import { reasonsShown, type ReasonWords } from './reasons.ts';

/** Rows shown at first; where there is but one list, as many as of both. */
const FIRST_OF_SUBJECT = 2;
const FIRST_OF_PEOPLE = 1;

export function Related() {
  const { view } = usePaper();
  const lists = useRef<HTMLDivElement>(null);
  const step = (by: 1 | -1) => (): boolean => lists.current !== null && stepRows(lists.current, by);
  useCommand('next', step(1));
  useCommand('previous', step(-1));
  const onSubject = view.related;
  // What is seen above need not be said twice.
  const seen = new Set(onSubject.slice(0, FIRST_OF_SUBJECT).map(({ id }) => id));
  const byPeople = view.byAuthors.filter(({ id }) => !seen.has(id));
  const both = FIRST_OF_SUBJECT + FIRST_OF_PEOPLE;
  return (
    <div className="b-related" ref={lists}>
      {onSubject.length > 0 && (
        <Works
          head={t('relatedHead')}
          works={onSubject}
          first={byPeople.length === 0 ? both : FIRST_OF_SUBJECT}
          below={(work) => <Because work={work} reasons={reasonsShown(work.reasons)} />}
        />
      )}
      {byPeople.length > 0 && (
        <Works
          head={t('relatedByAuthors')}
          works={byPeople}
          first={onSubject.length === 0 ? both : FIRST_OF_PEOPLE}
          below={(work) => <Because work={work} reasons={sharedNames(work)} />}
        />
      )}
      <SeeGraph />
    </div>
  );
}

/** Leads to the research graph around the paper. None in a private window: its pages would open in an ordinary one. */
function SeeGraph() {
  const { view, ask } = usePaper();
  const { open, problem } = useOpenPage(ask);
  if (view.privateWindow) return null;
  return (
    <p className="b-open-page">
      <button
        type="button"
        className="b-link"
        data-guarded=""
        onClick={() => open({ kind: 'graph', centre: { kind: 'paper', id: view.id } })}
      >
        {t('relatedGraph')}
      </button>
      <span role="status">{problem}</span>
    </p>
  );
}

/** Names are what one looks for there, not how many. */
const sharedNames = ({ reasons }: RelatedRow): ReasonWords[] => [
  {
    kind: 'authors',
    text: list(reasons.flatMap((reason) => (reason.kind === 'authors' ? reason.names : []))),
    full: null,
  },
];

function Because({ work, reasons }: { work: RelatedRow; reasons: readonly ReasonWords[] }): ReactNode {
  const venue = venueAndYear(work);
  const parts = reasons.map(({ kind, text, full }) => ({
    key: kind,
    words: (
      <span className={`b-reason b-because-${kind}`} title={full ?? undefined}>
        {text}
      </span>
    ),
  }));
  return <Dots parts={venue === '' ? parts : [...parts, { key: 'at', words: venue }]} />;
}

interface WorksProps {
  head: string;
  works: readonly RelatedRow[];
  first: number;
  below: (work: RelatedRow) => ReactNode;
}

function Works({ head, works, first, below }: WorksProps) {
  const { onPaper } = usePaper();
  const roomy = useContext(Roomy);
  const [all, setAll] = useState(roomy);
  const more = works.length - first;
  return (
    <section className="b-section">
      <h3 className="b-head">
        <span>{head}</span>
        {more > 0 && (
          <button type="button" className="b-link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('relatedFewer') : count('relatedMore', more)}
          </button>
        )}
      </h3>
      <WorkList works={all ? works : works.slice(0, first)} onOpen={onPaper} below={below} />
    </section>
  );
}
