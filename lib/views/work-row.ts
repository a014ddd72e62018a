// One paper in one or two lines. Pure.
import { titleParts } from '../text/title-parts.ts';
import type { Entry, KeptStatus } from '../library/schema.ts';
import { listedOf } from '../paper/listed.ts';
import { titleOf, venueOf, yearOf, type Paper } from '../paper/schema.ts';
import { bestPage } from './elsewhere.ts';
import { titleWithMaths } from './title-maths.ts';
import { venueShort } from '../paper/venue.ts';
import { isCitedByPlace } from '../paper/untitled.ts';
import type { WorkRow } from './schema.ts';
import { hasCode } from '../paper/authors-code.ts';

export function workRow(paper: Paper, status: KeptStatus | null, followed?: WorkRow['followed']): WorkRow {
  const title = titleOf(paper);
  const listed = listedOf(paper);
  return {
    id: paper.id,
    title,
    titleParts: titleWithMaths(paper),
    authors: paper.authors.map((author) => author.name),
    ...(paper.moreAuthors === true ? { moreAuthors: true } : {}),
    year: paper.years[0]?.value ?? null,
    // Where it was printed is said once.
    venue: paper.venues.length === 0 || isCitedByPlace(paper) ? null : venueShort(venueOf(paper), yearOf(paper)),
    type: paper.type,
    hasCode: hasCode(paper),
    status,
    ...(followed === undefined ? {} : { followed }),
    ...pageOf(paper),
    ...(listed === null ? {} : { listed }),
  };
}

function pageOf(paper: Pick<Paper, 'arxivId' | 'doi' | 'links'>): Pick<WorkRow, 'page'> {
  const page = bestPage(paper);
  return page === null ? {} : { page };
}

/** A row of the reading list whose paper no catalog holds any more: from the facts kept with the entry. */
export function entryRow(entry: Entry): WorkRow {
  const { id, record, status } = entry;
  const { title, authors = [], year = null, venue = null, type = null } = record;
  return {
    id,
    title,
    titleParts: titleParts(title),
    authors,
    year,
    venue: venue === null ? null : venueShort(venue, year ?? 0),
    type,
    hasCode: hasCode(record),
    status,
    ...pageOf({ arxivId: record.arxivId ?? null, doi: record.doi ?? null, links: record.links ?? [] }),
  };
}
