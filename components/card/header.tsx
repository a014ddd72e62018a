// Title with its maths; below it venue, type, year, categories, and that sources differ where they do.
import { useId, useState } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { Link } from '../ui/link.tsx';
import { Title } from '../ui/title.tsx';
import { Drawn } from '../ui/unsearchable-text.tsx';
import { typeWords } from './phrases.ts';
import { differences, differenceWords, Readings } from './readings.tsx';
import { usePaper } from './subject.tsx';

export function Header({ titleId }: { titleId: string }) {
  const { view, words } = usePaper();
  const [open, setOpen] = useState(false);
  const readingsId = useId();
  const differ = differences(view);
  const { untitled = false } = view;
  const year = untitled ? undefined : view.years[0]?.value;
  // Where it was printed is the title there.
  const venue = untitled ? '' : view.venueShort || (year === undefined ? '' : String(year));
  const type = view.type === null ? '' : typeWords(view.type);
  const showYear = year !== undefined && !venue.includes(String(year));
  return (
    <>
      <h2 className="b-title" id={titleId}>
        {view.page === null ? (
          <Title parts={view.titleParts} plain={view.title} />
        ) : (
          <Link to={view.page} className="b-title-link">
            <Title parts={view.titleParts} plain={view.title} />
          </Link>
        )}
      </h2>
      <div className="b-meta">
        {view.yours === true && <span className="b-yours">{t('yours')}</span>}
        {untitled && <span>{t('titleNotKnown')}</span>}
        {venue !== '' && <b>{venue}</b>}
        {showYear && <span>{year}</span>}
        {type !== '' && !venue.toLowerCase().includes(type) && <span>{type}</span>}
        {view.inZotero === true && (
          <span className="b-zotero">
            <Drawn words={t('inZotero')} />
          </span>
        )}
        {view.categories.slice(0, 4).map((category) => (
          <span className="b-category" key={category} translate="no">
            {category}
          </span>
        ))}
        {(differ.length > 0 || view.disputes.length > 0) && (
          <button
            type="button"
            className="b-link b-differ"
            aria-expanded={open}
            aria-controls={readingsId}
            title={t('cardReadings')}
            onClick={() => setOpen(!open)}
          >
            {differenceWords(view)}
          </button>
        )}
        {words !== '' && (
          <span className="b-words" title={words} role="status">
            <Drawn words={words} />
          </span>
        )}
      </div>
      <div id={readingsId} hidden={!open}>
        {open && <Readings of={differ} disputes={view.disputes} sources={view.sources} />}
      </div>
    </>
  );
}
