// The papers of this page. A listing is filtered on the page itself; of other pages the list here is narrowed.
import { useState, type JSX } from 'react';
import type { WorkRow } from '../../lib/views/schema.ts';
import type { Filter, ListingCounts } from '../../lib/messages/page-protocol.ts';
import { count, number, t } from '../../lib/i18n/i18n.ts';
import { WorkList } from '../work/list.tsx';
import { Filters, isFilterable } from './filters.tsx';
import { chosenRows, PAGE_OF_ROWS, shownRows } from './rows.ts';
import { SaveAll } from './save-all.tsx';

export function PageSection(props: {
  rows: readonly WorkRow[];
  /** Rows shown before "more". */
  first: number;
  /** What the papers are of: a page or a PDF. */
  pdf: boolean;
  listing: ListingCounts | null;
  /** Null where nothing can be saved: a private window. */
  tab: number | null;
  onFilter: (filter: Filter) => void;
  onSaved: () => void;
  onOpen: (paper: string) => void;
}): JSX.Element {
  const [onlyCode, setOnlyCode] = useState(false);
  const [limit, setLimit] = useState(props.first);
  const shown = shownRows(props.rows, onlyCode, limit);
  return (
    <section aria-labelledby="this-page" className="popup-part">
      <div className="part-head">
        <h2 id="this-page">{t(props.pdf ? 'popupThisPdf' : 'popupThisPage', number(shown.total))}</h2>
        {shown.withCode > 0 && shown.total > 1 && !isFilterable(props.listing) && (
          <button
            type="button"
            className="plain"
            aria-pressed={onlyCode}
            onClick={() => {
              setOnlyCode(!onlyCode);
              setLimit(props.first);
            }}
          >
            {t('popupHasCode', number(shown.withCode))}
          </button>
        )}
        {props.tab !== null && (
          <SaveAll rows={chosenRows(props.rows, onlyCode)} tab={props.tab} onChanged={props.onSaved} />
        )}
      </div>
      {isFilterable(props.listing) && <Filters listing={props.listing} onFilter={props.onFilter} />}
      <WorkList works={shown.rows} onOpen={props.onOpen} />
      {shown.hidden > 0 && (
        <button type="button" className="plain more" onClick={() => setLimit(limit + PAGE_OF_ROWS)}>
          {count('popupMore', shown.hidden)}
        </button>
      )}
    </section>
  );
}
