// American Psychological Association, 7th edition. Pure.
import { ReferenceLine } from './line.ts';
import { nameList } from './names.ts';
import { dashed } from './pages.ts';
import { curly } from './quotes.ts';
import { titleCase } from './title-case.ts';
import type { CitedWork } from './cited-work.ts';

export function apaReference(work: CitedWork): ReferenceLine {
  const line = new ReferenceLine();
  const names = nameList(work.authors, work.moreAuthors, {
    inverted: 'all',
    short: true,
    and: '&',
    comma: 'two',
    most: 20,
    shown: 19,
    showsLast: true,
  });
  const isPeriodical = work.kind === 'journal' || work.kind === 'conference';
  const title = (): void => {
    if (work.title === '') return;
    line.add(curly(work.title), isPeriodical ? null : 'i');
    if (work.number !== '') line.add(` (No. ${work.number})`);
    line.mark('.');
  };
  const date = `(${work.year ?? 'n.d.'}).`;
  if (names.text === '') {
    title();
    line.add(` ${date}`);
  } else {
    line
      .add(names.isCut ? `${names.text}, et al.` : names.text)
      .mark('.')
      .add(` ${date} `);
    title();
  }
  if (isPeriodical) {
    const parts = [work.container, work.volume, work.issue, work.pages].filter((part) => part !== '');
    if (parts.length > 0) {
      line.add(' ').add(titleCase(curly(work.container)), 'i');
      if (work.volume !== '') {
        if (work.container !== '') line.add(', ');
        line.add(work.volume, 'i').add(work.issue === '' ? '' : `(${work.issue})`);
      } else if (work.issue !== '') line.add(', ').add(work.issue, 'i');
      if (work.pages !== '') line.add(', ').add(dashed(work.pages));
      line.mark('.');
    }
  } else if (work.publisher !== '') line.add(` ${work.publisher}`).mark('.');
  const place = work.doi === '' ? work.url : `https://doi.org/${work.doi}`;
  return place === '' ? line : line.add(` ${place}`);
}
