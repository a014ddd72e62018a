// A preprint and its published version on the list: found as one paper, merged without losing anything, undone.
import { paper, place, type Place } from './libraries.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allEntries, setStatus } from '../../../lib/library/entries.ts';
import { editEntries } from '../../../lib/library/edit.ts';
import { mergeEntries, unmerge } from '../../../lib/library/merge-entries.ts';
import { listRowOf } from '../../../lib/library/query/list-row.ts';
import { twinsOf } from '../../../lib/library/twins.ts';

const row = (id: string, more: Partial<Parameters<typeof twinsOf>[0][number]>) => ({
  id,
  title: 'On Quiet Rivers',
  authors: ['Ada Example', 'Ben Other'],
  year: 2020,
  venue: null,
  doi: null,
  arxivId: null,
  addedAt: 1,
  ...more,
});

describe('two of the list', () => {
  it.each([
    [
      'preprint and published, whose names are shortened',
      { arxivId: '2001.00001' },
      { doi: '10.1/rivers', venue: 'Journal of Rivers', year: 2021, authors: ['A. Example'] },
      true,
    ],
    ['titles that differ in signs and case', { title: 'On quiet rivers.' }, { doi: '10.1/rivers' }, true],
    ['two arXiv ids', { arxivId: '2001.00001' }, { arxivId: '2001.00002' }, false],
    ['years far apart', { year: 1990 }, { doi: '10.1/rivers', year: 2020 }, false],
    ['nobody in common', { authors: ['Cem Third'] }, { doi: '10.1/rivers' }, false],
    ['another title', { title: 'On Loud Rivers' }, { doi: '10.1/rivers' }, false],
  ])('%s', (_, one, other, isOne) => {
    const [found] = twinsOf([row('a', one), row('b', other)]);
    // The published one stays.
    expect(found === undefined ? null : [found.kept.id, found.other.id]).toEqual(isOne ? ['b', 'a'] : null);
  });

  it('are found among ten thousand in one pass', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => row(`p${at}`, { title: `On River ${at}` }));
    expect(
      twinsOf([...many, row('again', { title: 'On River 77', doi: '10.1/r77' })]).map(({ other }) => other.id),
    ).toEqual(['p77']);
  });
});

describe('a merge', () => {
  let here: Place;
  beforeEach(async () => {
    here = place();
    const preprint = paper('arxiv:2001.00001', {
      record: {
        id: 'arxiv:2001.00001',
        title: 'On Quiet Rivers',
        authors: ['Ada Example'],
        year: 2020,
        arxivId: '2001.00001',
        code: [{ url: 'https://github.com/ada/rivers' }],
      },
      aliases: ['title:abc'],
      abstract: { text: 'Rivers are quiet.', site: 'arXiv' },
    });
    const published = paper('doi:10.1/rivers', {
      record: {
        id: 'doi:10.1/rivers',
        title: 'On Quiet Rivers',
        authors: ['A. Example'],
        year: 2021,
        venue: 'Journal of Rivers',
        doi: '10.1/rivers',
      },
    });
    await setStatus(here.library, { ids: [preprint.id], paper: preprint, status: 'to-read', now: 1 });
    await setStatus(here.library, { ids: [published.id], paper: published, status: 'to-read', now: 2 });
    await editEntries(
      here.library,
      [preprint.id],
      { status: 'read', addTags: ['thesis'], note: 'Chapter 2.', starred: true },
      3,
    );
    await editEntries(here.library, [published.id], { addTags: ['rivers'], note: 'As printed.' }, 4);
  });
  afterEach(() => here.end());
  const list = async () => (await allEntries(here.restart())).entries;

  it('keeps ids, facts, tags, both notes, the star and how far it was read; undo brings back both', async () => {
    const before = await list();
    const [pair] = twinsOf(before.map(listRowOf));
    expect([pair?.kept.id, pair?.other.id]).toEqual(['doi:10.1/rivers', 'arxiv:2001.00001']);
    const rows = await mergeEntries(here.library, [['doi:10.1/rivers', 'arxiv:2001.00001']], 10);
    expect(await list()).toMatchObject([
      {
        id: 'doi:10.1/rivers',
        aliases: ['arxiv:2001.00001', 'title:abc'],
        record: {
          venue: 'Journal of Rivers',
          year: 2021,
          arxivId: '2001.00001',
          doi: '10.1/rivers',
          code: [{ url: 'https://github.com/ada/rivers' }],
        },
        abstract: { text: 'Rivers are quiet.' },
        status: 'read',
        readAt: 3,
        addedAt: 1,
        tags: ['rivers', 'thesis'],
        note: 'As printed.\n\nChapter 2.',
        starred: true,
      },
    ]);
    await unmerge(here.library, rows);
    // As they were for the reader; that they changed meanwhile is noted beside, for other machines.
    const plain = (some: readonly object[]): object[] => some.map((row) => ({ ...row, stamps: null }));
    expect(plain(await list())).toEqual(plain(before));
  });

  it('of a paper that is gone, or with itself, changes nothing', async () => {
    const before = await list();
    expect(
      await mergeEntries(
        here.library,
        [
          ['doi:10.1/rivers', 'nowhere'],
          ['doi:10.1/rivers', 'doi:10.1/rivers'],
        ],
        10,
      ),
    ).toEqual([]);
    expect(await list()).toEqual(before);
  });
});
