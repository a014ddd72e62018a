// Modern Language Association, 9th edition. Pure.
import { ReferenceLine } from './line.ts';
import { nameList } from './names.ts';
import { labelled, pagesOfMla } from './pages.ts';
import { curly, curlyWithin } from './quotes.ts';
import { titleCase } from './title-case.ts';
import type { CitedWork } from './cited-work.ts';

export function mlaReference(work: CitedWork): ReferenceLine {
  const line = new ReferenceLine();
  const names = nameList(work.authors, work.moreAuthors, {
    inverted: 'first',
    short: false,
    given: 'spaced',
    and: 'and',
    comma: 'two',
    most: 2,
    shown: 1,
  });
  if (names.text !== '')
    line
      .add(names.isCut ? `${names.text}, et al.` : names.text)
      .mark('.')
      .add(' ');
  // Chinese is not set in italics.
  const look = /\p{Script=Han}/u.test(work.title) ? null : 'i';
  if (work.title !== '') {
    if (work.container === '') line.add(titleCase(curly(work.title)), look);
    else line.add(`“${titleCase(curlyWithin(work.title))}”`);
    line.mark('.');
  }
  const place = work.doi === '' ? work.url : `https://doi.org/${work.doi}`;
  const rest = [
    work.volume === '' ? '' : `vol. ${work.volume}`,
    work.issue === '' ? '' : `no. ${work.issue}`,
    work.number,
    work.kind === 'journal' ? '' : work.publisher,
    work.year === null ? '' : String(work.year),
    work.pages === '' ? '' : labelled(work.pages, pagesOfMla(work.pages)),
    place,
  ].filter((part) => part !== '');
  if (work.container !== '') line.add(' ').add(titleCase(curly(work.container)), 'i');
  for (const [at, part] of rest.entries()) {
    if (at > 0 || work.container !== '') line.mark(',');
    line.add(` ${part}`);
  }
  return line.mark('.');
}
