// What a paper is called of which only names, journal, volume, page and year are known, as physics cites: by these, until
// something says its title. That it is no title can be told from the facts it is made of, so nothing else is stored.

interface Printed {
  venue?: string | null | undefined;
  volume?: string | null | undefined;
  pages?: string | null | undefined;
  year?: number | null | undefined;
}

const isSaid = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

/** "Phys. Rev. Lett. 116, 061102 (2016)"; null where a part of it is not known. */
export const citationLine = ({ venue, volume, pages, year }: Printed): string | null =>
  isSaid(venue) && isSaid(volume) && isSaid(pages) && isSaid(year) ? `${venue} ${volume}, ${pages} (${year})` : null;

/** Whether a record's title is only where it was printed. */
export const isCitationLine = (record: Printed & { title: string }): boolean => record.title === citationLine(record);

/** What of a citation line a text may print, the longest first: styles set the year elsewhere. */
export function partsOfCitationLine({ venue, volume, pages, year }: Printed): string[] {
  const line = citationLine({ venue, volume, pages, year });
  return line === null || !isSaid(venue) ? [] : [line, `${venue} ${volume}, ${pages}`, venue];
}
