// Institute of Electrical and Electronics Engineers. Pure.
import { ReferenceLine } from './line.ts';
import { nameList } from './names.ts';
import { dashed, labelled } from './pages.ts';
import { curly, curlyWithin } from './quotes.ts';
import type { CitedWork } from './cited-work.ts';

export function ieeeReference(work: CitedWork): ReferenceLine {
  const line = new ReferenceLine();
  const names = nameList(work.authors, work.moreAuthors, {
    inverted: 'none',
    short: true,
    and: 'and',
    comma: 'three',
    most: 6,
    shown: 1,
  });
  line.add(names.text);
  if (names.isCut) line.add(' ').add('et al.', 'i');
  if (names.text !== '') line.mark(',').add(' ');
  if (work.title !== '') line.add(`“${curlyWithin(work.title)}”`);
  const year = work.year === null ? '' : String(work.year);
  const pages = work.pages === '' ? '' : labelled(work.pages, dashed(work.pages));
  const add = (text: string, before = ''): void => {
    if (text !== '') line.mark(',').add(` ${before}${text}`);
  };
  if (work.kind === 'journal') {
    if (work.container !== '') (work.title === '' ? line : line.mark(',')).add(' ').add(curly(work.container), 'i');
    add(work.volume, 'vol. ');
    add(work.issue, 'no. ');
    add(pages);
    add(year);
  } else if (work.kind === 'conference') {
    line.mark(',').add(' in ').add(curly(work.container), 'i');
    add(work.publisher);
    add(year);
    add(pages);
  } else if (work.kind === 'preprint') {
    add(year);
    if (work.publisher !== '')
      line
        .mark(',')
        .add(' ')
        .add(work.publisher, 'i')
        .add(work.number === '' ? '' : `: ${work.number}`);
  } else {
    const by = [work.publisher, year].filter((part) => part !== '').join(', ');
    if (by !== '') line.mark('.').add(` ${by}`);
  }
  if (work.doi !== '')
    return line
      .mark(work.kind === 'journal' ? ',' : '.')
      .add(` doi: ${work.doi}`)
      .mark('.');
  if (work.url === '') return line.mark('.');
  return line.mark(work.kind === 'journal' ? ',' : '.').add(` [Online]. Available: ${work.url}`);
}
