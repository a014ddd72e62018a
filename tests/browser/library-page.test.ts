// The reading list's own page, by keys and by pointer: what is typed finds, what is ticked is changed, and all of it is
// undone; ten thousand papers are no more work for the page than ten.
import { beforeEach, describe, expect, it } from 'vitest';
import { ask, eventually } from '../../tools/browser/byline.ts';
import { copyWith, fillLibrary, paperId, statusesIn, titleOf } from '../../tools/browser/library.ts';
import type { Tab } from '../../tools/browser/session.ts';
import { kinds, useByline } from './harness.ts';
import { clickOn, overflow, printed, violations } from './own-page.ts';

const rowsOf = (tab: Tab): Promise<string[]> =>
  tab.evaluate(() => [...document.querySelectorAll('.l-title')].map((title) => title.textContent ?? ''));
const rowsBecome = async (tab: Tab, fits: (rows: string[]) => boolean): Promise<string[]> => {
  let rows: string[] = [];
  await eventually(async () => {
    rows = await rowsOf(tab);
    return fits(rows) ? true : undefined;
  });
  return rows;
};
/** As typed: React hears of it. */
const search = (tab: Tab, words: string): Promise<void> =>
  tab.evaluate((typed) => {
    const field = document.querySelector<HTMLInputElement>('.l-search input');
    if (field === null) throw new Error('no field');
    field.focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, typed);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.blur();
  }, words);
const focused = (tab: Tab): Promise<string> =>
  tab.evaluate(() => document.activeElement?.closest('[data-row]')?.querySelector('.l-title')?.textContent ?? '');

describe.each(kinds)('the reading list’s page in %s', (kind) => {
  const byline = useByline(kind);
  let tab: Tab;

  beforeEach(async () => {
    const { session } = byline();
    await ask(session, 'data.restore', { text: copyWith(120), how: 'replace' });
    tab = await session.openOwn('library.html');
    await rowsBecome(tab, (rows) => rows.length > 5);
  });

  it('finds as one types, by words, fields and what the reader added, and says when nothing fits', async () => {
    const { session } = byline();
    await ask(session, 'list.edit', {
      ids: [paperId(7), paperId(8)],
      edit: { addTags: ['to cite'], note: 'for the talk' },
    });
    await ask(session, 'list.edit', { ids: [paperId(7)], edit: { status: 'read', starred: true } });
    await search(tab, 'rivers 42');
    expect((await rowsBecome(tab, (rows) => rows.length < 5))[0]).toMatch(/Number 42$/u);
    await search(tab, 'tag:"to cite" -status:read');
    const only = (title: string) => (rows: string[]) => rows.length === 1 && rows[0] === title;
    expect(await rowsBecome(tab, only(titleOf(8)))).toEqual([titleOf(8)]);
    await search(tab, 'is:starred');
    expect(await rowsBecome(tab, only(titleOf(7)))).toEqual([titleOf(7)]);
    await search(tab, 'volcanoes');
    await printed(tab, 'Nothing on your list has all of this');
    await clickOn(tab, '.l-empty button');
    await rowsBecome(tab, (rows) => rows.length > 5);
    expect(await session.errors()).toEqual([]);
  });

  it('changes by keys alone: step, select a range, status, star, tag, remove, and each is undone', async () => {
    const { session } = byline();
    const [first = '', second = '', third = ''] = await rowsOf(tab);
    await tab.press('j');
    await tab.press('x');
    await tab.press('j');
    await tab.press('j');
    await eventually(async () => ((await focused(tab)) === third ? true : undefined));
    await tab.press('X');
    await printed(tab, '3 selected');
    await tab.press('s');
    await printed(tab, '3 papers: Reading.');
    expect([...(await statusesIn(session)).values()].filter((status) => status === 'reading')).toHaveLength(3);
    await tab.press('u');
    await eventually(async () =>
      [...(await statusesIn(session)).values()].every((status) => status === 'to-read') ? true : undefined,
    );
    await tab.press('Delete');
    await rowsBecome(tab, (rows) => !rows.includes(first) && !rows.includes(second));
    expect(await eventually(async () => ((await statusesIn(session)).size === 117 ? true : undefined))).toBe(true);
    await tab.press('u');
    expect((await rowsBecome(tab, (rows) => rows[0] === first)).slice(0, 3)).toEqual([first, second, third]);
    expect((await statusesIn(session)).size).toBe(120);
    expect(await session.errors()).toEqual([]);
  });

  it('a paper opens beside the list; its note is saved by itself and is there after a restart of the page', async () => {
    const { session } = byline();
    await tab.press('j');
    await tab.press('Enter');
    await printed(tab, 'Note');
    await tab.press('n');
    await eventually(() => tab.evaluate(() => (document.activeElement?.tagName === 'TEXTAREA' ? true : undefined)));
    await tab.type('Read the proof of lemma 2');
    await eventually(async () =>
      (await ask(session, 'list.rows', { limit: null })).rows.some(({ note }) => note === 'Read the proof of lemma 2')
        ? true
        : undefined,
    );
    await tab.close();
    const again = await session.openOwn('library.html');
    await rowsBecome(again, (rows) => rows.length > 5);
    await search(again, 'lemma');
    expect(await rowsBecome(again, (rows) => rows.length === 1)).toHaveLength(1);
  });

  it('what is changed elsewhere is seen here, and what is removed lies in the bin', async () => {
    const { session } = byline();
    await ask(session, 'library.set', { id: paperId(119), status: null });
    await printed(tab, 'Bin (1)');
    await rowsBecome(tab, (rows) => !rows.some((title) => title.endsWith('Number 119')));
    await clickOn(tab, '.l-top-end [aria-expanded]:nth-last-of-type(2)');
    await printed(tab, 'stay here for 30 days');
    await clickOn(tab, '.l-bin-row button');
    await printed(tab, '1 paper is back on your list');
    expect((await statusesIn(session)).size).toBe(120);
  });

  it('offers to merge a preprint and its published version, undoes it, and asks no more of those to be kept', async () => {
    const { session } = byline();
    const version = (id: string, more: object) => ({
      id,
      aliases: [],
      record: { id, title: 'On the Convergence of Quiet Rivers', authors: ['Ada Example'], ...more },
      from: {},
      abstract: null,
      pdf: null,
      site: null,
    });
    const preprint = version('arxiv:2101.00001', { year: 2021, arxivId: '2101.00001' });
    const published = version('doi:10.1/rivers', { year: 2022, venue: 'Journal of Rivers', doi: '10.1/rivers' });
    await ask(session, 'library.add', { papers: [preprint, published], now: 500, last: true });
    const ids = async () => [...(await statusesIn(session)).keys()].filter((id) => !/9901/u.test(id)).toSorted();
    await printed(tab, 'One paper is on the list twice');
    await clickOn(tab, '.l-twins [aria-expanded]');
    await printed(tab, 'Journal of Rivers 2022, with arXiv:2101.00001 2021');
    expect(await violations(tab)).toEqual([]);
    await clickOn(tab, '.l-twins li button');
    await printed(tab, 'Merged 1 paper.');
    expect(await ids()).toEqual(['doi:10.1/rivers']);
    await tab.press('u');
    await printed(tab, 'One paper is on the list twice');
    expect(await ids()).toEqual(['arxiv:2101.00001', 'doi:10.1/rivers']);
    await clickOn(tab, '.l-twins li button:nth-of-type(2)');
    const quiet = await eventually(() =>
      tab.evaluate(() => (document.querySelector('.l-twins') === null ? true : undefined)),
    );
    expect(quiet).toBe(true);
    expect(await session.errors()).toEqual([]);
  });

  it('shows what was saved and read by month, and who comes up most; a name leads to their papers', async () => {
    await ask(byline().session, 'list.edit', { ids: [paperId(1)], edit: { status: 'read' } });
    await clickOn(tab, '.l-top-end button');
    await printed(tab, 'Figures of 120 papers');
    // The list is read again a moment after the change.
    const months = await eventually(async () => {
      const rows = await tab.evaluate(() =>
        [...document.querySelectorAll('.l-figures tbody tr')].map((row) => row.textContent ?? ''),
      );
      return rows.at(-1)?.endsWith('1') === true ? rows : undefined;
    });
    expect(months).toHaveLength(12);
    expect(await violations(tab)).toEqual([]);
    await clickOn(tab, '.l-figures ol button');
    await printed(tab, '120 papers found');
    expect(await tab.evaluate(() => document.querySelector<HTMLInputElement>('.l-search input')?.value)).toBe(
      'author:"Ada Example"',
    );
  });

  it('draws a screen of ten thousand papers, not all, and scrolls to the last by key', async () => {
    const { session } = byline();
    await fillLibrary(session, 10_000);
    await printed(tab, '10,000');
    await tab.press('End');
    await eventually(async () => ((await focused(tab)).endsWith('Number 0') ? true : undefined));
    expect((await rowsOf(tab)).length).toBeLessThan(120);
    await search(tab, 'number 7777');
    expect((await rowsBecome(tab, (rows) => rows.length === 1))[0]).toMatch(/Number 7777$/u);
  });

  it.each([1280, 700, 360])(
    'has no faults for assistive technology and nothing beside the window at %s px',
    async (width) => {
      await tab.size(width, 800);
      await tab.press('j');
      await tab.press('x');
      await tab.press('Enter');
      await printed(tab, '1 selected');
      expect(await violations(tab)).toEqual([]);
      expect(await overflow(tab)).toBeLessThanOrEqual(0);
    },
  );
});
