// Which rows of the page are to be seen, with how many each choice leaves. The rest is veiled on the page itself.
import type { JSX } from 'react';
import type { Filter, ListingCounts } from '../../lib/messages/page-protocol.ts';
import { number, t } from '../../lib/i18n/i18n.ts';

const choices = [
  ['code', 'popupFilterCode'],
  ['followed', 'popupFilterFollowed'],
  ['unread', 'popupFilterUnread'],
] as const;

/** Fewer rows are seen at one look. */
const rowsLeast = 5;

/** Whether the page has rows enough to filter. */
export const isFilterable = (listing: ListingCounts | null): listing is ListingCounts =>
  listing !== null && listing.rows >= rowsLeast;

export function Filters({
  listing,
  onFilter,
}: {
  listing: ListingCounts;
  onFilter: (filter: Filter) => void;
}): JSX.Element | null {
  const { filter } = listing;
  // What leaves none, or all, changes nothing worth a button.
  const shown = choices.filter(
    ([name]) => filter[name] || (listing[name] > 0 && !(name === 'unread' && listing.unread === listing.rows)),
  );
  if (shown.length === 0) return null;
  return (
    <div className="popup-filters" role="group" aria-label={t('popupFilters')}>
      {shown.map(([name, words]) => (
        <button
          key={name}
          type="button"
          className="filter"
          aria-pressed={filter[name]}
          onClick={() => onFilter({ ...filter, [name]: !filter[name] })}
        >
          {t(words, number(listing[name]))}
        </button>
      ))}
    </div>
  );
}
