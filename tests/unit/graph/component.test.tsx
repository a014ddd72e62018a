// What the graph says in words: why edges are there, and the tree and table as they are read.
import '../../fixtures/fake-browser.ts';
import { parseHTML } from 'linkedom';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Graph } from '../../../components/graph/graph.tsx';
import { Table } from '../../../components/graph/table.tsx';
import { Tree } from '../../../components/graph/tree.tsx';
import { othersWords, whyWords } from '../../../components/graph/words.ts';
import { connect } from '../../../lib/graph/connect.ts';
import type { Why } from '../../../lib/graph/node.ts';
import { sliceOf, type Slice } from '../../../lib/graph/slice.ts';
import * as change from '../../../lib/graph/state.ts';
import { career, dataOf, tie, work } from './data.ts';

const nothing = (): void => undefined;

const sentences: [Why, string][] = [
  [{ kind: 'together', works: 4, last: 2023, exact: true }, 'wrote 4 works together, last 2023'],
  [{ kind: 'together', works: 1, last: null, exact: false }, 'wrote at least 1 work together'],
  [{ kind: 'advisor', advisor: 'person:cy', saidBy: ['Google Research'] }, 'advisor, says Google Research'],
  [{ kind: 'advisor', advisor: 'person:me', saidBy: ['Google Research'] }, 'student, says Google Research'],
  [{ kind: 'was-at', from: 2014, to: 2018, saidBy: ['A', 'B'] }, 'earlier position, 2014–2018, says A and B'],
  [{ kind: 'degree', from: null, to: 2018, saidBy: [] }, 'degree, 2018'],
  [{ kind: 'wrote', place: 'first', sure: false }, 'first author, may be another of the name'],
  [{ kind: 'works-on', works: 3, exact: false }, 'at least 3 works on this topic'],
  [{ kind: 'cites', citing: 'paper:x' }, 'cites it'],
  [{ kind: 'cites', citing: 'person:me' }, 'cited by it'],
  [{ kind: 'alike', shares: ['sparse', 'attention'] }, 'same subject: sparse and attention'],
];
it.each(sentences)('why: %o', (why, words) => {
  expect(whyWords([why], 'person:me')).toBe(words);
});

it('how many more there are, and where that is not all', () => {
  expect(othersWords({ count: 40, exact: true })).toBe('and 40 others');
  expect(othersWords({ count: 40, exact: false })).toBe('and more than 40 others');
});

function sliceAround(centre: string): Slice {
  const from = connect(
    dataOf([work('w1', ['me', 'bob']), work('w2', ['me', 'bob', '<b>'], { year: 2023, topics: ['graphs'] })], {
      people: [{ id: 'me', name: 'Me Example', ties: [tie('advisor', 'Cy Example', { person: 'cy' })] }],
      read: [{ key: 'person:me', unread: 0 }],
    }),
  );
  return sliceOf(from, change.beginAt(from, centre));
}

it('the tree is read in the order of the slice: level, place, and why', () => {
  const slice = sliceAround('person:me');
  const html = renderToStaticMarkup(
    <Tree slice={slice} focus="person:bob" onFocus={nothing} onExpand={nothing} onFold={nothing} />,
  );
  const rows = [...parseHTML(`<body>${html}</body>`).document.querySelectorAll('[role="treeitem"]')].map((row) =>
    [
      row.getAttribute('aria-level'),
      `${row.getAttribute('aria-posinset')}/${row.getAttribute('aria-setsize')}`,
      row.getAttribute('aria-selected') === 'true' ? 'chosen' : '',
      row.textContent,
    ].join(' '),
  );
  expect(rows).toEqual([
    '1 1/1  Me Example, person',
    '2 1/6  Cy Example, person: advisor, says Example University',
    '2 2/6 chosen Name of bob, person: wrote 2 works together, last 2023',
    '2 3/6  Name of <b>, person: wrote 1 work together, last 2023',
    '2 4/6  Work w1, paper, 2020: first author',
    '2 5/6  Work w2, paper, 2023: first author',
    '2 6/6  graphs, topic: 1 work on this topic',
  ]);
});

it('the table has a row for each of the tree', () => {
  const from = connect(career(300, 80));
  const slice = sliceOf(from, change.beginAt(from, 'person:me'));
  const html = renderToStaticMarkup(<Table slice={slice} focus="person:me" onFocus={nothing} onExpand={nothing} />);
  const names = [...parseHTML(`<body>${html}</body>`).document.querySelectorAll('tbody th')].map(
    (one) => one.textContent,
  );
  expect(names).toEqual(
    slice.tree.map(({ node }) => node?.label ?? othersWords(slice.more[0] ?? { count: 0, exact: true })),
  );
});

it('before anything came it says that it reads', () => {
  const around = (): Promise<never> => new Promise(() => undefined);
  const html = renderToStaticMarkup(<Graph start={{ kind: 'person', id: 'me' }} around={around} />);
  expect(html).toContain('Reading its neighbours');
});
