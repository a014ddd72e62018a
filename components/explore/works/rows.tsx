// Works as rows, as many as have been scrolled to: five thousand of them at once would keep the page from answering.
import { useEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { count, t } from '../../../lib/i18n/i18n.ts';
import type { ExploreWork } from '../../../lib/views/explore/schema.ts';
import { WorkAnswer } from '../../card/author/answer.tsx';
import { useShared } from '../../card/author/decisions.tsx';
import { typeWords } from '../../card/phrases.ts';
import { Dots } from '../../ui/dots.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Link } from '../../ui/link.tsx';
import { listedWords, shortAuthors, venueAndYear } from '../../work/line.ts';
import { stepRows } from '../../work/list.tsx';
import { WorkRow } from '../../work/row.tsx';
import { useLeads } from '../place.ts';

/** Rows drawn at first, and with each part more. */
const PART = 60;
/** Authors named in a row. */
const NAMED = 6;

export interface RowsProps {
  works: readonly ExploreWork[];
  /** Names of sources by id. */
  sources: ReadonlyMap<string, string>;
  /** Works whose titles have a topic's words, and that nobody put under it. */
  byWords?: ReadonlySet<string> | undefined;
  /** Works that are ticked; null where none can be. */
  picked: ReadonlySet<string> | null;
  onPicked: (picked: ReadonlySet<string>) => void;
}

/** Say another `key` where the list is another one: it begins again at its first part. */
export function Rows({ works, sources, byWords, picked, onPicked }: RowsProps): JSX.Element {
  const { openPaper, key } = useLeads();
  const [shown, setShown] = useState(() => Math.max(PART, drawn.get(key) ?? 0));
  const end = useRef<HTMLLIElement>(null);
  const rest = works.length - shown;
  useEffect(() => {
    drawn.set(key, shown);
    const last = end.current;
    if (last === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setShown((before) => before + PART);
      },
      { rootMargin: '1200px' },
    );
    observer.observe(last);
    return () => observer.disconnect();
  }, [shown, key, works.length]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && stepRows(event.currentTarget, by)) event.preventDefault();
  };
  return (
    <ul className="b-works x-rows" onKeyDown={onKeyDown}>
      {works.slice(0, shown).map((work) => (
        <li key={work.id} className={`b-work-item x-row${picked === null ? '' : ' x-picking'}`}>
          {picked !== null && <Tick work={work} picked={picked} onPicked={onPicked} />}
          <WorkRow work={work} onOpen={openPaper} below={<Below work={work} sources={sources} byWords={byWords} />} />
          <span className="x-links">
            {work.code !== undefined && (
              <Link to={work.code.url} className="x-row-link x-code" title={t('exploreRowCode', work.code.label)}>
                <Icon name="code" />
                <span className="b-hidden">{t('exploreRowCode', work.code.label)}</span>
              </Link>
            )}
            {work.page !== undefined && (
              <Link to={work.page} className="x-row-link" title={t('workPage')}>
                <Icon name="elsewhere" />
                <span className="b-hidden">{`${t('workPage')}: ${work.title}`}</span>
              </Link>
            )}
          </span>
          <WorkAnswer work={work} />
        </li>
      ))}
      {rest > 0 && (
        <li ref={end}>
          <button type="button" className="b-link b-small" onClick={() => setShown(shown + PART)}>
            {count('authorMoreWorks', rest)}
          </button>
        </li>
      )}
    </ul>
  );
}

/** How many rows each page had, for the way back to it. */
const drawn = new Map<string, number>();

interface TickProps {
  work: ExploreWork;
  picked: ReadonlySet<string>;
  onPicked: RowsProps['onPicked'];
}

function Tick({ work, picked, onPicked }: TickProps): JSX.Element | null {
  // The work on which the reader met the name says who is meant.
  if (useShared()?.paper === work.id) return null;
  return (
    <input
      type="checkbox"
      className="x-pick"
      aria-label={work.title}
      checked={picked.has(work.id)}
      onChange={({ target }) => {
        const others = [...picked].filter((id) => id !== work.id);
        onPicked(new Set(target.checked ? [...others, work.id] : others));
      }}
    />
  );
}

function Below({
  work,
  sources,
  byWords,
}: Pick<RowsProps, 'sources' | 'byWords'> & { work: ExploreWork }): JSX.Element {
  const where = [
    { key: 'where', words: venueAndYear(work) },
    { key: 'type', words: typeBeside(work) },
    { key: 'category', words: work.categories[0] ?? '' },
    { key: 'listed', words: listedWords(work) },
    { key: 'source', words: sourceWords(work, sources) },
    { key: 'words', words: byWords?.has(work.id) === true ? t('exploreByWords') : '' },
  ].filter(({ words }) => words !== '');
  return (
    <>
      <span className="x-who">{shortAuthors(work.authors, work.moreAuthors, NAMED)}</span>
      <Dots parts={where} />
    </>
  );
}

/** The type, unless the venue's name has it: "ICLR 2024 workshop". */
function typeBeside({ type, venue }: ExploreWork): string {
  const words = type === null ? '' : typeWords(type);
  return venue?.toLowerCase().includes(words.toLowerCase()) === true ? '' : words;
}

/** The first source, and how many say so besides. */
function sourceWords({ sources: ids }: ExploreWork, sources: ReadonlyMap<string, string>): string {
  const names = [...new Set(ids.flatMap((id) => sources.get(id)?.split(',', 1) ?? []))];
  const [first] = names;
  if (first === undefined) return '';
  return names.length === 1 ? first : `${first} ${t('workAndMore', names.length - 1)}`;
}
