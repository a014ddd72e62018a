// What a reader changes by hand: status, tags, star and note of many entries at once, undone, and the bin.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BIN_DAYS, MAX_BINNED } from '../../../lib/library/bin-limits.ts';
import { binned, forget, putBack, removeEntries } from '../../../lib/library/bin.ts';
import { Edit } from '../../../lib/library/edit-schema.ts';
import { editEntries, undoEdit } from '../../../lib/library/edit.ts';
import { allEntries, setStatus } from '../../../lib/library/entries.ts';
import type { Entry } from '../../../lib/library/schema.ts';
import { paper, place, save, type Place } from './libraries.ts';

let here: Place;
beforeEach(async () => {
  here = place();
  for (const [at, id] of ['a1', 'b2', 'c3'].entries()) await save(here.library, id, 'to-read', 100 + at);
});
afterEach(() => here.end());

/** The list as the reader sees it: without the times of its parts, which merging reads. */
const listed = async (library = here.library): Promise<Entry[]> =>
  (await allEntries(library)).entries.map((entry) => {
    const { stamps: _, ...others } = entry;
    return others;
  });
const entries = async (): Promise<Map<string, Entry>> =>
  new Map((await listed(here.restart())).map((entry) => [entry.id, entry]));

describe('an edit', () => {
  it('changes only those that it names, keeps all else of them, and survives a restart', async () => {
    const before = await entries();
    const changed = await editEntries(
      here.library,
      ['a1', 'b2', 'nowhere'],
      { status: 'read', addTags: ['thesis'] },
      900,
    );
    expect(changed.map(({ id }) => id)).toEqual(['a1', 'b2']);
    const after = await entries();
    expect(after.get('c3')).toEqual(before.get('c3'));
    expect(after.get('a1')).toEqual({
      ...before.get('a1'),
      status: 'read',
      changedAt: 900,
      readAt: 900,
      statusDates: { 'to-read': 100, read: 900 },
      tags: ['thesis'],
    });
  });

  it.each<[string, Edit, Partial<Entry>]>([
    ['tags that differ in case are one', { addTags: ['Thesis', 'thesis'] }, { tags: ['Thesis'] }],
    ['a star', { starred: true }, { starred: true }],
    ['a note', { note: '# Why\n- because' }, { note: '# Why\n- because' }],
    ['a tag that is not there is removed without a change', { removeTags: ['x'] }, {}],
  ])('%s', async (_, edit, expected) => {
    const before = (await entries()).get('a1');
    await editEntries(here.library, ['a1'], edit, 900);
    expect((await entries()).get('a1')).toEqual({ ...before, ...expected });
  });

  it('that changes nothing is none', async () => {
    await editEntries(here.library, ['a1'], { addTags: ['x'], starred: true, note: 'n' }, 900);
    const again: Edit = { addTags: ['X'], starred: true, note: 'n', status: 'to-read' };
    expect(await editEntries(here.library, ['a1'], again, 950)).toEqual([]);
  });

  it.each([
    { addTags: [''] },
    { addTags: ['x'.repeat(81)] },
    { note: 'x'.repeat(100_001) },
    { status: 'skimmed' },
    { addTags: Array.from({ length: 51 }, (_, at) => `t${at}`) },
  ])('is refused where it says too much: %#', (edit) => {
    expect(Edit.safeParse(edit).success).toBe(false);
  });

  it('undone, any of them leaves the list as it was', async () => {
    const tag = fc.constantFrom('one', 'Two', 'three');
    const edit = fc.record(
      {
        status: fc.constantFrom('to-read' as const, 'reading' as const, 'read' as const),
        addTags: fc.array(tag, { maxLength: 3 }),
        removeTags: fc.array(tag, { maxLength: 3 }),
        starred: fc.boolean(),
        note: fc.string(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.subarray(['a1', 'b2', 'c3']), edit), { maxLength: 4 }), async (edits) => {
        const before = await listed();
        const done = [];
        for (const [at, [ids, one]] of edits.entries()) done.push(await editEntries(here.library, ids, one, 1000 + at));
        for (const one of done.toReversed()) await undoEdit(here.library, one);
        expect(await listed()).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the bin', () => {
  it('has what was removed, whole, and gives it back as it was', async () => {
    await editEntries(here.library, ['a1'], { addTags: ['x'], note: 'mine' }, 500);
    const before = await entries();
    expect(await removeEntries(here.library, ['a1', 'b2', 'nowhere'], 600)).toEqual(['a1', 'b2']);
    expect([...(await entries()).keys()]).toEqual(['c3']);
    expect((await binned(here.library)).map(({ entry, removedAt }) => [entry.id, removedAt])).toEqual(
      expect.arrayContaining([
        ['a1', 600],
        ['b2', 600],
      ]),
    );
    expect(await putBack(here.library, ['a1', 'b2'])).toEqual(['a1', 'b2']);
    expect(await entries()).toEqual(before);
    expect(await binned(here.library)).toEqual([]);
  });

  it('forgets after thirty days, not before, and the rest stays', async () => {
    const day = 86_400_000;
    await removeEntries(here.library, ['a1'], 1 * day);
    await removeEntries(here.library, ['b2'], 20 * day);
    expect(await forget(here.library, null, (1 + BIN_DAYS) * day)).toBe(0);
    expect(await forget(here.library, null, (1 + BIN_DAYS) * day + 1)).toBe(1);
    expect((await binned(here.library)).map(({ entry }) => entry.id)).toEqual(['b2']);
    // The next removal looks as well.
    await removeEntries(here.library, ['c3'], 60 * day);
    expect((await binned(here.library)).map(({ entry }) => entry.id)).toEqual(['c3']);
    expect(MAX_BINNED).toBeGreaterThan(10_000);
  });

  it('does not write over a paper that was saved again meanwhile', async () => {
    await removeEntries(here.library, ['a1'], 600);
    await setStatus(here.library, { ids: ['a1'], paper: paper('a1'), status: 'reading', now: 700 });
    await putBack(here.library, ['a1']);
    expect((await entries()).get('a1')?.status).toBe('reading');
  });

  it('forgets for good what the reader says', async () => {
    await removeEntries(here.library, ['a1', 'b2'], 600);
    expect(await forget(here.library, ['a1'], 700)).toBe(1);
    expect((await binned(here.library)).map(({ entry }) => entry.id)).toEqual(['b2']);
  });
});
