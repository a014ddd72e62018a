// The Chicago Manual of Style, 17th edition: author and date. Pure.
import { ReferenceLine } from './line.ts';
import { nameList } from './names.ts';
import { pagesOfChicago } from './pages.ts';
import { curly, curlyWithin } from './quotes.ts';
import { titleCase } from './title-case.ts';
import type { CitedWork } from './cited-work.ts';

function article(line: ReferenceLine, { container, volume, issue, pages }: CitedWork): void {
  line.add(' ').add(titleCase(curly(container)), 'i');
  if (volume !== '') line.add(` ${volume}`).add(issue === '' ? '' : ` (${issue})`);
  else if (issue !== '') line.mark(',').add(` no. ${issue}`);
  if (pages === '') return;
  if (volume === '') line.mark(',').add(' ');
  else line.add(issue === '' ? ':' : ': ');
  line.add(pagesOfChicago(pages));
}

function paper(line: ReferenceLine, { container, volume, pages, publisher }: CitedWork): void {
  line.add(' In ').add(titleCase(curly(container)), 'i');
  if (pages !== '') line.mark(',').add(` ${volume === '' ? '' : `${volume}:`}${pagesOfChicago(pages)}`);
  else if (volume !== '') line.mark('.').add(` Vol. ${volume}`);
  if (publisher !== '') line.mark('.').add(` ${publisher}`);
}

export function chicagoReference(work: CitedWork): ReferenceLine {
  const line = new ReferenceLine();
  const names = nameList(work.authors, work.moreAuthors, {
    inverted: 'first',
    short: false,
    particles: 'after',
    and: 'and',
    comma: 'two',
    most: 10,
    shown: 7,
  });
  const title = (): ReferenceLine =>
    work.title === '' ? line : line.add(`“${titleCase(curlyWithin(work.title))}”`).mark('.');
  const date = (): ReferenceLine => line.add(work.year === null ? 'n.d.' : String(work.year)).mark('.');
  if (names.text === '') {
    title().add(' ');
    date();
  } else {
    line
      .add(names.isCut ? `${names.text}, et al.` : names.text)
      .mark('.')
      .add(' ');
    date().add(' ');
    title();
  }
  if (work.kind === 'journal') article(line, work);
  else if (work.kind === 'conference') paper(line, work);
  else if (work.publisher !== '') line.add(` ${work.publisher}`);
  line.mark('.');
  const place = work.doi === '' ? work.url : `https://doi.org/${work.doi}`;
  return place === '' ? line : line.add(` ${place}`).mark('.');
}
