// Association for Computing Machinery. Pure.
import { ReferenceLine } from './line.ts';
import { nameList } from './names.ts';
import { dashed } from './pages.ts';
import { curly } from './quotes.ts';
import type { CitedWork } from './cited-work.ts';

export function acmReference(work: CitedWork): ReferenceLine {
  const line = new ReferenceLine();
  const names = nameList(work.authors, work.moreAuthors, {
    inverted: 'none',
    short: false,
    and: 'and',
    comma: 'three',
    most: Number.POSITIVE_INFINITY,
    shown: 1,
  });
  const year = work.year === null ? '' : String(work.year);
  if (names.text !== '')
    line
      .add(names.isCut ? `${names.text}, et al.` : names.text)
      .mark('.')
      .add(' ');
  if (year !== '') line.add(year).mark('.').add(' ');
  if (work.title !== '') line.add(curly(work.title)).mark('.');
  const pages = dashed(work.pages);
  if (work.kind === 'journal') {
    line.add(' ').add(curly(work.container), 'i');
    if (work.volume !== '') line.add(` ${work.volume}`);
    if (work.issue !== '' || year !== '') {
      if (work.volume !== '') line.mark(',');
      line.add(work.issue === '' ? '' : ` ${work.issue}`).add(year === '' ? '' : ` (${year})`);
    }
    if (pages !== '') line.mark(',').add(` ${pages}`);
  } else if (work.kind === 'conference') {
    line.add(' In ').add(curly(work.container), 'i');
    const rest = [work.publisher, pages].filter((part) => part !== '').join(', ');
    if (year !== '') line.mark(',').add(` ${year}`);
    if (rest !== '') line.mark(year === '' ? ',' : '.').add(` ${rest}`);
  }
  line.mark('.');
  if (work.doi !== '') return line.add(` https://doi.org/${work.doi}`);
  return work.url === '' ? line : line.add(` Retrieved from ${work.url}`);
}
