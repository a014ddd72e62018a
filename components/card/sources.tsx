// Where the facts are from: each fact with who states it, then each document and what it is.
import type { PaperView } from '../../lib/catalog/views.ts';
import { t } from '../../lib/words.ts';
import { FactList, type Fact } from '../ui/fact-list.tsx';
import { certaintyWords, sourceNames } from './phrases.ts';
import { usePaper } from './subject.tsx';

/** The card's facts with their sources; a fact whose source the catalog does not keep apart is left out. */
export function paperFacts(view: PaperView): Fact[] {
  const says = (ids: readonly string[], certainty: Parameters<typeof certaintyWords>[0]): string =>
    [...sourceNames(ids, view.sources), certaintyWords(certainty)].join(' · ');
  const facts: Fact[] = [];
  const first = <T extends { value: unknown }>(label: Fact['label'], claim: T | undefined, who: string): void => {
    if (claim !== undefined) facts.push({ label, value: String(claim.value), says: who });
  };
  const [title] = view.titles;
  const [venue] = view.venues;
  const [year] = view.years;
  if (title !== undefined) facts.push({ label: 'factTitle', value: null, says: says(title.sources, title.certainty) });
  first('factVenue', venue, venue === undefined ? '' : says(venue.sources, venue.certainty));
  first('factYear', year, year === undefined ? '' : says(year.sources, year.certainty));
  for (const reading of view.authorReadings)
    facts.push({
      label: 'factAuthors',
      value: reading.value.join(', '),
      says: [says(reading.sources, reading.certainty), reading.note ?? ''].filter((part) => part !== '').join(' · '),
    });
  if (view.categories.length > 0)
    facts.push({
      label: 'factCategories',
      value: view.categories.join(', '),
      says: certaintyWords(view.categoriesCertainty),
    });
  for (const link of view.code)
    facts.push({ label: 'factCode', value: link.label, says: says(link.saidBy, link.certainty) });
  for (const listing of view.listings)
    facts.push({
      label: 'factListing',
      value: [listing.category, listing.date, t(listing.codeFlag ? 'factCodeFlag' : 'factNoCodeFlag')].join(' · '),
      says: sourceNames([listing.source], view.sources).join(', '),
    });
  if (view.summary !== null) facts.push({ label: 'factSummary', value: null, says: t('factOurs') });
  return facts;
}

export function Sources() {
  const { view } = usePaper();
  return (
    <section className="b-section b-sources">
      <h3 className="b-head">{t('cardSources')}</h3>
      <FactList facts={paperFacts(view)} />
      <dl className="b-documents">
        {view.sources.map((source) => (
          <div key={source.id}>
            <dt>{source.name}</dt>
            <dd>{source.what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
