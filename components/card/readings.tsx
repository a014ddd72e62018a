// Where sources differ: each reading of a title, year or venue, who says it, and what to know about it. Two spellings
// of one title or venue are no difference. And what sites say that are not the paper's own, each under its name.
import type { Certainty, Source } from '../../lib/paper/schema.ts';
import { differing } from '../../lib/views/readings.ts';
import { readerTitleKey } from '../../lib/paper/title-key.ts';
import type { Dispute, PaperView } from '../../lib/views/schema.ts';
import { count, t, type MessageKey } from '../../lib/i18n/i18n.ts';
import { saysWords, type Said } from './phrases.ts';

interface Reading extends Said {
  value: string;
}
export interface Difference {
  label: MessageKey;
  readings: readonly Reading[];
}

const readingsOf = (
  claims: readonly { value: string | number; sources: string[]; certainty: Certainty; note?: string | undefined }[],
): Reading[] => claims.map((claim) => ({ ...claim, value: String(claim.value) }));

type Claims = Pick<PaperView, 'titles' | 'years' | 'venues'>;
const inSubstance = ({ titles, years, venues }: Claims): Claims => ({
  titles: differing(titles, readerTitleKey),
  years: differing(years),
  venues,
});

/** The facts with more than one reading, preferred reading first. */
export function differences(view: Claims): Difference[] {
  const { titles, years, venues } = inSubstance(view);
  const all: Difference[] = [
    { label: 'factTitle', readings: readingsOf(titles) },
    { label: 'factYear', readings: readingsOf(years) },
    { label: 'factVenue', readings: readingsOf(venues) },
  ];
  return all.filter(({ readings }) => readings.length > 1);
}

const disputed = {
  title: 'factTitle',
  authors: 'factAuthors',
  year: 'factYear',
  venue: 'factVenue',
  doi: 'factDoi',
  arxiv: 'factArxiv',
} as const satisfies Record<Dispute['fact'], MessageKey>;

const sitesIn = (disputes: readonly Dispute[]): string[] => [...new Set(disputes.map(({ site }) => site))];

/** "2 titles, also 2023", "also a preprint", "also ICML 2021", "other.example says otherwise" */
export function differenceWords(view: Claims & Pick<PaperView, 'disputes'>): string {
  const { titles, years, venues } = inSubstance(view);
  const otherVenues = venues.slice(1).map(({ short }) => short ?? t('cardAPreprint'));
  // "ICML 2021" says 2021 by itself.
  const otherYears = years
    .slice(1)
    .map(({ value }) => String(value))
    .filter((year) => !otherVenues.some((venue) => venue.includes(year)));
  const others = [...otherYears, ...new Set(otherVenues)];
  const sites = sitesIn(view.disputes);
  return [
    ...(titles.length > 1 ? [count('cardTitles', titles.length)] : []),
    ...(others.length > 0 ? [t('cardAlso', others.join(', '))] : []),
    ...(sites.length > 0 ? [count('cardSitesDiffer', sites.length, sites[0] ?? '')] : []),
  ].join(', ');
}

export function Readings({
  of,
  disputes,
  sources,
}: {
  of: readonly Difference[];
  disputes: readonly Dispute[];
  sources: readonly Source[];
}) {
  return (
    <dl className="b-readings">
      {of.map(({ label, readings }) => (
        <div key={label}>
          <dt>{t(label)}</dt>
          {readings.map((reading) => (
            <dd key={reading.value}>
              <bdi>{reading.value}</bdi>
              <span className="b-says">{saysWords(reading, sources)}</span>
            </dd>
          ))}
        </div>
      ))}
      {sitesIn(disputes).map((site) => (
        <div key={`site ${site}`}>
          <dt>{t('cardSiteSays', site)}</dt>
          {disputes
            .filter((dispute) => dispute.site === site)
            .map(({ fact, value }) => (
              <dd key={fact}>
                <bdi>{t('cardSiteFact', t(disputed[fact]), value)}</bdi>
              </dd>
            ))}
        </div>
      ))}
    </dl>
  );
}
