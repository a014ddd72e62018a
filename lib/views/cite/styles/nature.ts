// Nature. Pure.
import { ReferenceLine } from './line.ts';
import { nameList } from './names.ts';
import { dashed } from './pages.ts';
import { curly } from './quotes.ts';
import type { CitedWork } from './cited-work.ts';

export function natureReference(work: CitedWork): ReferenceLine {
  const line = new ReferenceLine();
  const names = nameList(work.authors, work.moreAuthors, {
    inverted: 'all',
    short: true,
    and: '&',
    comma: 'never',
    most: 5,
    shown: 1,
  });
  line.add(names.text);
  if (names.isCut) line.add(' ').add('et al.', 'i');
  if (names.text !== '') line.mark('.').add(' ');
  if (work.title !== '') line.add(curly(work.title)).mark('.');
  const year = work.year === null ? '' : ` (${work.year})`;
  const pages = dashed(work.pages);
  if (work.kind === 'journal') {
    line.add(' ').add(curly(work.container), 'i');
    if (work.volume !== '') line.add(' ').add(work.volume, 'b');
    if (pages !== '') line.add(work.volume === '' ? ` ${pages}` : `, ${pages}`);
    line.add(year);
  } else if (work.kind === 'conference') {
    line.add(' in ').add(curly(work.container), 'i');
    if (work.volume !== '') line.add(` vol. ${work.volume}`);
    if (pages !== '') line.add(` ${pages}`);
    const by = [work.publisher, work.year === null ? '' : String(work.year)].filter((part) => part !== '').join(', ');
    if (by !== '') line.add(` (${by}).`);
  } else if (work.kind === 'preprint') {
    const place = work.doi === '' ? work.url : `https://doi.org/${work.doi}`;
    line.add(place === '' ? ' Preprint' : ` Preprint at ${place}`).add(year);
  } else line.add(year);
  if (work.kind !== 'preprint' && work.volume === '' && work.doi !== '') line.add(` doi:${work.doi}`);
  return line.mark('.');
}
