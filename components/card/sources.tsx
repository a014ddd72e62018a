// Where the facts are from: each fact with who states it, then each document and what it is.
import type { TextClaim } from '../../lib/paper/schema.ts';
import type { PaperView } from '../../lib/views/schema.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { FactList, type Fact } from '../ui/fact-list.tsx';
import { certaintyWords, saysWords, sourceNames, type Said } from './phrases.ts';
import { usePaper } from './subject.tsx';

/** Where in its venue it was printed, and who published it. */
const printed = ({ publication = {} }: PaperView): [Fact['label'], TextClaim][] =>
  (
    [
      ['factVolume', publication.volume],
      ['factIssue', publication.issue],
      ['factPages', publication.pages],
      ['factPublisher', publication.publisher],
    ] as const
  ).flatMap(([label, claim]) => (claim === undefined ? [] : [[label, claim] satisfies [Fact['label'], TextClaim]]));

/** The card's facts with their sources; a fact whose source the catalog does not keep apart is left out. */
export function paperFacts(view: PaperView): Fact[] {
  const says = (said: Said): string => saysWords(said, view.sources);
  const facts: Fact[] = [];
  const [title] = view.titles;
  const [venue] = view.venues;
  const [year] = view.years;
  // The title itself is at the head of the card.
  if (title !== undefined) facts.push({ label: 'factTitle', value: null, says: says(title) });
  if (venue !== undefined) facts.push({ label: 'factVenue', value: venue.value, says: says(venue) });
  for (const [label, claim] of printed(view)) facts.push({ label, value: claim.value, says: says(claim) });
  if (year !== undefined) facts.push({ label: 'factYear', value: String(year.value), says: says(year) });
  for (const reading of view.authorReadings)
    facts.push({ label: 'factAuthors', value: reading.value.join(', '), says: says(reading) });
  if (view.categories.length > 0)
    facts.push({
      label: 'factCategories',
      value: view.categories.join(', '),
      says: certaintyWords(view.categoriesCertainty),
    });
  for (const { label, saidBy, certainty } of view.code)
    facts.push({ label: 'factCode', value: label, says: says({ sources: saidBy, certainty }) });
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
