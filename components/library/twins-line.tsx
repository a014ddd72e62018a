// Papers that are on the list twice: offered to be merged, each or all, or kept apart for good.
import { useEffect, useState, type JSX } from 'react';
import { count, t } from '../../lib/i18n/i18n.ts';
import { addApart, readApart } from '../../lib/library/apart.ts';
import { twinsOf, type Twins } from '../../lib/library/twins.ts';
import type { ListPageRow } from '../../lib/views/schema.ts';
import type { ReadingList } from './use-list.ts';

/** Pairs shown: more are merged together or after these. */
const MAX_SHOWN = 20;

const versionOf = ({ venue, year, arxivId }: ListPageRow): string =>
  [venue ?? (arxivId === null ? t('listTwinsUnpublished') : `arXiv:${arxivId}`), year].filter(Boolean).join(' ');

export function TwinsLine({ list }: { list: ReadingList }): JSX.Element | null {
  const [twins, setTwins] = useState<readonly Twins<ListPageRow>[]>([]);
  const [apart, setApart] = useState<ReadonlySet<string> | null>(null);
  const [isOpen, setOpen] = useState(false);
  const { rows, isWhole } = list;
  useEffect(() => void readApart().then(setApart), []);
  useEffect(() => {
    if (rows === null || !isWhole || apart === null) return undefined;
    // Not before the rows are on screen.
    const timer = setTimeout(() =>
      setTwins(twinsOf(rows).filter(({ kept, other }) => !apart.has(pairKey(kept, other)))),
    );
    return () => clearTimeout(timer);
  }, [rows, isWhole, apart]);
  if (twins.length === 0) return null;

  const merge = (some: readonly Twins<ListPageRow>[]): void =>
    void list.merge(
      some.map(({ kept, other }) => [kept.id, other.id] as const),
      count('listDoneMerge', some.length),
    );
  const keepBoth = ({ kept, other }: Twins<ListPageRow>): void => void addApart(pairKey(kept, other)).then(setApart);
  return (
    <section className="l-note-line l-twins" aria-label={count('listTwins', twins.length)}>
      <p>
        {count('listTwins', twins.length)}{' '}
        <button type="button" className="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'listTwinsHide' : 'listTwinsShow')}
        </button>{' '}
        {isOpen && twins.length > 1 && (
          <button type="button" className="plain" onClick={() => merge(twins)}>
            {t('listTwinsAll')}
          </button>
        )}
      </p>
      {isOpen && (
        <ul>
          {twins.slice(0, MAX_SHOWN).map((pair) => (
            <li key={pairKey(pair.kept, pair.other)}>
              <span>
                {pair.kept.title}{' '}
                <span className="l-dates">{t('listTwinsOne', versionOf(pair.kept), versionOf(pair.other))}</span>
              </span>
              <button type="button" className="plain" onClick={() => merge([pair])}>
                {t('listTwinsMerge')}
              </button>
              <button type="button" className="plain" onClick={() => keepBoth(pair)}>
                {t('listTwinsApart')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const pairKey = (kept: ListPageRow, other: ListPageRow): string => [kept.id, other.id].toSorted().join(' ');
